"""Pictures of dressed people with their regions: made of our own bodies and garments, or read from folders."""

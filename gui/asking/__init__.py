"""What is asked for a garment, part by part: words, colours, a style picture, a seed, and presets of all of it."""

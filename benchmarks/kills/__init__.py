"""Programs killed at random moments of their work, and what the next start finds."""

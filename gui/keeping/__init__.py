"""What the window has in hand, kept beside the library, so that neither a crash nor the next day takes it away."""

"""Long runs that are killed and taken up again: flat memory, no slowing down, everything there once."""

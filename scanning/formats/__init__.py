"""Measurement files of ours and of pattern programs, one module each."""

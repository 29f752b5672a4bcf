"""Slow work away from the window: what waits, what runs, and how it went."""

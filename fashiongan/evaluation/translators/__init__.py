"""Measuring sketches, styles and large pictures."""

"""Recipes of sketches, styles and large pictures."""

"""Recipes of garments inside photos."""

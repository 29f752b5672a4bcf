"""Recipes of tastes."""

"""Recipes of people in other clothes."""

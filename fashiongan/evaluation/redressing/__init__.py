"""Measuring people in other clothes."""

"""Measuring tastes."""

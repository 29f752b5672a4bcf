"""Measuring garments inside photos."""

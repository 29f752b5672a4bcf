"""The sketch page: draw a garment, and see it made while you draw."""

"""Labelled garment pictures: reading, preparing and drawing from them."""

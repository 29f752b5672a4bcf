"""Designs: from attributes to a garment that fits. No Qt and no cameras in here."""

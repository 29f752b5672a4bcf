"""From measurements and attributes to a garment: cut, sewn, draped, textured, exported."""

"""How well copies are told from garments that are new."""

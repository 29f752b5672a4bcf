"""How pictures are enlarged if nobody says: between nearest to what is known (0) and most detail (1)."""

DEFAULT_REALISM = 0.5

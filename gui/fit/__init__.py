"""The page on which a garment is seen worn, judged, and compared with its pattern."""

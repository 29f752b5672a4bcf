"""A pattern on paper and in the files of other programs: cutting lines, DXF, SVG, tiled PDF, tech pack."""

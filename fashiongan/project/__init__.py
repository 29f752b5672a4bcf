"""Projects: chosen pictures, who wears them and what was fitted, in one file to keep, to hand over to open again."""

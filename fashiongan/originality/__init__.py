"""Is a picture new? The garments nearest to it, and how near real garments are to one another."""

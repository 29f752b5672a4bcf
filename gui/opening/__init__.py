"""Opening what was kept: projects, measurements and recordings, from a dialog or from the files of last time."""

"""Every benchmark in one run, and the page that tells of it."""

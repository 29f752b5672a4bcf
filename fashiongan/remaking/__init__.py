"""Making what a project holds again, and telling whether the same bytes come out."""

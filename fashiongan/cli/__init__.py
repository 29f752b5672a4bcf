"""Command lines: they read arguments, call the studio and print. Nothing else happens here."""

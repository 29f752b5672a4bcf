"""What helps a person to find their way: a sheet of keys, a first tour, the languages."""

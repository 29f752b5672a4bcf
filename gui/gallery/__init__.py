"""The pictures that were made: found, sorted, starred, compared."""

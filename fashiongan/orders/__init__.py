"""Batches: what is to be made, and the folder it goes to."""

"""Giving things away: the export dialog, its work in the queue, and pictures that are dragged out."""

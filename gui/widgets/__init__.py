"""Widgets that Qt lacks."""

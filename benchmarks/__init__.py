"""Measurements of speed and memory, one command each, JSON out. Never a test."""

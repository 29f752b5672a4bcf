"""Damaged and malicious files for every reader: `python -m benchmarks.hostile`. See docs/security.md."""

"""Measuring the conditional generator, its creative twin, silhouettes and the reader."""

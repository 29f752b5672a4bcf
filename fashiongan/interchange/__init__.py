"""Weights of other projects coming in, our networks going out to other runtimes."""

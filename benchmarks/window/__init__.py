"""The window's budgets, measured on the real window with the released weights: `python -m benchmarks.window`."""

"""One loop for every system, one file of losses, one recipe a system."""

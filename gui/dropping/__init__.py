"""What is dropped into the window or pasted, and where it goes."""

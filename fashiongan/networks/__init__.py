"""nn.Modules only: they take tensors, give tensors, and import nothing of ours but each other."""

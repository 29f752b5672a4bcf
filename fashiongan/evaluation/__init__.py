"""How good the pictures are, by numbers that anyone can measure again."""

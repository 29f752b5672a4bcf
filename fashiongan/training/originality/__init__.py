"""Building what the originality check compares with."""

"""What somebody likes: learnt from stars, used to rank and to design."""

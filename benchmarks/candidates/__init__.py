"""The kinds of GAN that the shipped one was chosen from: as small as they can be and still be what they are called."""

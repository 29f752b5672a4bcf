"""The conditional generator in use: ideas to pictures, pictures to ideas."""

"""From a depth camera's frames to measurements. No Qt and no GAN in here."""

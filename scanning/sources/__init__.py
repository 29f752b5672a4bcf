"""Where frames come from: cameras, recordings, and a simulated camera; all speak one small protocol."""

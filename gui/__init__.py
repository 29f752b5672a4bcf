"""The desktop studio: the only place that imports Qt. It shows and asks; the work is done by fashiongan.studio."""

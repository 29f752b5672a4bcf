"""The person: tape measurements, a parametric body, and the way from one to the other."""

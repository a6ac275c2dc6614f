"""The hot loops in numpy: what is always there, and what other engines must agree with."""

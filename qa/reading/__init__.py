"""How passages are read: which, cut into windows, and the spans a network points at."""

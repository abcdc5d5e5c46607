"""Files of data to train on and to measure with -> records."""

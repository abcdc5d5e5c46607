"""A question from its own words: in full, in parts, and what it asks for."""

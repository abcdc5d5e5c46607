"""English: words, their forms and opposites, names, and what joins them."""

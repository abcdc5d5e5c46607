"""A follow-up and the turns of a chat before it -> a question that stands alone."""

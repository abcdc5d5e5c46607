"""Questions that articles decide: yes or no, or which of what is offered."""

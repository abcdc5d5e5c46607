"""What articles state against each other, without a question being asked."""

"""What a sentence tells, whatever is asked: that a thing ended, when, and of how many."""

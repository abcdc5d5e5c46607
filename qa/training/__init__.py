"""How the shipped weights of the reader and the entailment model were made, and can be again.

    python -m qa.training --data PATH

Reading comprehension and sentence pairs in, two files of weights out. It is never needed to
answer questions.
"""

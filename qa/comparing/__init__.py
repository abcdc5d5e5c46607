"""Answers of several articles: are they one position or two, and how do they differ?"""

"""Answer questions in the sources' own words: passages -> answer, citations, disagreements.

The middle floor. It imports `index` and never `ui`.
"""

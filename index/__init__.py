"""Index news articles and search them: article -> chunk -> vector -> passage.

The bottom floor. It imports neither `qa` nor `ui`.
"""

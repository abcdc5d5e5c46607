"""The doors: the browser page and the command line.

The top floor. It imports `qa` and `index`.
"""

"""An error -> one line on stderr: what happened and what to do."""

import sys

TRACEBACK = "CROSSCHECK_TRACEBACK"  # Set in the environment, it lets an error through as it is.


def complain(error: Exception) -> None:
    """Print one line about `error`."""
    from index import CrosscheckError

    line = " ".join(str(error).split()) or type(error).__name__
    if not isinstance(error, CrosscheckError | OSError):
        line = f"{type(error).__name__}: {line}; {TRACEBACK}=1 shows where"
    print(f"crosscheck: {line}", file=sys.stderr)

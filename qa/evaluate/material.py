"""What a suite measures with: a file that is read whole, or a sample of it."""

import random
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from index.errors import CrosscheckError

SEED = 0

T = TypeVar("T")


class EvaluationError(CrosscheckError):
    """What an evaluation measures with cannot be read, or is something else."""


def material(read: Callable[[Path], T], path: Path, *, kind: str) -> T:
    """Read the file of a suite.

    Args:
        read: Reads it; what it raises on a file that is cut off or of another kind is put in words.
        path: Where it is.
        kind: What it should be, such as "a file in the SQuAD format".

    Raises:
        EvaluationError: it cannot be read, or is something else.
    """
    try:
        return read(path)
    except OSError as error:
        why = error.strerror or str(error)  # gzip gives no strerror.
        raise EvaluationError(f"{path} cannot be read ({why}); name {kind}") from error
    except (AssertionError, AttributeError, EOFError, LookupError, TypeError) as error:
        raise EvaluationError(f"{path} is not {kind}: {_plainly(error)}") from error
    except (ValueError, zlib.error) as error:
        raise EvaluationError(f"{path} is not {kind}: {error}") from error


def sampled(items: Sequence[T], limit: int | None) -> list[T]:
    """Return as many of the items, always the same ones and in their order; all without a limit.

    >>> sampled("abcdefgh", 3) == sampled("abcdefgh", 3)
    True
    >>> sampled("abc", 9)
    ['a', 'b', 'c']
    """
    if limit is None or limit >= len(items):
        return list(items)
    places = random.Random(SEED).sample(range(len(items)), limit)
    return [items[place] for place in sorted(places)]


def _plainly(error: Exception) -> str:
    """Return what is wrong, for errors whose own words are for programmers."""
    if isinstance(error, KeyError):
        return f"a record has no {error}"
    if isinstance(error, EOFError):
        return "it is cut off"
    return "its records have another form"

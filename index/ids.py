"""An id for an article that no other article of the library has."""

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path, PurePosixPath


def free_id(own_id: str, *, file: str, name: str, taken: Mapping[str, str]) -> str:
    """Return `own_id`, or where another article has it, the shortest id that tells them apart.

    Args:
        own_id: The id that the file gives the article.
        file: The file, relative to its folder.
        name: The folder, as the store names it.
        taken: The folder of the article, for each id in the library.

    >>> free_id("dam", file="dam.txt", name="news", taken={"dam": "news"})
    'dam.txt'
    >>> free_id("dam", file="dam.txt", name="archive/wires", taken={"dam": "news"})
    'wires/dam'
    """
    candidates = _candidates(own_id, file, name, in_same_folder=taken.get(own_id) == name)
    return next(candidate for candidate in candidates if candidate not in taken)


def _candidates(own_id: str, file: str, name: str, *, in_same_folder: bool) -> Iterator[str]:
    yield own_id
    if in_same_folder:
        is_named_by_file = PurePosixPath(file).with_suffix("").as_posix() == own_id
        yield file if is_named_by_file else f"{file}#{own_id}"
    folder = Path(name).name
    yield f"{folder}/{own_id}"
    yield from (f"{folder}-{number}/{own_id}" for number in count(2))

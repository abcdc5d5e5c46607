"""What is near in meaning and what has the words are both found."""

import numpy as np

from index.library import Library
from index.search import Retriever
from index.store import Where
from index.words import any_of, content_words
from tests.index.fakes import write


class Table:
    """Encodes texts as the directions they are given; all others point elsewhere."""

    name, dim, window = "table", 3, 300

    def __init__(self, **directions):
        self.directions = directions

    def encode(self, texts):
        rows = [self.directions.get(text.split()[0], (0, 0, 1)) for text in texts]
        return np.array(rows, dtype=np.float32)

    def fits(self, text):
        return True


def test_hybrid_finds_what_either_side_alone_misses(tmp_path, folder):
    """Eight articles are nearer than the one with the words, and have more words than the near."""
    meaning = {f"Near{number}": (0.8, 0.6, 0) for number in range(8)}
    encoder = Table(Who=(1, 0, 0), Vessels=(1, 0, 0), **meaning)
    write(folder / "meant.txt", "Vessels foundered.")
    write(folder / "said.txt", "Birch: a ferry sank, and it was the Birch ferry that sank.")
    for number in range(8):
        write(folder / f"near{number}.txt", f"Near{number} harbour.")
        write(folder / f"worded{number}.txt", "Harbours: one ferry, of many that sail about.")
    with Library.open(tmp_path / "index", encoder=encoder) as library:
        library.sync(folder)
        query = "Who sank the Birch ferry?"
        with library.store.reading() as snapshot:
            near = library.vectors.search(snapshot, encoder.encode([query])[0], 3, Where())
            worded = snapshot.match(any_of(content_words(query)), limit=3, where=Where())
            dense, lexical = (
                {chunk.article_id for chunk in snapshot.chunks(list(side))}
                for side in (near, worded)
            )
        both = [one.article.id for one in Retriever(library).search(query, k=3)]
    assert ("meant" in dense, "said" in dense) == (True, False)
    assert ("meant" in lexical, "said" in lexical) == (False, True)
    assert {"said", "meant"} <= set(both)

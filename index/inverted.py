"""The inverted file (IVF): vectors in lists by the nearest of many centres, a few lists searched.

It can lose a neighbour, so how many lists are searched is chosen by measuring what is lost.
"""

import math

import faiss
import numpy as np
from faiss.contrib.inspect_tools import get_invlist

from index.arrays import Ids, Vectors

LISTS_PER_ROOT = 4  # Lists = 4 * sqrt(n), the FAISS guidelines' choice below a million vectors.
POINTS_PER_LIST = 64  # To train on. FAISS's own 256 takes four times as long at a million vectors.
GROWTH = 2  # Trained anew when twice as large: by then its lists are twice too long.
RECALL_AT = 10  # About as many passages as are read for one answer.
RECALL = 0.95  # Below this, more than one passage in twenty would be lost to speed.
SAMPLE = 200  # Queries recall is measured with: 2,000 neighbours, a standard error of .005 at .95.
QUESTION_COSINE = 0.6  # To its nearest passage: median .55 on MultiHop-RAG, .61 on the seeds.
SLACK = 1e-5  # Two ways of adding up the same float32 products differ by less.


def inverted(vectors: Vectors) -> faiss.IndexIVFFlat:
    """Return an empty inverted file, trained on `vectors`."""
    lists = int(LISTS_PER_ROOT * math.sqrt(len(vectors)))
    dim = vectors.shape[1]
    index = faiss.index_factory(dim, f"IVF{lists},Flat", faiss.METRIC_INNER_PRODUCT)
    index.cp.max_points_per_centroid = POINTS_PER_LIST
    index.cp.min_points_per_centroid = 1  # Only a warning on stderr hangs on it.
    index.train(vectors)
    return index


def is_outgrown(index: faiss.IndexIVFFlat) -> bool:
    """Return whether it holds so many more vectors than it was trained on that it is slow."""
    trained_on = (index.nlist / LISTS_PER_ROOT) ** 2
    return bool(index.ntotal > GROWTH * trained_on)


def enough_probes(index: faiss.IndexIVFFlat, vectors: Vectors) -> int:
    """Return how many lists to search for a recall at 10 of .95 against exact search.

    Doubled from 1 until it holds on a sample; all lists are exact, so it ends.
    """
    queries = _questions(vectors)
    k = min(RECALL_AT, len(vectors))
    worst = -np.partition(-(queries @ vectors.T), k - 1, axis=1)[:, k - 1]
    probes = 1
    while probes < index.nlist:
        parameters = faiss.SearchParametersIVF(nprobe=probes)
        scores, _ = index.search(queries, k, params=parameters)
        if (scores >= worst[:, np.newaxis] - SLACK).mean() >= RECALL:
            return probes
        probes *= 2
    return int(index.nlist)


def _questions(vectors: Vectors) -> Vectors:
    """Return some of `vectors`, each turned away to the cosine a question has to its passage.

    Measured with passages themselves, recall comes out too high: they lie in their own lists.
    Measured so, real questions to 1,500 passages of MultiHop-RAG then had a recall of .965.
    """
    random = np.random.default_rng(0)
    chosen = vectors[random.choice(len(vectors), min(SAMPLE, len(vectors)), replace=False)]
    away = random.standard_normal(chosen.shape)
    away -= (away * chosen).sum(axis=1, keepdims=True) * chosen
    away /= np.linalg.norm(away, axis=1, keepdims=True)
    turned = QUESTION_COSINE * chosen + math.sqrt(1 - QUESTION_COSINE**2) * away
    return turned.astype(np.float32)


def contents(index: faiss.IndexIDMap2 | faiss.IndexIVFFlat) -> tuple[Ids, Vectors]:
    """Return the ids and vectors of an exact index or an inverted file, row for row."""
    if isinstance(index, faiss.IndexIDMap2):
        return faiss.vector_to_array(index.id_map), index.index.reconstruct_n(0, index.ntotal)
    lists = [get_invlist(index.invlists, number) for number in range(index.nlist)]
    ids = np.concatenate([ids for ids, _ in lists])
    return ids, np.concatenate([codes for _, codes in lists]).view(np.float32)

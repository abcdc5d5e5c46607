"""The arrays that are handed around: vectors and the ids of what they stand for."""

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Shape (n, dim). Every row has length 1, so a dot product is a cosine."""

Ids = NDArray[np.int64]
"""Shape (n,). Chunk ids, each at most once."""

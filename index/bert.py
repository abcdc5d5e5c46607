"""A BERT of six layers as a graph that OpenVINO runs: word pieces -> states.

The graph is built from arrays, not converted from another framework: that loads in a fraction of
a second. On 2 cores with AVX-512 it takes 0.75 of PyTorch's time in bfloat16, and 0.57 where the
matrices are in 8 bits.
"""

import sys
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from openvino import CompiledModel

WORDS = "embeddings.word_embeddings.weight"
SCALE = ".scale"  # What the name of a matrix in 8 bits has when it is the scales of its rows.
LAYER_NORM = 1e-12
MASKED = 1e9
GROUP = 64  # Inputs that share a scale when states are put in 8 bits.
"""As nearly the same answers on every processor as is fast. OpenVINO puts states in 8 bits where a
processor multiplies these best, but not on one with AMX. On 250 passages the reader's probabilities
are on average .0065 off those of 32 bits with 384 to a scale, .0041 with 128, .0032 with 64, .0031
with 32 and .0013 without; 20 passages take 1.04, 1.04, 1.0, 1.2 and 1.4 as long (AMD EPYC, 2 cores,
alternating). Of 55 disagreements of two benchmarks that 32 bits tell 52 and 54 are told with 384
and 64.
"""

Arrays = Mapping[str, NDArray[Any]]
"""Weights by the names that transformers gives them."""


class Shape(NamedTuple):
    """The sizes of a BERT that its weights do not say."""

    layers: int
    heads: int


MINI_LM = Shape(layers=6, heads=12)


class Bert:
    """A trunk with heads, compiled for this machine.

    Args:
        arrays: The trunk's weights. A matrix may be in 8 bits, with the scale of each row under
            its name and `.scale`.
        heads: Name, weight and bias of each linear layer on the states.
        shape: The number of layers and of attention heads.
        exact: Compute in 32 bits, whatever the processor is best at.
    """

    def __init__(
        self,
        arrays: Arrays,
        heads: Sequence[tuple[str, NDArray[Any], NDArray[Any]]] = (),
        *,
        shape: Shape = MINI_LM,
        exact: bool = False,
    ) -> None:
        self._model = _compiled(_Graph(arrays, shape), heads, exact=exact)
        self._request = self._model.create_infer_request()
        self._lock = Lock()
        self.names = tuple(name for name, _, _ in heads) or ("states",)

    def run(
        self, pieces: NDArray[np.int32], sides: NDArray[np.int32], lengths: NDArray[np.int32]
    ) -> dict[str, NDArray[np.float32]]:
        """Return for each head its scores, or the states, shape (rows, length, size).

        Args:
            pieces: Shape (rows, length).
            sides: 0 or 1 for each piece, shape (rows, length).
            lengths: How many pieces of each row are not padding, shape (rows,).
        """
        mask = (np.arange(pieces.shape[1]) < lengths[:, None]).astype(np.float32)
        with self._lock:  # One request at a time: two would halve each other's cores.
            results = self._request.infer([pieces, sides, mask])
            return {name: results[i].copy() for i, name in enumerate(self.names)}


class _Graph:
    """The nodes of the trunk."""

    def __init__(self, arrays: Arrays, shape: Shape) -> None:
        openvino()
        import openvino.opset13 as op

        self.op: Any = op
        self.arrays = arrays
        self.shape = shape
        self.width = arrays[WORDS].shape[1]
        self.pieces = op.parameter([-1, -1], np.int32, "pieces")
        self.sides = op.parameter([-1, -1], np.int32, "sides")
        self.mask = op.parameter([-1, -1], np.float32, "mask")

    def states(self) -> Any:
        """Return the node of the last states."""
        op = self.op
        bias = op.multiply(op.subtract(self.mask, self.number(1)), self.number(MASKED))
        bias = op.unsqueeze(bias, op.constant([1, 2]))
        states = self.embedded()
        for layer in range(self.shape.layers):
            states = self.layer(states, f"encoder.layer.{layer}.", bias)
        return states

    def embedded(self) -> Any:
        """Return the node of the sums of the three embeddings."""
        op, zero = self.op, self.op.constant(0)
        words = op.gather(self.array(WORDS), self.pieces, zero)
        sides = op.gather(self.array("embeddings.token_type_embeddings.weight"), self.sides, zero)
        length = op.unsqueeze(op.gather(op.shape_of(self.pieces), op.constant(1), zero), zero)
        places = op.slice(
            self.array("embeddings.position_embeddings.weight"),
            *(op.constant([0]), length, op.constant([1]), op.constant([0])),
        )
        return self.normed(op.add(op.add(words, sides), places), "embeddings.LayerNorm")

    def layer(self, states: Any, name: str, bias: Any) -> Any:
        """Return the node of the states after one layer."""
        op = self.op
        asked, keys, values = (
            self.split(self.linear(states, f"{name}attention.self.{part}"))
            for part in ("query", "key", "value")
        )
        seen = op.scaled_dot_product_attention(asked, keys, values, bias)
        seen = op.transpose(seen, op.constant([0, 2, 1, 3]))
        seen = op.reshape(seen, op.constant([0, 0, self.width]), special_zero=True)
        seen = self.linear(seen, f"{name}attention.output.dense")
        states = self.normed(op.add(seen, states), f"{name}attention.output.LayerNorm")
        inner = op.gelu(self.linear(states, f"{name}intermediate.dense"), "erf")
        outer = self.linear(inner, f"{name}output.dense")
        return self.normed(op.add(outer, states), f"{name}output.LayerNorm")

    def split(self, node: Any) -> Any:
        """Return a node with its attention heads apart."""
        op, heads = self.op, self.shape.heads
        shape = op.constant([0, 0, heads, self.width // heads])
        return op.transpose(op.reshape(node, shape, special_zero=True), op.constant([0, 2, 1, 3]))

    def linear(self, node: Any, name: str) -> Any:
        """Return the node of a linear layer; a matrix in 8 bits stays in 8 bits."""
        op, matrix = self.op, f"{name}.weight"
        if matrix + SCALE in self.arrays:
            eight = op.convert(op.constant(np.ascontiguousarray(self.arrays[matrix])), "f32")
            weights = op.multiply(eight, self.array(matrix + SCALE))
        else:
            weights = self.array(matrix)
        product = op.matmul(node, weights, transpose_a=False, transpose_b=True)
        return op.add(product, self.array(f"{name}.bias"))

    def normed(self, node: Any, name: str) -> Any:
        """Return the node of a layer's normalisation."""
        op = self.op
        axis = op.constant(np.array([-1]))
        normal = op.mvn(node, axis, True, LAYER_NORM, "inside_sqrt")
        return op.add(op.multiply(normal, self.array(f"{name}.weight")), self.array(f"{name}.bias"))

    def array(self, name: str) -> Any:
        """Return the node of one of the arrays."""
        return self.op.constant(np.ascontiguousarray(self.arrays[name], dtype=np.float32))

    def number(self, value: float) -> Any:
        """Return the node of a number."""
        return self.op.constant(np.float32(value))


def openvino() -> Any:
    """Import OpenVINO without its telemetry, which tells a server elsewhere of it."""
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type] # It does without.
    import openvino

    return openvino


def _compiled(
    graph: _Graph, heads: Sequence[tuple[str, NDArray[Any], NDArray[Any]]], *, exact: bool
) -> "CompiledModel":
    op, states = graph.op, graph.states()
    outputs = [
        op.add(
            op.matmul(states, op.constant(weight.astype(np.float32)), False, True),
            op.constant(bias.astype(np.float32)),
        )
        for _, weight, bias in heads
    ]
    model = openvino().Model(outputs or [states], [graph.pieces, graph.sides, graph.mask], "bert")
    settings = {
        "PERFORMANCE_HINT": "LATENCY",
        "DYNAMIC_QUANTIZATION_GROUP_SIZE": "0" if exact else str(GROUP),
    }
    if exact:
        settings["INFERENCE_PRECISION_HINT"] = "f32"
    return openvino().Core().compile_model(model, "CPU", settings)

"""Writes the encoder as an ONNX graph for one window, by hand: few nodes, each with a kernel that was measured.

Inputs `ids` and `signs` (1, L); outputs `scores` (1, L, 21: the labels of the outer level, of the inner one, of names)
and `states` (1, L, H).  A window is run alone: the scale of dynamic int8 is taken over a whole batch, so that what
else is in it would change the answer.

int8: weights symmetric with a scale a column, limited to 7 bits, since processors without VNNI instructions add pairs
of products in 16 bits and would saturate with 8; activations are scaled as they come, word vectors a row.
"""

from collections.abc import Callable

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from onrecord.encoder.labels import SCORES
from training.network import EPSILON, HEADS, HIDDEN, LAYERS

Floats = NDArray[np.float32]
Weights = dict[str, Floats]
CONTRIB = "com.microsoft"
WEIGHT_LEVELS = 63
ROW_LEVELS = 127


class Graph:
    """Gathers nodes and weights; each method adds one operation and gives the name of its result."""

    def __init__(self, weights: Weights, *, int8: bool) -> None:
        self.weights = weights
        self.int8 = int8
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        """A weight of the graph."""
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(
        self, kind: str, inputs: list[str], output: str, *, domain: str = "", **attributes: object
    ) -> str:
        """One operation."""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def embed(self) -> str:
        """The sum of word, position and sign vectors, normalised."""
        shown = self._places()
        signs = self.node(
            "Gather", [self.constant("sign_rows", self.weights["signs.weight"]), "signs"], "signs_shown"
        )
        total = self.node("Add", [self._word_vectors(), signs], "words_signs")
        return self._norm(self.node("Add", [total, shown], "embedded"), "norm")

    def embed_words(self) -> str:
        """The sum of word and position vectors, normalised."""
        return self._norm(self.node("Add", [self._word_vectors(), self._places()], "embedded"), "norm")

    def _places(self) -> str:
        places = self.constant("position", self.weights["position.weight"])
        length = self.node("Shape", ["ids"], "length", start=1, end=2)
        return self.node("Slice", [places, self.constant("zero", np.zeros(1, np.int64)), length], "places")

    def _word_vectors(self) -> str:
        rows = self.weights["word.weight"]
        if not self.int8:
            return self.node("Gather", [self.constant("word", rows), "ids"], "words")
        scale = np.maximum(np.abs(rows).max(1, keepdims=True), 1e-12) / ROW_LEVELS
        small = self.node(
            "Gather", [self.constant("word", np.rint(rows / scale).astype(np.int8)), "ids"], "words_int8"
        )
        scales = self.node(
            "Gather", [self.constant("word_scale", scale.astype(np.float32)), "ids"], "words_scale"
        )
        return self.node(
            "Mul", [self.node("Cast", [small], "words_float", to=TensorProto.FLOAT), scales], "words"
        )

    def linear(self, x: str, name: str) -> str:
        """x times the weight of that name (torch's layout: out, in) plus its bias."""
        weight, bias = (
            self.weights[f"{name}.weight"].T,
            self.constant(f"{name}.bias", self.weights[f"{name}.bias"]),
        )
        if not self.int8:
            return self.node(
                "Add",
                [self.node("MatMul", [x, self.constant(name, weight)], f"{name}.product"), bias],
                f"{name}.out",
            )
        scale = (np.abs(weight).max(0) / WEIGHT_LEVELS).astype(np.float32)
        small = self.constant(name, np.rint(weight / scale).astype(np.int8))
        scales = self.constant(f"{name}.scale", scale)
        return self.node("DynamicQuantizeMatMul", [x, small, scales, "", bias], f"{name}.out", domain=CONTRIB)

    def layer(self, x: str, name: str) -> str:
        """One transformer layer."""
        qkv = self.linear(x, f"{name}.qkv")
        parts = [f"{name}.{part}" for part in ("query", "key", "value")]
        self.nodes.append(
            helper.make_node("Split", [qkv], parts, name=f"{name}.split", axis=2, num_outputs=3)
        )
        seen = self.node("MultiHeadAttention", parts, f"{name}.seen", domain=CONTRIB, num_heads=HEADS)
        x = self._sum_norm(x, self.linear(seen, f"{name}.out"), f"{name}.norm1")
        risen = self.node("Gelu", [self.linear(x, f"{name}.up")], f"{name}.risen", domain=CONTRIB)
        return self._sum_norm(x, self.linear(risen, f"{name}.down"), f"{name}.norm2")

    def _norm(self, x: str, name: str) -> str:
        pair = [
            self.constant(f"{name}.{kind}", self.weights[f"{name}.{kind}"]) for kind in ("weight", "bias")
        ]
        return self.node("LayerNormalization", [x, *pair], f"{name}.out", epsilon=EPSILON)

    def _sum_norm(self, x: str, y: str, name: str) -> str:
        """The normalised sum, in two nodes: ONNX Runtime's one kernel for both takes eight times as long as they do."""
        return self._norm(self.node("Add", [x, y], f"{name}.sum"), name)


def build(weights: Weights, *, int8: bool) -> onnx.ModelProto:
    """The ONNX model of an encoder's weights (names and layouts of `training.network.Encoder`)."""
    graph = Graph(weights, int8=int8)
    x = graph.embed()
    for number in range(LAYERS):
        x = graph.layer(x, f"layers.{number}")
    graph.node("Identity", [x], "states")
    rename: Callable[[str], str] = lambda name: graph.node("Identity", [name], "scores")  # noqa: E731
    rename(_tag(graph, x))
    proto = helper.make_graph(graph.nodes, "onrecord", _inputs(), _outputs(), graph.initializers)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(proto, opset_imports=opsets, ir_version=8, producer_name="onrecord training")


def _tag(graph: Graph, x: str) -> str:
    """The tagger stays in 32 bits: it is small, and every decision hangs on it."""
    weight = graph.constant("tag", graph.weights["tag.weight"].T)
    product = graph.node("MatMul", [x, weight], "tag.product")
    return graph.node("Add", [product, graph.constant("tag.bias", graph.weights["tag.bias"])], "tag.out")


def _inputs() -> list[onnx.ValueInfoProto]:
    return [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "L"]) for name in ("ids", "signs")]


def _outputs() -> list[onnx.ValueInfoProto]:
    sizes = {"scores": SCORES, "states": HIDDEN}
    return [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "L", size]) for name, size in sizes.items()
    ]

"""Writes both halves as one ONNX graph for one input, with the operations of `training.graph`.

Inputs `ids` and `parts` (1, L); outputs `vector` (1, H) and `scores` (1, 4).
"""

import numpy as np
import onnx
from onnx import TensorProto, helper

from training.graph import CONTRIB, Graph, Weights
from training.network import HIDDEN, LAYERS
from training.stance.network import LOWER, SCORES


def build(trunk: Weights, pairs: Weights, *, int8: bool) -> onnx.ModelProto:
    """The ONNX model of the weights of a `Trunk` and a `Pairs`."""
    weights = trunk | {f"pairs.{name}": value for name, value in pairs.items()}
    graph = Graph(weights, int8=int8)
    x = graph.embed_words()
    for number in range(LOWER):
        x = graph.layer(x, f"layers.{number}")
    _vector(graph, x)
    _scores(graph, x)
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "L"]) for name in ("ids", "parts")]
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, size])
        for name, size in (("vector", HIDDEN), ("scores", SCORES))
    ]
    proto = helper.make_graph(graph.nodes, "onrecord-pairs", inputs, outputs, graph.initializers)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(proto, opset_imports=opsets, ir_version=8, producer_name="onrecord training")


def _vector(graph: Graph, x: str) -> None:
    for number in range(LOWER, LAYERS):
        x = graph.layer(x, f"layers.{number}")
    _mean(graph, x, "vector")


def _scores(graph: Graph, x: str) -> None:
    rows = graph.constant("pairs.parts", graph.weights["pairs.parts.weight"])
    x = graph.node("Add", [x, graph.node("Gather", [rows, "parts"], "pairs.played")], "pairs.begun")
    for number in range(LAYERS - LOWER):
        x = graph.layer(x, f"pairs.layers.{number}")
    axis = graph.constant("pairs.axis", np.array([1], np.int64))
    row = graph.node("Gather", [x, graph.constant("first", np.array([0], np.int64))], "pairs.row", axis=1)
    first = graph.node("Squeeze", [row, axis], "pairs.first")
    both = graph.node("Concat", [first, _mean(graph, x, "pairs.mean")], "pairs.both", axis=1)
    weight = graph.constant("pairs.tag", graph.weights["pairs.tag.weight"].T)
    product = graph.node("MatMul", [both, weight], "pairs.product")
    graph.node("Add", [product, graph.constant("pairs.bias", graph.weights["pairs.tag.bias"])], "scores")


def _mean(graph: Graph, x: str, name: str) -> str:
    axes = graph.constant(f"{name}.axes", np.array([1], np.int64))
    return graph.node("ReduceMean", [x, axes], name, keepdims=0)

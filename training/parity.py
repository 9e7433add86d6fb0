"""Reads an exported encoder back into torch, to hold the file that ships against the network it came from."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.network import HIDDEN, LAYERS, Encoder

_PARTS = ("qkv", "out", "up", "down")


def held(path: Path) -> dict[str, np.ndarray]:
    """The weights of an ONNX file by the names that they have in its graph."""
    return {item.name: numpy_helper.to_array(item) for item in onnx.load(path).graph.initializer}


def read_back(path: Path) -> Encoder:
    """The encoder whose weights an ONNX file of `training.graph` holds, 8-bit ones multiplied out."""
    have = held(path)
    state = {
        "word.weight": _whole(have, "word"),
        "position.weight": have["position"],
        "signs.weight": have["sign_rows"],
        "tag.weight": have["tag"].T,
        "tag.bias": have["tag.bias"],
        "guide": np.zeros(HIDDEN, np.float32),  # it is in the places' vectors
    }
    state |= {f"norm.{kind}": have[f"norm.{kind}"] for kind in ("weight", "bias")}
    for number in range(LAYERS):
        state |= layer_weights(have, f"layers.{number}")
    encoder = Encoder()
    encoder.load_state_dict(
        {name: torch.from_numpy(np.array(value, np.float32)) for name, value in state.items()}
    )
    return encoder.eval()


def layer_weights(have: dict[str, np.ndarray], name: str) -> dict[str, np.ndarray]:
    """The weights of one layer under the names of `training.network.Layer`."""
    kinds = ("weight", "bias")
    state = {
        f"{name}.{norm}.{kind}": have[f"{name}.{norm}.{kind}"]
        for norm in ("norm1", "norm2")
        for kind in kinds
    }
    for part in _PARTS:
        state[f"{name}.{part}.weight"] = _whole(have, f"{name}.{part}", f"{name}.{part}.scale").T
        state[f"{name}.{part}.bias"] = have[f"{name}.{part}.bias"]
    return state


def _whole(have: dict[str, np.ndarray], name: str, scale: str | None = None) -> np.ndarray:
    scales = have.get(scale or f"{name}_scale")
    return have[name] if scales is None else have[name].astype(np.float32) * scales

"""Reads an exported encoder back into torch, to hold the file that ships against the network it came from."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.network import HIDDEN, LAYERS, Encoder

_PARTS = ("qkv", "out", "up", "down")


def read_back(path: Path) -> Encoder:
    """The encoder whose weights an ONNX file of `training.graph` holds, 8-bit ones multiplied out."""
    have = {item.name: numpy_helper.to_array(item) for item in onnx.load(path).graph.initializer}
    state = {
        "word.weight": _whole(have, "word"),
        "position.weight": have["position"],
        "signs.weight": have["sign_rows"],
        "tag.weight": have["tag"].T,
        "tag.bias": have["tag.bias"],
        "guide": np.zeros(HIDDEN, np.float32),  # it is in the places' vectors
    }
    for name in ("norm", *(f"layers.{n}.{norm}" for n in range(LAYERS) for norm in ("norm1", "norm2"))):
        state |= {f"{name}.{kind}": have[f"{name}.{kind}"] for kind in ("weight", "bias")}
    for name in (f"layers.{n}.{part}" for n in range(LAYERS) for part in _PARTS):
        state |= {
            f"{name}.weight": _whole(have, name, f"{name}.scale").T,
            f"{name}.bias": have[f"{name}.bias"],
        }
    encoder = Encoder()
    encoder.load_state_dict(
        {name: torch.from_numpy(np.array(value, np.float32)) for name, value in state.items()}
    )
    return encoder.eval()


def _whole(have: dict[str, np.ndarray], name: str, scale: str | None = None) -> np.ndarray:
    scales = have.get(scale or f"{name}_scale")
    return have[name] if scales is None else have[name].astype(np.float32) * scales

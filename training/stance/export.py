"""Writes the second model's folder: the graph, the tokenizer, the settings."""

import shutil
from pathlib import Path

import numpy as np
import onnx
from torch import nn

from training.graph import Weights
from training.stance.graph import build
from training.stance.network import Pairs, Trunk
from training.stance.settings import settings


def write(trunk: Trunk, pairs: Pairs, tokenizer: Path, out: Path, *, name: str, int8: bool = True) -> None:
    """Write the folder that `onrecord.encoder.bearing.Bearing` loads."""
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(build(_arrays(trunk), _arrays(pairs), int8=int8), out / "pairs.onnx")
    shutil.copyfile(tokenizer, out / "tokenizer.json")
    settings(out, name=name, weights={})


def _arrays(module: nn.Module) -> Weights:
    return {
        key: value.detach().float().numpy().astype(np.float32) for key, value in module.state_dict().items()
    }

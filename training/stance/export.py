"""Writes the second model's folder: the graph, the tokenizer, the settings."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from torch import nn

from onrecord.encoder.bearing import FORMAT
from training.graph import Weights
from training.stance.graph import build
from training.stance.network import Pairs, Trunk


def write(trunk: Trunk, pairs: Pairs, tokenizer: Path, out: Path, *, name: str, int8: bool = True) -> None:
    """Write the folder that `onrecord.encoder.bearing.Bearing` loads."""
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(build(_arrays(trunk), _arrays(pairs), int8=int8), out / "pairs.onnx")
    shutil.copyfile(tokenizer, out / "tokenizer.json")
    settings(out, name=name, weights={})


def settings(out: Path, *, name: str, weights: Mapping[str, object]) -> None:
    """Write `model.json`; `weights` are what `onrecord.coding.prior.stored` gives."""
    told = {"format": FORMAT, "name": name, "weights": weights}
    (out / "model.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _arrays(module: nn.Module) -> Weights:
    return {
        key: value.detach().float().numpy().astype(np.float32) for key, value in module.state_dict().items()
    }

"""Writes a model's folder: the encoder as ONNX, the linker's weights, the tokenizer, the settings."""

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx

from onrecord.encoder.folder import FORMAT
from onrecord.encoder.labels import LABELS, LEVELS
from training.graph import Weights, build
from training.network import Reader

WINDOW, MARGIN = 382, 32
LEAN = -0.85
"""How far the model that ships leans to our guide (1) or PolNeAR's (-1); at run time nobody could tell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was chosen after training: the labels' bias, the weights of calibration, the least confidence shown."""

    bias: tuple[tuple[float, ...], ...] = ((0.0,) * len(LABELS),) * len(LEVELS)
    calibration: dict[str, float] = field(default_factory=dict)
    least: float = 0.0
    least_inner: float = 0.0


def write(reader: Reader, tokenizer: Path, out: Path, *, name: str, int8: bool = True) -> None:
    """Write encoder, linker and tokenizer; `settings` completes the folder."""
    out.mkdir(parents=True, exist_ok=True)
    onnx.save(build(_leaning(_arrays(reader.encoder.state_dict())), int8=int8), out / "encoder.onnx")
    linker = {key: value.astype(np.float16) for key, value in _arrays(reader.linker.state_dict()).items()}
    np.savez(out / "linker.npz", **linker)  # type: ignore[arg-type]
    shutil.copyfile(tokenizer, out / "tokenizer.json")
    settings(out, name=name, measured=Measured())


def settings(out: Path, *, name: str, measured: Measured) -> None:
    """Write `model.json`."""
    stored = {
        "format": FORMAT,
        "name": name,
        "labels": list(LABELS),
        "window": WINDOW,
        "margin": MARGIN,
        "bias": [[round(value, 4) for value in level] for level in measured.bias],
        "calibration": {key: round(value, 4) for key, value in sorted(measured.calibration.items())},
        "least": measured.least,
        "least_inner": measured.least_inner,
    }
    (out / "model.json").write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def _leaning(weights: Weights) -> Weights:
    """The weights with the lean in the vectors of places, which are added to every piece as it is."""
    guide = weights["guide"]
    return weights | {"position.weight": weights["position.weight"] + np.float32(LEAN) * guide}


def _arrays(state: dict[str, object]) -> Weights:
    return {key: value.detach().float().numpy() for key, value in state.items()}  # type: ignore[attr-defined]

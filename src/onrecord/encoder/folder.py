"""A model's folder: the files that a reader needs, checked before they are used.

encoder.onnx      pieces to scores and hidden states
linker.npz        the linker's weights
tokenizer.json    the word pieces
model.json        window, labels' biases, calibration, what it was made from
MODEL_CARD.md     for people
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from onrecord.encoder.labels import LABELS
from onrecord.errors import ModelError

FILES = ("encoder.onnx", "linker.npz", "tokenizer.json", "model.json")
FORMAT = 3
SHIPPED = Path(__file__).parent / "shipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `model.json` says.

    `window` and `margin` count pieces; `bias` is added to the labels' log-probabilities before decoding, a row a level
    (outer, inner), in the order of `LABELS`; `calibration` are the weights that turn a statement's raw doubts into a
    probability, by name; `least` is the probability below which what was found counts as not found, unless it stands
    between quotation marks, and `least_inner` that below which a statement inside another does.
    """

    name: str
    window: int
    margin: int
    bias: tuple[tuple[float, ...], ...]
    calibration: Mapping[str, float]
    least: float
    least_inner: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFolder:
    """A folder whose files were found and whose settings were read; `digest` is the SHA-256 over all its files."""

    path: Path
    settings: Settings
    digest: str


def open_folder(path: Path | None = None) -> ModelFolder:
    """Check a model's folder (the shipped one by default); raises ModelError that names what is wrong."""
    path = SHIPPED if path is None else path
    missing = [name for name in FILES if not (path / name).is_file()]
    if missing:
        raise ModelError(
            f"{path}: not a model: {', '.join(missing)} missing; --model takes a folder made by `python -m training`"
        )
    return ModelFolder(path=path, settings=_settings(path / "model.json"), digest=_digest(path))


def _digest(path: Path) -> str:
    digest = sha256()
    for name in FILES:
        digest.update(sha256((path / name).read_bytes()).digest())
    return digest.hexdigest()


def _settings(path: Path) -> Settings:
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if raw["format"] != FORMAT or tuple(raw["labels"]) != LABELS:
            raise ModelError(
                f"{path}: made for another version of OnRecord; train it anew or update OnRecord"
            )
        return Settings(
            name=str(raw["name"]),
            window=int(raw["window"]),
            margin=int(raw["margin"]),
            bias=tuple(tuple(float(number) for number in level) for level in raw["bias"]),
            calibration={str(key): float(value) for key, value in raw["calibration"].items()},
            least=float(raw["least"]),
            least_inner=float(raw["least_inner"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path}: cannot be read as a model's settings: {error!r}") from error

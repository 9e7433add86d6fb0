"""The second network: the vector of a text, and how a statement bears on a concept.

Its folder holds pairs.onnx, tokenizer.json, model.json and, for people, MODEL_CARD.md.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.encoder.opening import open_network, open_tokenizer
from onrecord.encoder.pairs import Framed, Laid, pair, single
from onrecord.encoder.runtime import ort
from onrecord.errors import ModelError

Floats = NDArray[np.float64]
FILES = ("pairs.onnx", "tokenizer.json", "model.json")
FORMAT = 1
SHIPPED = Path(__file__).parent / "shipped_pairs"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a folder says of itself: the model's name, `digest`, the SHA-256 over its files, `network`, that of the
    network alone, and the weights from which suggesting codes starts (`onrecord.coding.prior` reads them).
    """

    name: str
    digest: str
    network: str
    weights: Mapping[str, Any]


class Bearing:
    """The network and the tokenizer of one folder.

    Each run uses one thread and one input, so that what a text gives does not depend on what is read beside it.
    """

    def __init__(self, about: About, session: ort.InferenceSession, tokenizer: Tokenizer) -> None:
        self.about = about
        self._session = session
        self._tokenizer = tokenizer
        self._options = ort.RunOptions()
        # The vector and the scores are two halves: only the one that was asked for is computed.
        self._options.only_execute_path_to_fetches = True

    @classmethod
    def load(cls, path: Path | None = None) -> "Bearing":
        """Load a folder, the shipped one by default; raises ModelError where it does not fit."""
        path = SHIPPED if path is None else path
        missing = [name for name in FILES if not (path / name).is_file()]
        if missing:
            raise ModelError(
                f"{path}: no model of concepts: {', '.join(missing)} missing; "
                "it takes a folder made by `python -m training.stance`"
            )
        about = _about(path)
        network = open_network(
            path / "pairs.onnx",
            inputs={"ids", "parts"},
            outputs={"vector", "scores"},
            what="no model of concepts",
        )
        return cls(about, network, open_tokenizer(path / "tokenizer.json"))

    def vector(self, text: str) -> Floats:
        """The vector of a text, H = 384 numbers of length one; cosines of two say how near they are in meaning."""
        found = self._run(single(self._tokenizer, text), "vector")
        return np.asarray(found / max(float(np.linalg.norm(found)), 1e-12), np.float64)

    def scores(self, concept: str, framed: Framed) -> Floats:
        """Four scores before any probability: relevance, then agree, disagree, neither."""
        return np.asarray(self._run(pair(self._tokenizer, concept, framed), "scores"), np.float64)

    def _run(self, laid: Laid, wanted: str) -> NDArray[np.float32]:
        inputs = {"ids": laid.ids[None], "parts": laid.parts[None]}
        found: NDArray[np.float32] = self._session.run([wanted], inputs, self._options)[0][0]
        return found


def _about(path: Path) -> About:
    try:
        raw = json.loads((path / "model.json").read_text(encoding="utf-8"))
        if raw["format"] != FORMAT:
            raise ModelError(
                f"{path / 'model.json'}: made for another version of OnRecord; train it anew or update OnRecord"
            )
        parts = [sha256((path / name).read_bytes()).digest() for name in FILES]
        return About(
            name=str(raw["name"]),
            digest=sha256(b"".join(parts)).hexdigest(),
            network=parts[0].hex(),
            weights=dict(raw["weights"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path / 'model.json'}: cannot be read as a model's settings: {error!r}") from error

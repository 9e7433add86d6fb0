"""One pass of the shipped network over a text: scores for every word, hidden states for every window."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.encoder.folder import ModelFolder, Settings, open_folder
from onrecord.encoder.labels import LABELS, LEVELS, SCORES
from onrecord.encoder.linker import Linker
from onrecord.encoder.opening import open_network, open_tokenizer
from onrecord.encoder.pieces import Ints, Pieces, cut
from onrecord.encoder.runtime import ort
from onrecord.encoder.windows import Window, windows
from onrecord.model import Span

Floats = NDArray[np.float32]

CLS, SEP = 101, 102
KINDS = SCORES // len(LABELS)
"""Kinds of scores of a piece, as many labels in each: the outer and the inner level, and names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """A text after its one pass: w words, 2 levels, 7 labels, H hidden units.

    `log_probabilities`: (2, w, 7): outer and inner level, labels in the order of `encoder.labels.LABELS`.
    `names`: (w, 7): the log-probabilities of `encoder.labels.NAME_LABELS`.
    `states`: for each window its pieces' hidden states (window's length, H), [CLS] and [SEP] left out.
    """

    pieces: Pieces
    log_probabilities: Floats
    names: Floats
    windows: tuple[Window, ...]
    states: tuple[Floats, ...]


class Encoder:
    """The network, the tokenizer and the linker of one model folder.

    Safe to use from several threads.  Each run uses one thread and one window at a time, so that what a text gives
    does not depend on what is read beside it.
    """

    def __init__(
        self, folder: ModelFolder, session: ort.InferenceSession, tokenizer: Tokenizer, linker: Linker
    ) -> None:
        self.folder = folder
        self.linker = linker
        self._session = session
        self._tokenizer = tokenizer

    @classmethod
    def load(cls, path: Path | None = None) -> "Encoder":
        """Load a model folder, the shipped one by default; raises ModelError where it does not fit."""
        folder = open_folder(path)
        tokenizer = open_tokenizer(folder.path / "tokenizer.json")
        return cls(
            folder, _network(folder.path / "encoder.onnx"), tokenizer, Linker.load(folder.path / "linker.npz")
        )

    @property
    def settings(self) -> Settings:
        """What the model's folder says about itself."""
        return self.folder.settings

    def encode(self, text: str, paragraphs: Sequence[Span]) -> Encoded:
        """Run the network over the paragraphs of a text; the rest of the text is not read."""
        pieces = cut(text, paragraphs, self._tokenizer)
        laid = windows(len(pieces.ids), self.settings.window, self.settings.margin)
        said = np.zeros((len(pieces.ids), KINDS, len(LABELS)), np.float32)
        heard = np.zeros((len(pieces.ids), 1, 1), np.float32)
        states = []
        for window in laid:
            scores, window_states = self._run(pieces, window)
            here = window.heard(len(pieces.ids))
            some = scores[here.start - window.start : here.stop - window.start]
            said[here] += _log_softmax(some.reshape(-1, KINDS, len(LABELS)))
            heard[here] += 1
            states.append(window_states)
        of_words = _log_softmax(said[pieces.first] / heard[pieces.first]).transpose(1, 0, 2)
        return Encoded(
            pieces=pieces,
            log_probabilities=of_words[: len(LEVELS)],
            names=of_words[len(LEVELS)],
            windows=tuple(laid),
            states=tuple(states),
        )

    def _run(self, pieces: Pieces, window: Window) -> tuple[Floats, Floats]:
        ids = np.concatenate([[CLS], pieces.ids[window.start : window.end], [SEP]])
        signs = np.concatenate([[0], pieces.signs[window.start : window.end], [0]])
        inputs: dict[str, Ints] = {"ids": ids[None], "signs": signs[None]}
        scores, states = self._session.run(["scores", "states"], inputs)
        return scores[0, 1:-1], states[0, 1:-1]


def _log_softmax(scores: Floats) -> Floats:
    top = scores.max(-1, keepdims=True)
    return np.asarray(scores - top - np.log(np.exp(scores - top).sum(-1, keepdims=True)), np.float32)


def _network(path: Path) -> ort.InferenceSession:
    return open_network(
        path, inputs={"ids", "signs"}, outputs={"scores", "states"}, what="not an encoder of ours"
    )

"""A small invented debate with a network of words: what bears on what can be seen from the words alone."""

import hashlib

import numpy as np
from numpy.typing import NDArray

from onrecord.coding.evidence import Evidence, gather
from onrecord.coding.features import RELEVANCE, STANCE
from onrecord.coding.learner import Prior, Weights
from onrecord.coding.units import Unit
from onrecord.encoder.pairs import Framed, whole
from onrecord.model.codebook import Codebook, Concept
from onrecord.model.coding import Reviewed
from onrecord.model.statement_changes import Stance

BOOK = Codebook(
    title="The Sund crossing",
    concepts=(
        Concept(
            name="bridge",
            label="A bridge is built",
            definition="The strait should be bridged.",
            examples_for=("build the bridge",),
            examples_against=("no bridge",),
        ),
        Concept(
            name="toll",
            label="Drivers pay a toll",
            definition="Drivers should pay for it.",
            examples_for=("a fair toll",),
            examples_against=("this toll is theft",),
        ),
        Concept(name="eel", label="The eel is protected", definition="Works stop while the eel wanders."),
    ),
)
MATTERS = {"bridge": "bridge", "toll": "toll", "eel": "eel"}
WORDS: dict[str, tuple[Stance, tuple[str, ...]]] = {
    "agree": ("agree", ("welcome the", "we need the", "nothing beats the")),
    "disagree": ("disagree", ("shame on the", "nobody wants the", "stop the")),
    "neither": ("neither", ("they will vote on the", "ask me later about the")),
}
EXTRA = (
    "near the harbour",
    "said in May",
    "at the fish market",
    "before the council",
    "with a sigh",
    "on the radio",
)


class WordReads:
    """A network that knows words: a vector is the sum of fixed random ones, relevance is a shared matter."""

    def vector(self, text: str) -> NDArray[np.float64]:
        rows = [self._word(word) for word in text.lower().replace(".", " ").replace(":", " ").split()]
        total = np.sum(rows, 0) if rows else np.ones(384)
        return np.asarray(total / np.linalg.norm(total))

    def scores(self, concept: str, framed: Framed) -> NDArray[np.float64]:
        words = {word for word in framed.text.lower().split() if word in MATTERS}
        hit = any(word in concept.lower() for word in words)
        tail = int(hashlib.sha256((concept + framed.text).encode()).hexdigest()[:4], 16) / 65536 - 0.5
        return np.array([2.0 if hit else -2.0, tail, -tail, 0.0]) + np.array([2 * tail, 0, 0, 0])

    def _word(self, word: str) -> NDArray[np.float64]:
        seed = int(hashlib.sha256(word.encode()).hexdigest()[:8], 16)
        return np.random.default_rng(seed).normal(size=384)


def statements(count: int, seed: int = 1) -> tuple[list[Unit], Reviewed]:
    """Statements with their right codes."""
    rng = np.random.default_rng(seed)
    units, codes = [], {}
    for number in range(count):
        name = f"s-{number}"
        matter = [*MATTERS, None][rng.integers(4)]
        stance, openings = list(WORDS.values())[rng.integers(3)]
        text = (
            f"{openings[rng.integers(len(openings))]} {matter or 'weather'} {EXTRA[rng.integers(len(EXTRA))]}"
        )
        units.append(
            Unit(id=name, framed=whole(text), speaker=f"p-{rng.integers(6)}", article=f"a-{number // 5}")
        )
        codes[name] = {matter: stance} if matter else {}
    return units, codes


def evidence(count: int, seed: int = 1) -> tuple[Evidence, Reviewed]:
    units, codes = statements(count, seed)
    return gather(units, BOOK, WordReads()), codes


def prior() -> Prior:
    """Relevance and stance as the network has them, the rest at a little."""
    relevance = {"one": -0.5, "score": 1.0, "reviewed_line": 1.5}
    stance = {
        "score": 0.3,
        "example": 0.3,
        "reviewed_line": 1.0,
        "reviewed_speaker": 0.1,
    }
    weights = Weights(
        relevance=tuple(relevance.get(name, 0.0) for name in RELEVANCE),
        stance=tuple(stance.get(name, 0.0) for name in STANCE),
        least=0.4,
    )
    return Prior(first=weights, later=weights, made_from="words")

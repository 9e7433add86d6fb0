"""Fits what is fitted after training, on articles the network did not learn from: the labels' bias, and the weights
that turn a statement's doubts into a probability.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.reader import Encoder
from onrecord.extraction.confidence import INTERCEPT
from onrecord.extraction.drafts import Draft
from onrecord.extraction.statements import drafts_of
from onrecord.model import Article, Skipped, Span
from onrecord.reading import read_bytes
from training.polnear import Annotated

MATCH = 0.8
RIDGE = 1.0
_NOT_FITTED = frozenset({INTERCEPT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A draft's doubts and whether content and source are right, by the rules of the scorer in ../shared/eval."""

    doubts: Mapping[str, float]
    right: bool
    article: int


def judge(articles: Sequence[Annotated], folder: Path) -> list[Judged]:
    """Every draft that the model of a folder makes of the articles, judged against their attributions."""
    encoder = Encoder.load(folder)
    return [
        Judged(doubts=draft.doubts, right=right, article=number)
        for number, annotated in enumerate(articles)
        for draft, right in _judged(annotated, encoder)
    ]


def _judged(annotated: Annotated, encoder: Encoder) -> Iterable[tuple[Draft, bool]]:
    article = next(iter(read_bytes(annotated.name, annotated.text.encode("utf-8"))))
    if isinstance(article, Skipped):
        return []
    drafts, _ = drafts_of(article, encoder)
    return [(draft, _is_right(draft, annotated, article)) for draft in drafts]


def _is_right(draft: Draft, annotated: Annotated, article: Article) -> bool:
    ours = _letters(article.text, draft.content)
    for gold in annotated.attributions:
        theirs = _letters(article.text, gold.content)
        if len(ours & theirs) >= MATCH * len(ours | theirs) > 0:
            named = _letters(article.text, gold.source)
            return not named or bool(named & _letters(article.text, draft.source))
    return False


def _letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(at for span in spans for at in range(span.start, span.end) if text[at].isalnum())


def fit(judged: Sequence[Judged]) -> dict[str, float]:
    """Logistic regression with a small ridge, by Newton's method (ten steps are many for so few weights)."""
    names = sorted({name for item in judged for name in item.doubts})
    rows = np.array([[*(item.doubts.get(name, 0.0) for name in names), 1.0] for item in judged])
    rights = np.array([item.right for item in judged], np.float64)
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([RIDGE] * len(names) + [0.0])
    for _ in range(10):
        probability = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (probability - rights) + ridge @ weights
        curve = (rows * (probability * (1 - probability))[:, None]).T @ rows + ridge
        weights -= np.linalg.solve(curve, slope)
    return dict(zip([*names, INTERCEPT], weights.tolist(), strict=True))


def expected_error(probability: NDArray[np.float64], right: NDArray[np.float64], bins: int = 10) -> float:
    """Expected calibration error over equal bins (Naeini, Cooper and Hauskrecht 2015): mean |said - was|, weighted."""
    at = np.minimum((probability * bins).astype(int), bins - 1)
    chosen = [at == number for number in range(bins) if (at == number).any()]
    return float(sum(abs(probability[c].mean() - right[c].mean()) * c.mean() for c in chosen))

"""Fits the weights that turn a statement's doubts into a probability, on articles the network did not learn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.texts import article_of
from onrecord.encoder.reader import Encoded, Encoder
from onrecord.extraction.confidence import INTERCEPT, shrunk
from onrecord.extraction.drafts import Draft
from onrecord.extraction.statements import encode, look
from onrecord.model import Span
from onrecord.model.likeness import ALIKE, letters, share
from training.polnear import Annotated

RIDGE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A draft's doubts and whether content and source are right, by the rules of the scorer in ../shared/eval."""

    doubts: Mapping[str, float]
    right: bool
    article: int


class Remembering:
    """An encoder that has run over its articles once, so that settings can be tried without running it again."""

    def __init__(self, folder: Path, annotated: Sequence[Annotated]) -> None:
        encoder = Encoder.load(folder)
        self.linker, self.settings = encoder.linker, encoder.settings
        self.articles = [article_of(each.name, each.text) for each in annotated]
        self._encoded: dict[str, Encoded] = {
            article.text: encode(article, encoder) for article in self.articles
        }

    def encode(self, text: str, _paragraphs: Sequence[Span]) -> Encoded:
        """What the encoder gave for that text."""
        return self._encoded[text]

    def with_bias(self, bias: tuple[tuple[float, ...], ...]) -> "Remembering":
        """This encoder, decoding with another bias from now on."""
        self.settings = replace(self.settings, bias=bias)
        return self


def judge(encoder: Remembering, annotated: Sequence[Annotated]) -> list[Judged]:
    """Every draft that the encoder makes of the articles, judged against their attributions."""
    return [
        Judged(doubts=draft.doubts, right=_is_right(draft, each, article.text), article=number)
        for number, (each, article) in enumerate(zip(annotated, encoder.articles, strict=True))
        for draft in look(article, encoder).drafts  # type: ignore[arg-type]  # it has all that is asked of it
    ]


def _is_right(draft: Draft, annotated: Annotated, text: str) -> bool:
    ours = letters(text, draft.content)
    for gold in annotated.attributions:
        if gold.content and gold.content[0].start < draft.content[-1].end:
            theirs = letters(text, gold.content)
            if share(ours, theirs) >= ALIKE:
                named = letters(text, gold.source)
                return not named or bool(named & letters(text, draft.source))
    return False


def fit(judged: Sequence[Judged]) -> dict[str, float]:
    """Logistic regression with a small ridge, by Newton's method (ten steps are many for so few weights).

    On the doubts as `onrecord.extraction.confidence` weighs them.
    """
    names = sorted({name for item in judged for name in item.doubts})
    rows = np.array([[*(shrunk(item.doubts.get(name, 0.0)) for name in names), 1.0] for item in judged])
    rights = np.array([item.right for item in judged], np.float64)
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([RIDGE] * len(names) + [0.0])
    for _ in range(10):
        said = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (said - rights) + ridge @ weights
        curve = (rows * (said * (1 - said))[:, None]).T @ rows + ridge
        weights -= np.linalg.solve(curve, slope)
    return dict(zip([*names, INTERCEPT], weights.tolist(), strict=True))


def expected_error(said: NDArray[np.float64], right: NDArray[np.float64], bins: int = 10) -> float:
    """Expected calibration error over equal bins (Naeini, Cooper and Hauskrecht 2015): mean |said - was|, weighted."""
    at = np.minimum((said * bins).astype(int), bins - 1)
    chosen = [at == number for number in range(bins) if (at == number).any()]
    return float(sum(abs(said[c].mean() - right[c].mean()) * c.mean() for c in chosen))

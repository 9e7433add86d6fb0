"""Drafts of both levels, from scores made by hand."""

from types import SimpleNamespace

import numpy as np
import pytest

from onrecord.encoder.labels import CONTENT, CUE, LABELS, LEVELS, OUT, SOURCE, begin, inside
from onrecord.encoder.linker import PAIRS, Linker
from onrecord.encoder.reader import Encoded
from onrecord.encoder.windows import Window
from onrecord.extraction.drafts import draft
from onrecord.model import ACTS, Span

WORDS = "Lind said Oller had promised a ferry .".split()
OUTER_LABELS = [begin(SOURCE), begin(CUE), begin(CONTENT), *[inside(CONTENT)] * 4, OUT]
INNER_LABELS = [OUT, OUT, begin(SOURCE), begin(CUE), inside(CUE), begin(CONTENT), inside(CONTENT), OUT]
HIDDEN = 4


def scored(outer: list[int], inner: list[int]) -> np.ndarray:
    rows = np.full((len(LEVELS), len(outer), len(LABELS)), 0.01)
    for level, labels in enumerate((outer, inner)):
        rows[level, np.arange(len(labels)), labels] = 0.94
    return np.log(rows).astype(np.float32)


def linker() -> Linker:
    """Links whatever lies nearest; the act of a cue is read from the first hidden unit of its first piece."""
    weights = {}
    for pair, names in PAIRS.items():
        weights |= {pair: np.zeros((2, 2)), f"{pair}_distance": np.zeros(20)}
        weights |= {f"{pair}_rank": -np.arange(8.0)}
        weights |= {f"{pair}_none.weight": np.zeros((1, 2)), f"{pair}_none.bias": np.array([-9.0])}
        for name in names:
            weights |= {f"{name}.weight": np.zeros((2, 2 * HIDDEN)), f"{name}.bias": np.zeros(2)}
    act = np.zeros((len(ACTS), 2 * HIDDEN))
    act[ACTS.index("attitude"), 0] = 5.0
    weights |= {"act.weight": act, "act.bias": np.array([1.0, 0, 0, 0])}
    return Linker({name: value.astype(np.float32) for name, value in weights.items()})


def encoded(log_probabilities: np.ndarray, states: np.ndarray | None = None) -> Encoded:
    ends = np.cumsum([len(word) + 1 for word in WORDS]) - 1
    each = np.arange(len(WORDS))
    pieces = SimpleNamespace(
        first=each, last=each, paragraph=np.zeros(len(WORDS), int), ids=each,
        word_start=np.concatenate([[0], ends[:-1] + 1]), word_end=ends,
    )  # fmt: skip
    return Encoded(
        pieces=pieces,  # type: ignore[arg-type]
        log_probabilities=log_probabilities,
        names=np.zeros((len(WORDS), 7), np.float32),
        windows=(Window(0, len(WORDS), 0, len(WORDS)),),
        states=(np.zeros((len(WORDS), HIDDEN), np.float32) if states is None else states,),
    )


@pytest.fixture
def encoder() -> SimpleNamespace:
    return SimpleNamespace(linker=linker(), settings=SimpleNamespace(bias=((0.0,) * len(LABELS),) * 2))


def words(spans: tuple[Span, ...]) -> str:
    return " … ".join(span.of(" ".join(WORDS)) for span in spans)


def test_a_statement_inside_another_has_its_own_source_cue_and_content(encoder) -> None:
    found = draft(encoded(scored(OUTER_LABELS, INNER_LABELS)), encoder)
    (outer,), (inner,) = found.outer, found.inner
    assert (words(outer.source), words(outer.cue), words(outer.content)) == (
        "Lind", "said", "Oller had promised a ferry",
    )  # fmt: skip
    assert (words(inner.source), words(inner.cue), words(inner.content)) == (
        "Oller",
        "had promised",
        "a ferry",
    )
    assert inner.doubts["inner"] == -1.0
    assert "inner" not in outer.doubts


def test_nothing_is_inside_where_no_content_is(encoder) -> None:
    found = draft(encoded(scored([OUT] * 8, INNER_LABELS)), encoder)
    assert (found.outer, found.inner, found.idle) == ([], [], [])


def test_an_inner_content_without_a_cue_is_no_statement(encoder) -> None:
    inner = [OUT, OUT, OUT, OUT, OUT, begin(CONTENT), inside(CONTENT), OUT]
    assert draft(encoded(scored(OUTER_LABELS, inner)), encoder).inner == []


def test_a_cue_tells_the_act(encoder) -> None:
    states = np.zeros((len(WORDS), HIDDEN), np.float32)
    states[3, 0] = 1.0  # the first piece of "had promised"
    found = draft(encoded(scored(OUTER_LABELS, INNER_LABELS), states), encoder)
    assert (found.outer[0].act, found.inner[0].act) == ("speech", "attitude")

"""How good is it on my articles: precision and recall from what people decided of random samples.

Two samples are drawn, by a hash of the seed and the ids, so that the same seed draws the same ones everywhere:
statements for precision, articles for recall.  Decisions on anything else do not count: a statement that was reviewed
because it looked doubtful is wrong more often than others are, and would speak for them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from onrecord.ledger import Filter, Ledger
from onrecord.ledger.verdicts import Verdict
from onrecord.model import KINDS, ArticleId, StatementId
from onrecord.review.intervals import over_clusters, wilson
from onrecord.review.queues import SEED

Measure = Literal["precision", "recall"]
Group = Literal["all", "kind", "outlet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A share with its 95% interval, all 0 to 1: `right` of `of` cases.

    `name` is the kind or the outlet that it is about; None for all together, and for articles without an outlet.
    """

    measure: Measure
    group: Group
    name: str | None
    right: int
    of: int
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What the samples say, and what of them is still to be reviewed.

    `statements` and `articles` are how many were drawn; the two tuples say which of them nobody has judged yet, or not
    all of whose statements.  In those of `empty` nothing was found, and nobody says that they were read.
    """

    seed: int
    statements: int
    unjudged: tuple[StatementId, ...]
    articles: int
    unread: tuple[ArticleId, ...]
    empty: tuple[ArticleId, ...]
    estimates: tuple[Estimate, ...]


def evaluate(ledger: Ledger, *, sample: int = 100, articles: int = 20, seed: int = SEED) -> Evaluation:
    """Precision and recall, whole, by kind and by outlet, as far as the samples of that many are reviewed.

    Precision: of the sampled statements that were judged, the share that is right: accepted, and corrected in neither
    content nor source.  Recall: of all real statements of the sampled articles that were read to the end (every
    statement found in them is judged), the share that is right; real ones are those that people accepted, corrected in
    content or source, or added, and those that an earlier reading found and the latest misses.
    """
    drawn = [
        ledger.desk.verdict(each) for each in islice(ledger.desk.queued("drawn", Filter(), seed), sample)
    ]
    opened = {
        each: list(ledger.desk.verdicts(each)) for each in islice(ledger.desk.articles_drawn(seed), articles)
    }
    read = {article: found for article, found in opened.items() if found and _is_read(found)}
    return Evaluation(
        seed=seed,
        statements=len(drawn),
        unjudged=tuple(each.statement for each in drawn if not each.judged),
        articles=len(opened),
        unread=tuple(article for article, found in opened.items() if found and article not in read),
        empty=tuple(
            article for article, found in opened.items() if not found and not ledger.desk.is_read(article)
        ),
        estimates=(
            *_each_group([each for each in drawn if each.judged], _precision),
            *_each_group(
                [each for found in read.values() for each in found if each.real],
                lambda some: _recall(some, list(read), seed),
            ),
        ),
    )


def _is_read(found: Iterable[Verdict]) -> bool:
    return all(each.judged for each in found if each.found)


def _precision(some: Sequence[Verdict]) -> tuple[Measure, int, int, float, float]:
    """Statements were drawn one by one, so each is a case by itself, whatever article it stands in."""
    right = sum(each.right for each in some)
    return "precision", right, len(some), *wilson(right, len(some))


def _recall(
    some: Sequence[Verdict], articles: Sequence[ArticleId], seed: int
) -> tuple[Measure, int, int, float, float]:
    """Articles were drawn whole, and statements of one are missed together: they vary as articles do."""
    right = Counter(each.article for each in some if each.right)
    real = Counter(each.article for each in some)
    low, high = over_clusters([(right[each], real[each]) for each in articles if real[each]], seed)
    return "recall", right.total(), real.total(), low, high


def _each_group(
    judged: Sequence[Verdict], measured: Callable[[Sequence[Verdict]], tuple[Measure, int, int, float, float]]
) -> Iterator[Estimate]:
    for group, name, some in _groups(judged):
        measure, right, of, low, high = measured(some)
        yield Estimate(
            measure=measure, group=group, name=name, right=right, of=of, value=right / of, low=low, high=high
        )


def _groups(judged: Sequence[Verdict]) -> Iterator[tuple[Group, str | None, Sequence[Verdict]]]:
    """All together, then by kind, then by outlet, the commonest first; nothing that has no case."""
    if judged:
        yield "all", None, judged
    for kind in KINDS:
        if of_kind := [each for each in judged if each.kind == kind]:
            yield "kind", kind, of_kind
    for outlet, _ in sorted(Counter(each.outlet for each in judged).items(), key=_commonest):
        yield "outlet", outlet, [each for each in judged if each.outlet == outlet]


def _commonest(counted: tuple[str | None, int]) -> tuple[int, str]:
    return -counted[1], counted[0] or ""

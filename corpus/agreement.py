"""How far two markings of the same reports agree, statement by statement."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from corpus.debate import Debate
from corpus.report import Annotation, Report
from onrecord.model import Span
from onrecord.model.likeness import ALIKE, letters, share

Pair = tuple[Annotation, Annotation]


@dataclass(frozen=True, slots=True)
class Tally:
    """Among the pairs that could be asked, those that agree; `kappa` is None for what has no fixed set of values."""

    asked: int
    equal: int
    kappa: float | None = None

    @property
    def share(self) -> float:
        """Equal of asked; 1 if nothing was asked."""
        return self.equal / self.asked if self.asked else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Statements of the first and second marking, the pairs of them with one content, and each field over the pairs."""

    first: int
    second: int
    matched: int
    fields: dict[str, Tally] = field(default_factory=dict)

    @property
    def f1(self) -> float:
        """Content found by both, as F1."""
        return 2 * self.matched / (self.first + self.second) if self.first + self.second else 1.0


def pairs(first: Report, second: Report) -> list[Pair]:
    """Statements of two markings of one text that have one content, each in one pair, the closest first.

    Raises ValueError if the texts differ.
    """
    if first.text != second.text:
        raise ValueError(f"{first.name}: the two markings are of different texts")
    a, b = ([(s, letters_of(report, s.content)) for s in report.statements] for report in (first, second))
    ranked = sorted(
        ((share(x, y), s.number, t.number) for (s, x), (t, y) in product(a, b) if x & y), reverse=True
    )
    left = {s.number: s for s in first.statements}
    right = {s.number: s for s in second.statements}
    return [
        (left.pop(m), right.pop(n)) for both, m, n in ranked if both >= ALIKE and m in left and n in right
    ]


def agreement(first: Debate, second: Debate) -> Agreement:
    """The agreement over the reports of a debate, which both markings hold."""
    matched = [pair for a, b in zip(first.reports, second.reports, strict=True) for pair in pairs(a, b)]
    return Agreement(
        first=sum(len(report.statements) for report in first.reports),
        second=sum(len(report.statements) for report in second.reports),
        matched=len(matched),
        fields={name: _tally(matched, read) for name, read in _FIELDS.items()} | {"codes": _codes(matched)},
    )


def _speaker(statement: Annotation) -> str | None:
    return statement.speaker or statement.unnamed or statement.group


_FIELDS: dict[str, Callable[[Annotation], object]] = {
    "kind": lambda s: s.kind,
    "act": lambda s: s.act,
    "speaker": lambda s: (_speaker(s) or "").casefold(),
    "via": lambda s: s.via,
    "said_on": lambda s: s.said_on,
    "nested": lambda s: s.parent is not None,
}
_CATEGORIES = ("kind", "act", "nested")


def _tally(matched: list[Pair], read: Callable[[Annotation], object]) -> Tally:
    values = [(read(a), read(b)) for a, b in matched]
    fixed = any(_FIELDS[name] is read for name in _CATEGORIES)
    return Tally(len(values), sum(a == b for a, b in values), kappa(values) if fixed else None)


def _codes(matched: list[Pair]) -> Tally:
    """Over every concept that one of the two gave a statement: whether the other gave it, with the same stance."""
    asked = [(a.codes.get(c), b.codes.get(c)) for a, b in matched for c in sorted({*a.codes, *b.codes})]
    return Tally(len(asked), sum(a == b for a, b in asked))


def kappa(values: list[tuple[object, object]]) -> float | None:
    """Cohen's kappa (1960): agreement beyond what the two frequencies would give by chance; None where chance is 1."""
    if not values:
        return None
    n = len(values)
    observed = sum(a == b for a, b in values) / n
    left, right = [a for a, _ in values], [b for _, b in values]
    chance = sum(left.count(v) * right.count(v) for v in set(left)) / n**2
    return (observed - chance) / (1 - chance) if chance < 1 else None


def letters_of(report: Report, places: Iterable[Sequence[int]]) -> frozenset[int]:
    """Where the letters and digits of some places stand."""
    return letters(report.text, (Span(start, end) for start, end in places))

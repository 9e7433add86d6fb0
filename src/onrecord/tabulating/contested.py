"""On which concepts and variables the people who coded a ledger differ."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from onrecord.ledger import Filter, Ledger
from onrecord.model import Amount, Record, Stance
from onrecord.model.contested import Contested
from onrecord.review.intervals import wilson

Key = tuple[Literal["concept", "variable"], str]


def contested(ledger: Ledger, decided: Iterable[Record] | None = None) -> list[Contested]:
    """Every concept and variable that two people or more coded of one statement, those most differed on first.

    A concept is differed on where their stances differ, a variable where their values for the same code do.  What was
    settled later counts too: it was not plain.  Intervals are Wilson's (`review.intervals`).  `decided`: the records,
    or at least those with codes or values, where the caller has them; else they are read.
    """
    people = {each.name for each in ledger.coders() if each.kind == "person"}
    several: Counter[Key] = Counter()
    differ: Counter[Key] = Counter()
    for record in ledger.records(Filter()) if decided is None else decided:
        for key, same in _by_several(record, people):
            several[key] += 1
            differ[key] += not same
    labels = _labels(ledger)
    found = [_contested(key, labels.get(key, key[1]), count, differ[key]) for key, count in several.items()]
    return sorted(found, key=lambda each: (-each.differ / each.several, -each.several, each.kind, each.name))


def _contested(key: Key, label: str, several: int, differ: int) -> Contested:
    low, high = wilson(differ, several)
    kind, name = key
    return Contested(kind=kind, name=name, label=label, several=several, differ=differ, low=low, high=high)


def _by_several(record: Record, people: set[str]) -> Iterator[tuple[Key, bool]]:
    """Each concept and variable that several people coded of a statement, and whether they say the same."""
    stances: dict[str, list[Stance]] = {}
    for code in record.codes:
        if code.coder in people:
            stances.setdefault(code.concept, []).append(code.stance)
    values: dict[tuple[str, int, str], list[Amount]] = {}
    for each in record.values:
        for valued in each.values:
            if each.coder in people and valued.value is not None:
                values.setdefault((each.concept, each.entry, valued.variable), []).append(valued.value)
    for concept, said in stances.items():
        if len(said) > 1:
            yield ("concept", concept), len(set(said)) == 1
    for (_, _, variable), given in values.items():
        if len(given) > 1:
            yield ("variable", variable), len(set(given)) == 1


def _labels(ledger: Ledger) -> dict[Key, str]:
    codebook = ledger.codebook()
    if codebook is None:
        return {}
    concepts: dict[Key, str] = {("concept", name): label for name, label in codebook.labels.items()}
    return concepts | {("variable", each.name): each.label or each.name for each in codebook.variables}

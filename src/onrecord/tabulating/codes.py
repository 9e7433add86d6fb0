"""The codes of a statement that count in a network: where coders differ, the decision that settled it counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.ledger import Ledger
from onrecord.model import Amount, CodeValues, Record, SetCode, Stance

_AGREES = {"agree": 1, "disagree": 0}

DIFFER = "coders differ"
NEITHER = "neither agrees nor disagrees"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRow:
    """One code; `agrees` is 1, 0, or None where no stance is coded, `coder` all who say so.

    `why` says why it does not count, None where it does: then whatever coders agree on of it is there.
    """

    record: Record
    concept: str
    agrees: int | None
    coder: str
    by_person: bool
    values: Mapping[str, Amount]
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What one coder says in one code: the stance, None where none is coded, and the variables."""

    coder: str
    stance: Stance | None
    values: Mapping[str, Amount]


def narrowed(record: Record, coder: str | None, scheme: str | None, names: Sequence[str]) -> Record:
    """The record with the codes and values that are meant."""
    if not record.values:
        if coder is None and scheme is None:
            return record
        codes = [each for each in record.codes if coder in (None, each.coder) and scheme is None]
        return replace(record, codes=tuple(codes))
    schemes = {(each.concept, each.coder): each.scheme for each in record.values if each.entry == 1}
    return replace(
        record,
        codes=tuple(
            each
            for each in record.codes
            if coder in (None, each.coder) and scheme in (None, schemes.get((each.concept, each.coder)))
        ),
        values=tuple(
            each
            for each in record.values
            if coder in (None, each.coder)
            and scheme in (None, each.scheme)
            and (each.concept or any(one.variable in names for one in each.values))
        ),
    )


def code_rows(ledger: Ledger, record: Record, people: set[str]) -> Iterator[CodeRow]:
    """The codes of a record, those that count and those that do not, `people` being coders who are no models."""
    for (concept, entry), of_one in _by_code(record).items():
        of_people = [one for one in of_one if one.coder in people] or of_one
        stances = {one.stance for one in of_people}
        why, agree, stance = None, of_people, None
        if len(stances) == 1:
            (stance,) = stances
        else:
            stance = _settled(ledger, record, concept) if entry == 1 else None
            why = DIFFER if stance is None else None
        if why is None:
            agree = [one for one in of_people if one.stance == stance]
            why = NEITHER if stance == "neither" else None
        yield CodeRow(
            record=record,
            concept=concept,
            agrees=None if stance is None else _AGREES.get(stance),
            coder=", ".join(one.coder for one in agree),
            by_person=any(one.coder in people for one in agree),
            values=_shared(agree),
            why=why,
        )


def _by_code(record: Record) -> dict[tuple[str, int], list[_Said]]:
    """What coders say, by concept and entry."""
    found: dict[tuple[str, int], list[_Said]] = {}
    for each in record.coded():
        values = {} if each.values is None else _values(each.values)
        said = _Said(coder=each.coder, stance=each.stance, values=values)
        found.setdefault((each.concept, each.entry), []).append(said)
    return found


def _values(of: CodeValues) -> dict[str, Amount]:
    return {each.variable: each.value for each in of.values if each.value is not None}


def _shared(said: Sequence[_Said]) -> dict[str, Amount]:
    """The values on which nobody differs: a network must not choose."""
    names = {name for one in said for name in one.values}
    found = {name: {one.values[name] for one in said if name in one.values} for name in names}
    return {name: values.pop() for name, values in found.items() if len(values) == 1}


def _settled(ledger: Ledger, record: Record, concept: str) -> Stance | None:
    """The stance on which coders were brought together, None where they were not or differ again since."""
    since: dict[str, Stance | None] = {}
    for decision in reversed(ledger.desk.decisions(record.statement.id)):  # the latest first
        change = decision.change
        if not isinstance(change, SetCode) or change.concept != concept:
            continue
        since.setdefault(decision.coder.name, change.stance)
        if decision.settles:
            stances = set(since.values())
            return stances.pop() if len(stances) == 1 else None
    return None

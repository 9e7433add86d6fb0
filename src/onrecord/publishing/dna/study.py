"""A ledger as a study of the Discourse Network Analyzer.

What came from .dna files goes back as it came: ids, colours, rights, attributes, texts, values; with what was decided
since.  The rest of the ledger joins it: articles as documents, codes as statements of the type "DNA Statement", actors
as person or organization, variables of codes as variables, coders with a password.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.ledger import KeptStatement, Ledger
from onrecord.model import ActorId, Amount, CodeValues, Record, Stance
from onrecord.publishing.dna import defaults
from onrecord.publishing.dna.documents import Documents
from onrecord.publishing.dna.entities import entities_of
from onrecord.publishing.dna.file import VERSION
from onrecord.publishing.dna.kinds import Kinds
from onrecord.publishing.dna.remarks import CUT, NEITHER, NEW_CODERS, UNCODED
from onrecord.publishing.dna.schema import MOST
from onrecord.publishing.dna.texts import short
from onrecord.reading.dna import DnaCoder, DnaFile, DnaStatement

_AGREEMENT: Mapping[Stance, bool] = {"agree": True, "disagree": False}
_ORGANISED = ("organisation", "outlet", "group")
_ORGANISATIONS = ("organization", "organisation")


@dataclass(frozen=True, slots=True)
class Study:
    """A file for DNA, and how often what had to be changed or left out for it, in words."""

    file: DnaFile
    remarks: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coded:
    """One code of a statement, as a row of DNA's; `kept` is the row that it was imported as."""

    record: Record
    coder: str
    concept: str
    entry: int
    stance: Stance | None
    values: CodeValues | None
    kept: KeptStatement | None = None


def study(ledger: Ledger, records: Iterable[Record], *, everything: bool, made_on: str) -> Study:
    """The study that these records of the ledger make; with `everything` all articles are in it, coded or not.

    `made_on` is a day, for a file that none was imported for.
    """
    return _Making(ledger, made_on).study(records, everything=everything)


class _Making:
    def __init__(self, ledger: Ledger, made_on: str) -> None:
        self._kept = list(ledger.dna_statements())
        self._frame = ledger.dna_frame() or defaults.frame(VERSION, made_on)
        self._by_code = {
            (each.statement, each.coder, each.concept, each.entry): each
            for each in reversed(self._kept)
            if each.statement is not None
        }
        self._kinds = Kinds(self._frame.types)
        self._coders = {each.name: each for each in self._frame.coders}
        self._remarks: Counter[str] = Counter()
        ids = {each.name: each.id for each in self._frame.coders}
        self._documents = Documents(ledger, ids, self._remarks)
        self._rows: dict[int, DnaStatement] = {}
        self._last = max((each.number for each in self._kept), default=0)
        self._ledger = ledger
        self._names: Mapping[ActorId, str] = {}

    def study(self, records: Iterable[Record], *, everything: bool) -> Study:
        """The whole of it."""
        if everything:
            self._documents.all()
        coded = [self._known(one) for record in records for one in self._codes(record)]
        speakers = (one.record.statement.speaker for one in coded)
        self._names = self._ledger.names_apart({one.actor for one in speakers if one and one.actor})
        for one in sorted(coded, key=lambda each: each.kept is None):  # those that were imported first
            self._statement(one)
        self._held(everything=everything)
        rows = [self._rows[number] for number in sorted(self._rows)]
        statements = tuple(replace(each, values=self._padded(each)) for each in rows)
        renamed = {each.said: each.concept for each in self._kept if each.said != each.concept}
        made = self._documents.made
        file = replace(
            self._frame,
            types=self._kinds.types(),
            entities=tuple(entities_of(self._frame.entities, statements, self._kinds, renamed)),
            documents={number: made[number] for number in sorted(made)},
            statements=statements,
            coders=tuple(self._coders.values()),
        )
        return Study(file, self._remarks)

    def _codes(self, record: Record) -> Iterator[_Coded]:
        coded = list(record.coded())
        self._remarks[UNCODED] += not coded
        for each in coded:
            yield _Coded(
                record=record,
                coder=each.coder,
                concept=each.concept,
                entry=each.entry,
                stance=each.stance,
                values=each.values,
            )

    def _known(self, one: _Coded) -> _Coded:
        """The code with the row that it was imported as; a row without a coder was coded by whoever imported it."""
        place = (one.record.statement.id, one.coder, one.concept, one.entry)
        kept = self._by_code.get(place) or self._by_code.get((place[0], None, *place[2:]))
        return replace(one, kept=kept)

    def _statement(self, one: _Coded) -> None:
        if one.stance == "neither":
            self._remarks[NEITHER] += 1
            return
        kept = one.kept
        if kept is None:
            self._last += 1
            document = self._documents.of(one.record.article)
            label = one.values.scheme if one.values else ""
        else:
            document, label = kept.document, kept.type
            self._documents.imported(document)
        content = one.record.statement.content
        raw = (kept.start, kept.stop) if kept and len(content) == 1 else None
        start, stop = self._documents.place(document, content[0].start, content[-1].end, raw)
        kind = self._kinds.find(label, with_concept=bool(one.concept))
        number = kept.number if kept else self._last
        self._rows[number] = DnaStatement(
            id=number,
            type=kind,
            document=document,
            coder=None if kept and kept.coder is None else self._coder(one.coder),
            start=start,
            stop=stop,
            values=self._values(kind, one),
        )

    def _held(self, *, everything: bool) -> None:
        """The statements of imported files that could be none here, as they came."""
        for each in self._kept:
            if each.held is None or not (everything or each.document in self._documents.made):
                continue
            self._documents.imported(each.document)
            kind = self._kinds.find(each.type, with_concept=False)
            self._rows[each.number] = DnaStatement(
                id=each.number,
                type=kind,
                document=each.document,
                coder=None if each.coder is None else self._coder(each.coder),
                start=each.start,
                stop=each.stop,
                values=[_plain(each.held.get(name)) for name in self._kinds.names(kind)],
            )

    def _coder(self, name: str) -> int:
        if name not in self._coders:
            number = 1 + max((each.id for each in self._coders.values()), default=0)
            colour = defaults.COLOURS[number % len(defaults.COLOURS)]
            self._coders[name] = DnaCoder(id=number, name=short(name, set(self._coders)), colour=colour)
            self._remarks[NEW_CODERS] += 1
        return self._coders[name].id

    def _values(self, kind: int, one: _Coded) -> list[str | int | None]:
        given: dict[str, Amount | None] = {}
        if one.values is not None:
            given |= {each.variable: each.value for each in one.values.values}
        if one.concept:
            given["concept"] = one.concept
        if one.stance is not None:
            given["agreement"] = _AGREEMENT[one.stance]
        self._speaker(kind, one, given)
        for name, value in given.items():
            if value is not None:
                self._kinds.need(kind, name, value)
        return [self._value(kind, name, given.get(name)) for name in self._kinds.names(kind)]

    def _speaker(self, kind: int, one: _Coded, given: dict[str, Amount | None]) -> None:
        """Who speaks, as person or organization; where a file said so itself, only who was named anew since.

        All names of one actor are one: the name that the ledger shows.
        """
        speaker = one.record.statement.speaker
        names = self._kinds.names(kind)
        organisation = next((name for name in _ORGANISATIONS if name in names), None)
        told = [given.get(name) for name in ("person", organisation) if name]
        if speaker is None or speaker.name in told or (one.kept is not None and not any(told)):
            return
        if any(told) and not _is_named_anew(one, speaker.name, organisation):
            return
        place = organisation if speaker.type in _ORGANISED else "person"
        if place in names:
            given[place] = self._names.get(speaker.actor, speaker.name) if speaker.actor else speaker.name

    def _value(self, kind: int, name: str, value: Amount | None) -> str | int | None:
        variable = self._kinds.variable(kind, name)
        if variable.type != "short text" or value is None:
            return _plain(value)
        if len(str(value)) <= MOST:
            return str(value)
        self._remarks[CUT] += 1
        return self._kinds.shortened(variable.id, str(value))

    def _padded(self, of: DnaStatement) -> Sequence[str | int | None]:
        """The values, with a place for each variable that the type gained after the statement was made."""
        return [*of.values, *[None] * (len(self._kinds.names(of.type)) - len(of.values))]


def _is_named_anew(one: _Coded, speaker: str, organisation: str | None) -> bool:
    """Whether the speaker was decided on since all codes of the statement named another, and the same one."""
    names = [name for name in ("person", organisation) if name]
    told = [tuple(each.value(name) for name in names) for each in one.record.values if each.concept]
    return one.entry == 1 and len(set(told)) == 1 and all(speaker not in each for each in told)


def _plain(value: Amount | None) -> str | int | None:
    return int(value) if isinstance(value, bool) else value

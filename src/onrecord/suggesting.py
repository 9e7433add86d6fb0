"""Suggested codes for a ledger: what people coded there teaches, and what they left open is suggested.

Nothing is stored but by `store`: then each code is a decision by a coder of the kind model, whose name is the model's
with the version of what it had learned.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from onrecord.coding.curve import Curve
from onrecord.coding.evidence import gather
from onrecord.coding.prior import prior_of
from onrecord.coding.study import Study
from onrecord.coding.units import Unit, unit
from onrecord.encoder.bearing import Bearing
from onrecord.ledger import Filter, Ledger
from onrecord.model import Codebook, Coder, Record, SetCode, Stance, StatementId
from onrecord.model.coding import Reviewed, Suggestion

Order = Literal["ask", "sure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A statement that nobody coded: the suggestions that count, the surest first; the likeliest one if none does."""

    record: Record
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How many codes were stored, and how many of an earlier version of the model were taken back."""

    stored: int
    taken_back: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerStudy:
    """The statements of a ledger beside a codebook, what people coded of them, and the ids of those left `open`."""

    study: Study
    records: Mapping[StatementId, Record]
    reviewed: Reviewed
    open: frozenset[str]

    @property
    def coder(self) -> Coder:
        """Who suggests: the model, with the version of what it has learned."""
        return Coder(name=self.study.coder(self.reviewed), kind="model")

    def suggested(self, order: Order = "ask", limit: int | None = None) -> list[Suggested]:
        """The statements that nobody coded, at most `limit`.

        ask: those that teach most come first, whatever is suggested.  sure: only those with a suggestion that counts,
        the surest first.
        """
        if order == "ask":
            count = len(self.open) if limit is None else limit
            names: Sequence[str] = self.study.next_to_review(self.reviewed, count=count, among=self.open)
            found = self._by_statement(frozenset(names), every=True)
        else:
            found = self._by_statement(self.open, every=False)
            names = sorted(found, key=lambda name: -found[name][0].confidence)[:limit]
        return [Suggested(record=self.records[StatementId(name)], suggestions=found[name]) for name in names]

    def _by_statement(self, among: frozenset[str], *, every: bool) -> dict[str, tuple[Suggestion, ...]]:
        """Those that count, the surest first; with `every`, the likeliest one of a statement on which none does."""
        found: dict[str, list[Suggestion]] = {}
        for each in self.study.suggest(self.reviewed, every=every, among=among):
            found.setdefault(each.statement, []).append(each)
        return {name: _counting(some) for name, some in found.items()}

    def curve(self) -> Curve:
        """How good the suggestions are by now, measured on what people coded."""
        return self.study.curve(self.reviewed)


def bearing_study(
    ledger: Ledger,
    codebook: Codebook,
    selection: Filter | None,
    bearing: Bearing,
    advance: Callable[[], None],
    decided: Iterable[Record] | None = None,
) -> LedgerStudy:
    """As `ledger_study`, with a network and the weights of its folder."""
    prior = prior_of(bearing.about.weights, bearing.about.digest)
    return ledger_study(
        ledger,
        selection,
        lambda units: Study(
            evidence=gather(units, codebook, bearing, advance),
            prior=prior,
            model=bearing.about.name,
        ),
        decided,
    )


def ledger_study(
    ledger: Ledger,
    selection: Filter | None,
    study: Callable[[Sequence[Unit]], Study],
    decided: Iterable[Record] | None = None,
) -> LedgerStudy:
    """Take in the statements that fulfil the conditions, and all that people coded, whatever the conditions are.

    Without conditions (None) only what people coded is taken in: enough for `curve`, and as quick as can be.
    `decided`: the records, or at least those with codes and those that were accepted, where the caller has them; else
    they are read.
    """
    people = {each.name for each in ledger.coders() if each.kind == "person"}
    found = () if selection is None else ledger.records(selection)
    chosen = {record.statement.id: record for record in found}
    looked_at = [
        record
        for record in (ledger.records(Filter()) if decided is None else decided)
        if record.codes or record.review.state == "accepted"
    ]
    reviewed = reviewed_of(looked_at, people)
    coded = {
        record.statement.id for record in looked_at if any(code.coder in people for code in record.codes)
    }
    taught = {record.statement.id: record for record in looked_at if record.statement.id in reviewed}
    records = {**taught, **chosen}
    return LedgerStudy(
        study=study(units_of(records.values())),
        records=records,
        reviewed=reviewed,
        open=frozenset(chosen.keys() - reviewed.keys() - coded),
    )


def units_of(records: Iterable[Record]) -> list[Unit]:
    """Statements as coding takes them."""
    return [unit(each.article.text, each.statement, article=each.article.id) for each in records]


def reviewed_of(records: Sequence[Record], people: set[str]) -> Reviewed:
    """What people coded: what the light model learns from.

    A statement that was accepted and has no code bears on nothing, but only in an article of which another statement
    is coded: elsewhere nobody may have come to coding yet.  Where people differ on a stance, the statement teaches
    nothing.
    """
    codes: dict[str, dict[str, Stance]] = {}
    differ: set[str] = set()
    for record in records:
        for code in record.codes:
            if code.coder in people:
                stance = codes.setdefault(record.statement.id, {}).setdefault(code.concept, code.stance)
                if stance != code.stance:
                    differ.add(record.statement.id)
    coded = {record.article.id for record in records if record.statement.id in codes}
    for record in records:
        if record.review.state == "accepted" and record.article.id in coded:
            codes.setdefault(record.statement.id, {})
    return {name: some for name, some in codes.items() if name not in differ}


def store(ledger: Ledger, coder: Coder, suggested: Iterable[Suggested], *, now: datetime) -> Kept:
    """Store the suggestions that count; codes on these statements by other versions of the model are taken back."""
    model = coder.name.rpartition("/")[0]
    stored = taken_back = 0
    for one in suggested:
        statement = one.record.statement.id
        known = set()
        for name, kind, decision, change in _codes_of(ledger, statement):
            if name == coder.name:
                known.add((change.concept, change.stance))
            elif kind == "model" and name.rpartition("/")[0] == model:
                ledger.undo(coder, decision, now=now)
                taken_back += 1
        for each in one.suggestions:
            if each.shown and (each.concept, each.stance) not in known:
                ledger.decide(coder, statement, _code(each), now=now)
                stored += 1
    return Kept(stored=stored, taken_back=taken_back)


def _code(of: Suggestion) -> SetCode:
    return SetCode(concept=of.concept, stance=of.stance, confidence=round(of.confidence, 3))


def _codes_of(ledger: Ledger, statement: StatementId) -> list[tuple[str, str, str, SetCode]]:
    """The codes in effect on a statement: coder's name and kind, the decision's id, the code."""
    return [
        (each.coder.name, each.coder.kind, each.id, each.change)
        for each in ledger.desk.decisions(statement)
        if isinstance(each.change, SetCode)
    ]


def _counting(some: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    ordered = sorted(some, key=lambda each: -each.confidence)
    counting = tuple(each for each in ordered if each.shown)
    return counting or tuple(ordered[:1])


def rows(suggested: Iterable[Suggested], coder: Coder) -> Iterator[dict[str, str | float | bool | None]]:
    """One row a suggestion, for jsonl and csv."""
    for one in suggested:
        statement, article = one.record.statement, one.record.article
        for each in one.suggestions:
            agree, disagree, neither = each.stances
            yield {
                "statement": statement.id,
                "article": article.id,
                "outlet": article.outlet,
                "published": article.published,
                "speaker": statement.speaker.name if statement.speaker else one.record.source_words,
                "text": one.record.words,
                "concept": each.concept,
                "stance": each.stance,
                "confidence": round(each.confidence, 3),
                "relevance": round(each.relevance, 3),
                "agree": round(agree, 3),
                "disagree": round(disagree, 3),
                "neither": round(neither, 3),
                "counts": each.shown,
                "coder": coder.name,
            }

"""Stores the documents of a .dna file as articles, and its statements as statements with codes and variables.

Everything that was coded becomes a decision of the coder whom the file names.  Taking a file in again decides only what
differs since: a code that was changed in DNA is changed here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from onrecord.errors import InputError
from onrecord.ledger import actors, articles, records, runs, statements, tombstones
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import codebook, events
from onrecord.ledger.deciding.people import actor_as_decided
from onrecord.ledger.deciding.standing import all_as_decided, heirs_in, naming
from onrecord.ledger.soundness import refuse_unsound
from onrecord.ledger.taking.brat import quoted_in
from onrecord.ledger.taking.dna import kept
from onrecord.ledger.taking.dna.documents import article_of
from onrecord.ledger.taking.dna.frame import frame_of, without
from onrecord.ledger.taking.dna.kept import KeptOfDocument, KeptStatement
from onrecord.ledger.taking.dna.reading import DnaCode, code_of
from onrecord.ledger.taking.given import Refuse, Refused, SameArticle, Taken
from onrecord.ledger.taking.matching import refuse_forgotten
from onrecord.ledger.taking.places import count
from onrecord.model import (
    Accept,
    ActorId,
    Add,
    Amount,
    Article,
    Change,
    Coder,
    NewActor,
    Reading,
    Record,
    Reject,
    SetCode,
    SetSpeaker,
    SetValues,
    Span,
    StatementId,
    Valued,
    actor_id,
    identify,
)
from onrecord.reading.dna import DnaDocument, DnaFile, DnaStatement
from onrecord.version import __version__

_FACTS = ("title", "author", "section", "type", "notes", "date")
_RUN_TIME = "%Y-%m-%dT%H:%M:%SZ"


def take_dna(
    database: Database, file: DnaFile, name: str, coder: Coder, refuse: Refuse, *, now: datetime
) -> Taken:
    """Take a file known as `name` in, in one transaction; `refuse` is told of what is not taken, and why.

    `coder` stands for the coder where the file names none.
    """
    with database.transaction():
        storing = _Storing(database, file, name, coder, refuse, now)
        kept.keep_frame(database, without(frame_of(file), storing.is_removed))
        for document in file.documents.values():
            storing.document(document)
    return storing.taken


@dataclass(frozen=True, slots=True)
class _Placed:
    """A statement of the file with the id that it has here."""

    number: int
    code: DnaCode
    concept: str
    coder: Coder
    subject: StatementId
    span: Span
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _There:
    """What the ledger has of a document when its statements come in, read once; `number` is its article's, `own` the
    document's.

    `made` are the decisions in effect by what they are about and the coder's name; those that come are added to it.
    """

    article: Article
    number: int
    held: Mapping[str, Record]
    heirs: Mapping[str, str]
    kept: KeptOfDocument
    own: int
    made: dict[tuple[str, str], list[Change]]

    def stands(self, subject: StatementId) -> StatementId:
        """As `standing.heir`."""
        later = self.heirs.get(subject, "")
        return StatementId(later) if subject not in self.held and later in self.held else subject


class _Storing:
    def __init__(
        self, database: Database, file: DnaFile, name: str, coder: Coder, refuse: Refuse, now: datetime
    ) -> None:
        self._database, self._file, self._name = database, file, name
        self._coder, self._refuse, self._now = coder, refuse, now
        self._at = events.next_time(database, now)
        self._naming = naming(database)
        self._codebook = codebook.load(database)
        self._by_document: dict[int, list[DnaStatement]] = {}
        for each in file.statements:
            self._by_document.setdefault(each.document, []).append(each)
        self._coders = {each.id: each.name for each in file.coders}
        self._entries: Counter[tuple[str, str, str]] = Counter()
        self._used: set[int] = set()
        self._firsts: dict[str, DnaDocument] = {}
        self._gone = tombstones.actors(database)
        self.taken = Taken()

    def document(self, document: DnaDocument) -> None:
        """A document with all its statements."""
        article = article_of(document, f"{self._name}#{document.id}")
        try:
            refuse_forgotten(self._database, article)
            refuse_unsound(Reading(article=article, statements=()))
        except InputError as error:
            self._leave_out(document, str(error))
            return
        number = articles.number_of(self._database, article.id)
        is_new = number is None
        first = self._firsts.setdefault(article.id, document)
        if number is None:
            number = articles.insert(self._database, self._run(), article)
        own = kept.keep_document(
            self._database, document, self._coders.get(document.coder or 0), number, self._used
        )
        self._used.add(own)
        before = count(self._database, number)
        there = _There(
            article=articles.load(self._database, number),
            number=number,
            held={one.statement.id: one for one in records.of_article(self._database, number).values()},
            heirs=heirs_in(self._database, number),
            kept=KeptOfDocument(self._database, own),
            own=own,
            made=_in_effect(self._database, number),
        )
        decided, known = self._statements(there, document.id)
        self.taken = self.taken.plus(
            Taken(
                articles=int(is_new),
                statements=count(self._database, number) - before,
                decisions=decided,
                known=known,
                same=() if first is document else (self._same(document, first),),
            )
        )

    def _same(self, document: DnaDocument, first: DnaDocument) -> SameArticle:
        return SameArticle(
            place=f"{self._name}, document {document.id}",
            other=f"document {first.id}",
            differs=tuple(fact for fact in _FACTS if getattr(document, fact) != getattr(first, fact)),
        )

    def _statements(self, there: _There, document: int) -> tuple[int, int]:
        """Store the statements of a document; how many decisions that took, and how many took none."""
        decided, known, touched = 0, 0, []
        quoted = quoted_in(there.article)
        for given in self._by_document.get(document, ()):
            placed = self._placed(there, given)
            if placed is None:
                continue
            add = Add(content=(placed.span,), kind=quoted.kind(there.article.text, [placed.span]))
            changes = [*self._earlier(given, placed, there), *self._changes(placed, there, add)]
            for subject, change in changes:
                self._decide(placed.coder, subject, change, there.number)
                there.made.setdefault((subject, placed.coder.name), []).append(change)
                touched.append((subject, there.number))
            there.kept.keep(self._as_kept(given, placed, there.own, None))
            decided, known = decided + len(changes), known + (not changes)
        all_as_decided(self._database, touched, runs.of_review(self._database))
        if touched:
            statements.put_in_order(self._database, there.number)
        return decided, known

    def _placed(self, there: _There, given: DnaStatement) -> _Placed | None:
        code = code_of(self._file, given)
        span = code.span if code.span and code.span.end <= len(there.article.text) else None
        if span is None:
            self._hold(given, there, code, f"its place, {given.start} to {given.stop}, holds no words")
            return None
        subject = there.stands(identify(there.article.id, (span,)))
        concept = self._naming.now((subject,), code.concept, (self._at, "")) if code.concept else ""
        if concept and self._codebook and self._codebook.concept(concept) is None:
            self._hold(given, there, code, str(codebook.unknown_concept(concept, self._codebook)))
            return None
        coder = Coder(name=code.coder) if code.coder and code.coder.strip() else self._coder
        key = (subject, coder.name, concept)
        self._entries[key] += 1
        return _Placed(given.id, code, concept, coder, subject, span, self._entries[key])

    def _hold(self, given: DnaStatement, there: _There, code: DnaCode, reason: str) -> None:
        """Say why a statement can be none here, and keep what it says."""
        self._entries[_held_as(there.own, given, code)] += 1
        self._say(given.id, f"{reason}; it is kept for a .dna file that is written from this ledger")
        there.kept.keep(self._as_kept(given, None, there.own, code))

    def _earlier(self, given: DnaStatement, placed: _Placed, there: _There) -> Iterator[tuple[str, Change]]:
        """What takes away the code that the statement was when the file was taken in before, if it is another now."""
        was = there.kept.find(self._as_kept(given, placed, there.own, None))
        if was is None or was.statement is None or was.said == placed.code.concept:
            return
        before = self._naming.now((was.statement,), was.said, (was.at, ""))
        if before == placed.concept:
            return
        if was.entry == 1 and before:  # with its values
            yield was.statement, SetCode(concept=before, stance=None)
        else:
            names = _names(there.held.get(was.statement), before, placed.coder.name, was.entry)
            values = tuple(Valued(variable=each, value=None) for each in names)
            yield was.statement, SetValues(concept=before, values=values, entry=was.entry)

    def _changes(self, placed: _Placed, there: _There, add: Add) -> Iterator[tuple[str, Change]]:
        """The decisions that make the ledger say what the file says."""
        held, mine = there.held.get(placed.subject), there.made.get((placed.subject, placed.coder.name), ())
        if not any(isinstance(each, Accept | Add | Reject) for each in mine):
            is_there = held is not None and not held.review.added
            yield placed.subject, Accept() if is_there else add
        speaker = placed.code.speaker
        is_named = any(isinstance(each, SetSpeaker) for each in mine)
        if speaker is not None and not is_named and actor_id(*speaker, "") not in self._gone:
            yield placed.subject, SetSpeaker(actor=self._actor(placed.coder, *speaker))
        yield from self._codes(placed, held)

    def _codes(self, placed: _Placed, held: Record | None) -> Iterator[tuple[str, Change]]:
        code, by, concept = placed.code, placed.coder.name, placed.concept
        if _is_code(placed) and code.stance is not None:
            stances = (
                {each.stance for each in held.codes if (each.concept, each.coder) == (concept, by)}
                if held
                else set()
            )
            if code.stance not in stances:
                yield placed.subject, SetCode(concept=concept, stance=code.stance)
        known = next(
            (
                each
                for each in (held.values if held else ())
                if (each.concept, each.coder, each.entry) == (concept, by, placed.entry)
            ),
            None,
        )
        stance = None if _is_code(placed) else code.stance
        before = {each.variable: each.value for each in known.values} if known else {}
        values = self._without_forgotten(code.values)
        same = known is not None and (known.stance, known.scheme) == (stance, code.scheme)
        if same and before == values:
            return
        given: dict[str, Amount | None] = dict.fromkeys(before) | values
        yield (
            placed.subject,
            SetValues(
                concept=concept,
                values=tuple(Valued(variable=name, value=value) for name, value in given.items()),
                entry=placed.entry,
                stance=stance,
                scheme=code.scheme,
            ),
        )

    def _without_forgotten(self, values: Mapping[str, Amount]) -> dict[str, Amount]:
        """The values but the names of people who were removed from this ledger."""
        return {
            name: value
            for name, value in values.items()
            if not isinstance(value, str) or not self.is_removed(value)
        }

    def is_removed(self, name: str) -> bool:
        """Whether that is the name of a person or an organisation who was removed from this ledger."""
        return tombstones.names_one(self._gone, name)

    def _actor(self, coder: Coder, name: str, kind: str) -> ActorId:
        made = actor_id(name, kind, "")
        if actors.number_of(self._database, made) is None:
            self._decide(coder, made, NewActor(name=name, type=kind), None)  # type: ignore[arg-type]
            actor_as_decided(self._database, made)
        return made

    def _decide(self, coder: Coder, subject: str, change: Change, article: int | None) -> None:
        made = events.make(self._database, coder, subject, change, self._now, settles=False)
        events.append(self._database, made, article)

    def _as_kept(
        self, given: DnaStatement, placed: _Placed | None, own: int, code: DnaCode | None
    ) -> KeptStatement:
        said = placed.code if placed else code
        assert said is not None  # noqa: S101 - one of both is given
        held = None if placed else self._without_forgotten(_all_of(said))
        return KeptStatement(
            number=given.id,
            document=own,
            type=said.scheme,
            coder=said.coder,
            start=given.start,
            stop=given.stop,
            at=self._at,
            statement=placed.subject if placed else None,
            concept=said.concept,
            said=said.concept,
            entry=placed.entry if placed else self._entries[_held_as(own, given, said)],
            held=held,
        )

    def _leave_out(self, document: DnaDocument, reason: str) -> None:
        self._refuse(Refused(place=f"{self._name}, document {document.id}", reason=reason))
        self.taken = self.taken.plus(Taken(refused=1))
        for each in self._by_document.get(document.id, ()):
            self._say(each.id, "its document is not taken in")

    def _say(self, number: int, reason: str) -> None:
        self._refuse(Refused(place=f"{self._name}, statement {number}", reason=reason))
        self.taken = self.taken.plus(Taken(refused=1))

    def _run(self) -> runs.RunId:
        when = self._now.astimezone(UTC).strftime(_RUN_TIME)
        return runs.same(self._database, (when, __version__, "", "{}", "import"))


def _is_code(placed: _Placed) -> bool:
    """Whether the stance is that of a code by itself: the first on its concept."""
    return placed.entry == 1 and bool(placed.concept)


def _held_as(document: int, given: DnaStatement, code: DnaCode) -> tuple[str, str, str]:
    """What statements that could be none here are counted by: those of one place, coder and concept."""
    return f"{document} {given.start}-{given.stop}", code.coder or "", code.concept


def _all_of(code: DnaCode) -> dict[str, Amount]:
    """Everything that a statement says, concept and agreement too."""
    whole = dict(code.values)
    if code.concept:
        whole["concept"] = code.concept
    if code.stance is not None:
        whole["agreement"] = code.stance == "agree"
    return whole


def _in_effect(database: Database, number: int) -> dict[tuple[str, str], list[Change]]:
    """The decisions in effect on the statements of an article, by what they are about and the coder's name."""
    every = list(events.log(database, "d.article = ?", (number,)))
    made: dict[tuple[str, str], list[Change]] = {}
    for each in events.in_effect(database, every):
        made.setdefault((each.subject, each.coder.name), []).append(each.change)
    return made


def _names(record: Record | None, concept: str, coder: str, entry: int) -> Sequence[str]:
    for each in record.values if record else ():
        if (each.concept, each.coder, each.entry) == (concept, coder, entry):
            return [one.variable for one in each.values]
    return ()

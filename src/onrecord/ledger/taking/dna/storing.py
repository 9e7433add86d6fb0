"""Stores the documents of a .dna file as articles, and its statements as statements with codes and variables.

Everything that was coded becomes a decision of the coder whom the file names.  Taking a file in again decides only what
differs since: a code that was changed in DNA is changed here.
"""

from collections import Counter
from dataclasses import replace
from datetime import datetime

from onrecord.errors import InputError
from onrecord.ledger import articles, runs, statements
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import codebook, events
from onrecord.ledger.deciding.standing import all_as_decided, naming
from onrecord.ledger.soundness import refuse_unsound
from onrecord.ledger.taking.brat import quoted_in
from onrecord.ledger.taking.dna import kept
from onrecord.ledger.taking.dna.changes import Changes
from onrecord.ledger.taking.dna.documents import article_of
from onrecord.ledger.taking.dna.frame import frame_of, without
from onrecord.ledger.taking.dna.kept import KeptStatement
from onrecord.ledger.taking.dna.reading import DnaCode, code_of
from onrecord.ledger.taking.dna.removed import Removed
from onrecord.ledger.taking.dna.there import Placed, There
from onrecord.ledger.taking.given import Refuse, Refused, SameArticle, Taken
from onrecord.ledger.taking.matching import refuse_forgotten
from onrecord.ledger.taking.places import count
from onrecord.model import Add, Amount, Change, Coder, Reading, identify
from onrecord.reading.dna import DnaDocument, DnaFile, DnaStatement

_FACTS = ("title", "author", "section", "type", "notes", "date")


def take_dna(
    database: Database, file: DnaFile, name: str, coder: Coder, refuse: Refuse, *, now: datetime
) -> Taken:
    """Take a file known as `name` in, in one transaction; `refuse` is told of what is not taken, and why.

    `coder` stands for the coder where the file names none.
    """
    with database.transaction():
        storing = _Storing(database, file, name, coder, refuse, now)
        kept.keep_frame(database, without(frame_of(file), storing.removed.names))
        for document in file.documents.values():
            storing.document(document)
    return replace(storing.taken, same=tuple(storing.same))


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
        self.removed = Removed(database)
        self._changes = Changes(database, self._naming, self.removed, self._decide)
        self.taken, self.same = Taken(), list[SameArticle]()

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
        decided, known = self._statements(There.of(self._database, number, own), document.id)
        self.taken = self.taken.plus(
            Taken(
                articles=int(is_new),
                statements=count(self._database, number) - before,
                decisions=decided,
                known=known,
            )
        )
        if first is not document:
            self.same.append(self._same(document, first))

    def _same(self, document: DnaDocument, first: DnaDocument) -> SameArticle:
        return SameArticle(
            place=f"{self._name}, document {document.id}",
            other=f"document {first.id}",
            differs=tuple(fact for fact in _FACTS if getattr(document, fact) != getattr(first, fact)),
        )

    def _statements(self, there: There, document: int) -> tuple[int, int]:
        """Store the statements of a document; how many decisions that took, and how many took none."""
        decided, known, touched = 0, 0, []
        quoted = quoted_in(there.article)
        for given in self._by_document.get(document, ()):
            placed = self._placed(there, given)
            if placed is None:
                continue
            add = Add(content=(placed.span,), kind=quoted.kind(there.article.text, [placed.span]))
            was = there.kept.find(self._as_kept(given, placed, there.own, None))
            changes = [*self._changes.earlier(was, placed, there), *self._changes.changes(placed, there, add)]
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

    def _placed(self, there: There, given: DnaStatement) -> Placed | None:
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
        return Placed(given.id, code, concept, coder, subject, span, self._entries[key])

    def _hold(self, given: DnaStatement, there: There, code: DnaCode, reason: str) -> None:
        """Say why a statement can be none here, and keep what it says."""
        self._entries[_held_as(there.own, given, code)] += 1
        self._say(given.id, f"{reason}; it is kept for a .dna file that is written from this ledger")
        there.kept.keep(self._as_kept(given, None, there.own, code))

    def _decide(self, coder: Coder, subject: str, change: Change, article: int | None) -> None:
        made = events.make(self._database, coder, subject, change, self._now, settles=False)
        events.append(self._database, made, article)

    def _as_kept(
        self, given: DnaStatement, placed: Placed | None, own: int, code: DnaCode | None
    ) -> KeptStatement:
        said = placed.code if placed else code
        assert said is not None  # noqa: S101 - one of both is given
        held = None if placed else self.removed.without(_all_of(said))
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
        return runs.of_import(self._database, runs.seconds(self._now))


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

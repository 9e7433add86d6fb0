"""A ledger as a study of the Discourse Network Analyzer.

What came from .dna files goes back as it came: ids, colours, rights, attributes, texts, values; with what was decided
since.  The rest of the ledger joins it: articles as documents, codes as statements of the type "DNA Statement", actors
as person or organization, variables of codes as variables, coders with a password.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from onrecord.ledger import Ledger
from onrecord.model import Amount, Article, CodeValues, Record, Stance
from onrecord.publishing.dna import defaults
from onrecord.publishing.dna.file import VERSION
from onrecord.publishing.dna.kinds import Kinds
from onrecord.publishing.dna.schema import MOST
from onrecord.publishing.dna.texts import PlainText, short
from onrecord.reading.dna import DnaCoder, DnaDocument, DnaEntity, DnaFile, DnaStatement, place

_UNDATED = datetime(1970, 1, 1)
_AGREEMENT: Mapping[Stance, bool] = {"agree": True, "disagree": False}
_ORGANISED = ("organisation", "outlet", "group")

NEITHER = "codes that neither agree nor disagree, which DNA has no value for"
UNDATED = "articles without a date, which DNA needs: they are dated 1970-01-01"
CUT = f"texts longer than the {MOST} characters that DNA holds, cut"
REPLACED = "characters beyond U+FFFF (emoji), at which DNA miscounts places, replaced"
NEW_CODERS = "coders with the password that was given"


@dataclass(slots=True)
class Study:
    """A file for DNA, and how often what had to be changed or left out for it, in words."""

    file: DnaFile
    remarks: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coded:
    """One code of a statement, as a row of DNA's."""

    record: Record
    coder: str
    concept: str
    entry: int
    stance: Stance | None
    values: CodeValues | None


def study(ledger: Ledger, records: Iterable[Record], *, everything: bool, made_on: str) -> Study:
    """The study that these records of the ledger make; with `everything` all articles are in it, coded or not.

    `made_on` is a day, for a file that none was imported for.
    """
    return _Making(ledger, made_on).study(records, everything=everything)


class _Making:
    def __init__(self, ledger: Ledger, made_on: str) -> None:
        self._ledger = ledger
        frame, self._documents, kept = ledger.dna()
        self._frame = frame or defaults.frame(VERSION, made_on)
        self._kept = kept
        self._by_code = {
            (each.statement, each.coder, each.concept, each.entry): each
            for each in reversed(kept)
            if each.statement
        }
        self._imported = {each.number: each for each in self._documents}
        self._kinds = Kinds(self._frame.types)
        self._coders = {each.name: each for each in self._frame.coders}
        self._plain: dict[int, PlainText] = {}
        self._numbers: dict[str, int] = {}
        self._made: dict[int, DnaDocument] = {}
        self._rows: dict[int, DnaStatement] = {}
        self._next = max((each.number for each in kept), default=0)
        self.remarks: Counter[str] = Counter()

    def study(self, records: Iterable[Record], *, everything: bool) -> Study:
        """The whole of it."""
        if everything:
            for each in self._documents:
                self._imported_document(each.number)
            for article in self._ledger.articles():
                self._document(article)
        coded = [one for record in records for one in _codes(record)]
        new = [one for one in coded if not self._kept_of(one)]
        for one in coded:
            if self._kept_of(one):
                self._statement(one)
        for one in new:
            self._statement(one)
        self._held(everything=everything)
        statements = tuple(self._rows[number] for number in sorted(self._rows))
        types = self._kinds.types()
        file = replace(
            self._frame,
            types=types,
            entities=tuple(self._entities(statements)),
            documents={number: self._made[number] for number in sorted(self._made)},
            statements=tuple(replace(each, values=self._padded(each)) for each in statements),
            coders=tuple(self._coders.values()),
        )
        return Study(file=file, remarks=self.remarks)

    def _kept_of(self, one: _Coded):  # type: ignore[no-untyped-def]
        return self._by_code.get((one.record.statement.id, one.coder, one.concept, one.entry))

    # Documents

    def _imported_document(self, number: int) -> None:
        if number in self._made:
            return
        held = self._imported[number]
        article = self._ledger.article(held.article)
        before, now = held.document, _facts(article)
        was = {
            "title": before.title,
            "author": before.author,
            "source": before.source,
            "date": None if before.date == _UNDATED else before.date.date(),
        }
        changed = {
            name: value
            for name, value in now.items()
            if (value or "") != (was[name] or "") and self._decided(article, name)
        }
        if "date" in changed:
            changed["date"] = _at_midnight(changed["date"])  # type: ignore[assignment]
        coder = self._coders.get(held.coder or "")
        self._made[number] = replace(before, id=number, coder=coder.id if coder else None, **changed)  # type: ignore[arg-type]
        self._numbers.setdefault(article.id, number)

    def _decided(self, article: Article, name: str) -> bool:
        """Whether a person gave that fact of the article, by the name that DNA has for it."""
        read = self._ledger.history(article.id).article
        fact = {"title": "title", "author": "byline", "source": "outlet", "date": "published"}[name]
        return bool(getattr(read, fact) != getattr(article, fact))

    def _document(self, article: Article) -> int:
        """The number of the document that an article is, made where it is none yet."""
        known = self._numbers.get(article.id)
        if known is None:
            same = [each.number for each in self._documents if each.article == article.id]
            for number in same:
                self._imported_document(number)
            known = same[0] if same else None
        if known is None:
            known = 1 + max((*self._made, *self._imported), default=0)
            plain = self._plain[known] = PlainText(article.text)
            self.remarks[REPLACED] += plain.replaced
            facts = _facts(article)
            date = facts.pop("date")
            self.remarks[UNDATED] += date is None
            title = facts["title"] or article.doc
            self._made[known] = DnaDocument(
                id=known,
                title=self._short(str(title)),
                author=self._short(str(facts["author"] or "")),
                source=self._short(str(facts["source"] or "")),
                section="",
                type="",
                date=_UNDATED if date is None else _at_midnight(date),
                notes=_notes(article),
                text=plain.text,
                coder=self._admin(),
            )
            self._numbers[article.id] = known
        return known

    def _admin(self) -> int:
        return min((each.id for each in self._coders.values()), default=1)

    # Statements

    def _statement(self, one: _Coded) -> None:
        if one.stance == "neither":
            self.remarks[NEITHER] += 1
            return
        kept = self._kept_of(one)
        if kept is None:
            document = self._document(one.record.article)
        else:
            document = kept.document
            self._imported_document(document)
        self._next += kept is None
        start, stop = self._place(one, document, None if kept is None else (kept.start, kept.stop))
        label = kept.type if kept else (one.values.scheme if one.values and one.values.scheme else "")
        kind = self._kinds.find(label, with_concept=bool(one.concept))
        number = kept.number if kept else self._next
        self._rows[number] = DnaStatement(
            id=number,
            type=kind,
            document=document,
            coder=None if kept and kept.coder is None else self._coder(one.coder),
            start=start,
            stop=stop,
            values=self._values(kind, one, imported=kept is not None),
        )

    def _held(self, *, everything: bool) -> None:
        """The statements of .dna files that could be none here, as they came."""
        for each in self._kept:
            if each.held is None or not (everything or each.document in self._made):
                continue
            self._imported_document(each.document)
            kind = self._kinds.find(each.type, with_concept=False)
            names = self._kinds.names(kind)
            self._rows[each.number] = DnaStatement(
                id=each.number,
                type=kind,
                document=each.document,
                coder=None if each.coder is None else self._coder(each.coder),
                start=each.start,
                stop=each.stop,
                values=[_plain(each.held.get(name)) for name in names],
            )

    def _place(self, one: _Coded, document: int, raw: tuple[int, int] | None) -> tuple[int, int]:
        content = one.record.statement.content
        start, stop = content[0].start, content[-1].end
        if raw is not None and len(content) == 1:
            text = self._made[document].text
            begin, end = place(text, *raw)
            words = text[begin:end]
            begin += len(words) - len(words.lstrip())
            if (begin, begin + len(words.strip())) == (start, stop):
                return raw
        plain = self._plain.get(document)
        return (plain.place(start), plain.place(stop)) if plain else (start, stop)

    def _coder(self, name: str) -> int:
        if name not in self._coders:
            number = 1 + max((each.id for each in self._coders.values()), default=0)
            colour = defaults.COLOURS[number % len(defaults.COLOURS)]
            self._coders[name] = DnaCoder(id=number, name=name, colour=colour)
            self.remarks[NEW_CODERS] += 1
        return self._coders[name].id

    def _values(self, kind: int, one: _Coded, *, imported: bool) -> list[str | int | None]:
        given: dict[str, Amount | None] = {}
        if one.values is not None:
            given |= {each.variable: each.value for each in one.values.values}
        if one.concept:
            given["concept"] = one.concept
        if one.stance is not None:
            given["agreement"] = _AGREEMENT[one.stance]
        if one.concept or not imported:
            self._speaker(kind, one.record, given, imported=imported)
        for name, value in given.items():
            if value is not None:
                self._kinds.need(kind, name, value)
        return [self._short_value(kind, name, given.get(name)) for name in self._kinds.names(kind)]

    def _speaker(self, kind: int, record: Record, given: dict[str, Amount | None], *, imported: bool) -> None:
        """Who speaks, as person or organization: of what was imported only where somebody says another since."""
        speaker = record.statement.speaker
        names = self._kinds.names(kind)
        person = next((name for name in ("person",) if name in names), None)
        organisation = next((name for name in ("organization", "organisation") if name in names), None)
        told = [given.get(name) for name in (person, organisation) if name]
        if speaker is None or speaker.name in told or (imported and not any(told)):
            return
        place = organisation if speaker.type in _ORGANISED else person
        if place is not None:
            given[place] = speaker.name

    def _padded(self, of: DnaStatement) -> Sequence[str | int | None]:
        """The values with a place for each variable that its type came to have."""
        return [*of.values, *[None] * (len(self._kinds.names(of.type)) - len(of.values))]

    # Entities

    def _entities(self, statements: Sequence[DnaStatement]) -> Iterator[DnaEntity]:
        """Those of the file, under the names that concepts have now, and those that the statements need."""
        used: dict[int, dict[str, None]] = {}
        for each in statements:
            for variable, value in zip(self._kinds.variables(each.type), each.values, strict=False):
                if variable.type == "short text":
                    used.setdefault(variable.id, {})["" if value is None else str(value)] = None
        known = {(each.variable, each.value) for each in self._frame.entities}
        renamed = {each.said: each.concept for each in self._kept if each.said != each.concept}
        concepts = {variable.id for variable in self._kinds.every() if variable.name == "concept"}
        for each in self._frame.entities:
            name = renamed.get(each.value, each.value) if each.variable in concepts else each.value
            gone = each.value not in used.get(each.variable, ()) and (each.variable, name) not in known
            if gone:
                known.add((each.variable, name))
            yield replace(each, value=name) if gone else each
        number = max((each.id for each in self._frame.entities), default=0)
        for variable in self._kinds.every():
            if variable.type != "short text":
                continue
            for value in ("", *used.get(variable.id, ())):
                if (variable.id, value) not in known:
                    known.add((variable.id, value))
                    number += 1
                    yield DnaEntity(
                        id=number,
                        variable=variable.id,
                        value=value,
                        colour=(0, 0, 0),
                        parent=None,
                        attributes={},
                    )

    # Short texts

    def _short(self, text: str) -> str:
        self.remarks[CUT] += len(text) > MOST
        return short(text)

    def _short_value(self, kind: int, name: str, value: Amount | None) -> str | int | None:
        variable = self._kinds.variable(kind, name)
        if variable.type != "short text" or value is None:
            return _plain(value)
        text = str(value)
        if len(text) > MOST:
            self.remarks[CUT] += 1
            return self._kinds.shortened(variable.id, text)
        return short(text)


def _codes(record: Record) -> Iterator[_Coded]:
    given = {(each.concept, each.coder, each.entry): each for each in record.values}
    for code in record.codes:
        values = given.pop((code.concept, code.coder, 1), None)
        yield _Coded(
            record=record, coder=code.coder, concept=code.concept, entry=1, stance=code.stance, values=values
        )
    for (concept, coder, entry), values in given.items():
        yield _Coded(
            record=record, coder=coder, concept=concept, entry=entry, stance=values.stance, values=values
        )


def _facts(article: Article) -> dict[str, object]:
    published = None
    if article.published is not None:
        published = datetime.fromisoformat(article.published).date()
    return {"title": article.title, "author": article.byline, "source": article.outlet, "date": published}


def _at_midnight(day: object) -> datetime:
    return datetime.fromisoformat(str(day)) if day is not None else _UNDATED


def _notes(article: Article) -> str:
    """What DNA has no column for."""
    known = {"url": article.url, "language": article.language, "id": article.id, "sha256": article.text_hash}
    return "\n".join(f"{name}: {value}" for name, value in known.items() if value)


def _plain(value: Amount | None) -> str | int | None:
    return int(value) if isinstance(value, bool) else value

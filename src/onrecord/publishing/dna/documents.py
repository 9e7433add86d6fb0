"""The documents of a study that is written: those of imported files as they were, and articles that become new ones."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime

from onrecord.ledger import Ledger
from onrecord.model import Article
from onrecord.publishing.dna.remarks import CUT, REPLACED, UNDATED
from onrecord.publishing.dna.schema import MOST
from onrecord.publishing.dna.texts import PlainText, short
from onrecord.reading.dna import DnaDocument, place

_UNDATED = datetime(1970, 1, 1)


class Documents:
    """Gives each article its number, and each place its place in the document's text."""

    def __init__(self, ledger: Ledger, coders: dict[str, int], remarks: Counter[str]) -> None:
        """`coders` are the ids of the coders of imported files, by name."""
        self._ledger, self._coders, self._remarks = ledger, coders, remarks
        self._kept = {each.number: each for each in ledger.dna_documents()}
        self._numbers: dict[str, int] = {}
        for each in self._kept.values():
            self._numbers.setdefault(each.article, each.number)
        self._plain: dict[int, PlainText] = {}
        self.made: dict[int, DnaDocument] = {}

    def all(self) -> None:
        """Make every document of imported files, and one of every other article."""
        for number in self._kept:
            self.imported(number)
        for article in self._ledger.articles():
            self.of(article)

    def imported(self, number: int) -> None:
        """Make the document with that number in the imported files, with what people decided of its article since."""
        if number in self.made:
            return
        kept = self._kept[number]
        article, coder = self._ledger.article(kept.article), self._coders.get(kept.coder or "")
        document = replace(kept.document, id=number, text=article.text, coder=coder)
        self.made[number] = self._as_decided(document, article)

    def of(self, article: Article) -> int:
        """The number of the document that an article is, made where it is none yet."""
        number = self._numbers.get(article.id)
        if number is not None:
            if number in self._kept:
                self.imported(number)
            return number
        number = 1 + max((*self.made, *self._kept), default=0)
        plain = self._plain[number] = PlainText(article.text)
        self._remarks[REPLACED] += plain.replaced
        self._remarks[UNDATED] += _midnight(article.published) == _UNDATED
        self.made[number] = DnaDocument(
            id=number,
            title=self._short(article.title or article.doc),
            author=self._short(article.byline or ""),
            source=self._short(article.outlet or ""),
            section="",
            type="",
            date=_midnight(article.published),
            notes=_notes(article),
            text=plain.text,
            coder=min(self._coders.values(), default=1),
        )
        self._numbers[article.id] = number
        return number

    def place(self, number: int, start: int, stop: int, raw: tuple[int, int] | None) -> tuple[int, int]:
        """A place of the article's text in its document; `raw`, as an imported file has it, where it is the same."""
        if raw is not None:
            begin, end = place(self.made[number].text, *raw)
            words = self.made[number].text[begin:end]
            begin += len(words) - len(words.lstrip())
            if (begin, begin + len(words.strip())) == (start, stop):
                return raw
        plain = self._plain.get(number)
        return (plain.place(start), plain.place(stop)) if plain else (start, stop)

    def _as_decided(self, document: DnaDocument, article: Article) -> DnaDocument:
        read = self._ledger.history(article.id).article
        if read.title != article.title:
            document = replace(document, title=self._short(article.title or ""))
        if read.byline != article.byline:
            document = replace(document, author=self._short(article.byline or ""))
        if read.outlet != article.outlet:
            document = replace(document, source=self._short(article.outlet or ""))
        if read.published != article.published:
            document = replace(document, date=_midnight(article.published))
        return document

    def _short(self, text: str) -> str:
        self._remarks[CUT] += len(text) > MOST
        return short(text)


def _midnight(published: str | None) -> datetime:
    try:
        day = date.fromisoformat(published or "")
    except ValueError:  # none, or a year or a month that a person gave
        return _UNDATED
    return datetime(day.year, day.month, day.day)


def _notes(article: Article) -> str:
    """What DNA has no column for."""
    known = {"url": article.url, "language": article.language, "id": article.id, "sha256": article.text_hash}
    return "\n".join(f"{name}: {value}" for name, value in known.items() if value)

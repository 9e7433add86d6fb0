"""What a decision is about, found by its id or the beginning of one, and whether the decision makes sense there."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import actors, articles, finding, statements
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import codebook
from onrecord.ledger.deciding.likeness import alike
from onrecord.ledger.registry import roots
from onrecord.model import (
    CODEBOOK,
    SUBJECTS,
    Add,
    Addressee,
    Apart,
    Article,
    Carrier,
    Change,
    Correct,
    Merge,
    NewActor,
    Note,
    Rename,
    SaidOn,
    SetCode,
    SetDate,
    SetFact,
    SetOrganisation,
    SetRole,
    SetSpeaker,
    SetTo,
    SetValues,
    SetVia,
    Span,
)
from onrecord.model.edtf import first_day, is_edtf, last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A statement (`s`), an article (`a`), an actor (`p`) or the codebook (`c`), by its whole id; and the number of its
    article.
    """

    id: str
    article: int | None
    letter: str

    def need_article(self) -> int:
        """The number of its article, which a statement and an article have."""
        if self.article is None:
            raise NotFoundError(f"{self.id} belongs to no article of this ledger")
        return self.article


def find_target(database: Database, subject: str) -> Target:
    """The target with that id or its beginning; NotFoundError where there is none, or more than one."""
    if subject == CODEBOOK:
        return Target(id=CODEBOOK, article=None, letter="c")
    if subject.startswith("p-"):
        return Target(id=finding.whole_id(database, "actors", subject), article=None, letter="p")
    if subject.startswith("a-"):
        number = finding.find(database, "articles", subject)
        return Target(id=finding.whole_id(database, "articles", subject), article=number, letter="a")
    number = finding.find(database, "statements", subject)
    article = database.value("SELECT article FROM statements WHERE statement = ?", (number,))
    assert isinstance(article, int)  # noqa: S101 - each statement has one
    return Target(id=finding.whole_id(database, "statements", subject), article=article, letter="s")


def refuse_senseless(database: Database, target: Target, change: Change) -> None:
    """Raise UsageError where the decision cannot be made of that target."""
    # A statement that is added has no id yet: its article is named.
    if target.letter != "a" if isinstance(change, Add) else not isinstance(change, SUBJECTS[target.letter]):
        raise UsageError(f"{target.id}: this cannot be decided of it", code="decision")
    match change:
        case Correct(content=None, cue=None, source=None, kind=None, act=None):
            raise UsageError("say what is corrected: content, cue, source, kind or act", code="usage")
        case Add() | Correct():
            _refuse_places(articles.load(database, target.need_article()), change)
        case SetSpeaker(actor=actor) if actor is not None:
            actors.load(database, actor)
        case SetVia(via=via):
            _refuse_nameless(database, via, "through whom? give a name")
        case SetTo(to=to):
            _refuse_nameless(database, to, "to whom? give a name")
        case SetDate(said_on=said_on) if said_on is not None:
            _refuse_day(articles.load(database, target.need_article()), said_on)
        case Merge(into=into):
            whom = actors.load(database, target.id)
            if actors.load(database, into).id == whom.id:
                raise UsageError(f"both are one already: {whom.name} ({whom.id})", code="merged")
        case Apart(other=other):
            refuse_joined(database, target.id, other)
        case NewActor(name=name) | Rename(name=name) if not name.strip():
            raise UsageError("an actor needs a name", code="usage")
        case SetOrganisation(organisation=name, since=since, until=until):
            _refuse_affiliation(name, since, until)
        case SetCode(concept=concept) if not concept.strip():
            raise UsageError("a code needs a concept", code="usage")
        case SetCode(confidence=confidence) if confidence is not None and not 0 <= confidence <= 1:
            raise UsageError(f"a confidence is 0 to 1, not {confidence}", code="usage")
        case SetCode() | SetValues():
            codebook.refuse_uncodable(codebook.load(database), change)
        case change if target.letter == "c":
            codebook.refuse_unfit(database, change)
        case Note(text=text) if not text.strip():
            raise UsageError("a note needs words", code="usage")
        case SetFact(fact="published", value=value) if value is not None and not _is_day(value):
            raise UsageError(f"{value!r} is not a day: write 2023-06-07", code="date")
        case SetRole(start=start):
            _refuse_block(articles.load(database, target.need_article()), start)


def refuse_known(database: Database, article: Article, change: Add) -> None:
    """Raise UsageError where the article has a statement with that content, or almost the same, already."""
    number = finding.find(database, "articles", article.id)
    for statement in statements.of_article(database, number).values():
        if statement.content == change.content or alike(article.text, statement.content, change.content):
            raise UsageError(
                f"{statement.id} has this content already, or almost: correct or accept that one",
                code="known",
            )


def refuse_joined(database: Database, one: str, other: str) -> None:
    """Raise UsageError where two that are to be told apart are one id, or were merged by a person."""
    actors.load(database, other)
    if one == other:
        raise UsageError(f"{one} is itself: name another actor", code="usage")
    merged = roots.merged(roots.merges(database))
    if one in merged and merged[one] == merged.get(other):
        raise UsageError(
            f"{one} and {other} were merged by a person: take that back first (`onrecord log` shows it, "
            "`onrecord undo` takes it back)",
            code="merged",
        )


def _refuse_nameless(database: Database, some: Sequence[Carrier | Addressee], asked: str) -> None:
    for one in some:
        if not one.name.strip():
            raise UsageError(asked, code="usage")
        if one.actor is not None:
            actors.load(database, one.actor)


def _refuse_day(article: Article, said_on: SaidOn) -> None:
    if not is_edtf(said_on.value):
        raise UsageError(
            f"{said_on.value!r} is no date in EDTF: write 2023-06-07, 2023-06, 2023 or 2023-06-05/2023-06-07",
            code="date",
        )
    if said_on.span is not None and said_on.span.end > len(article.text):
        raise UsageError(f"{article.id} ends before {said_on.span.end}", code="span")
    if not 0 <= said_on.confidence <= 1:
        raise UsageError(f"a confidence is 0 to 1, not {said_on.confidence}", code="usage")


def _refuse_block(article: Article, start: int) -> None:
    if all(block.span.start != start for block in article.blocks):
        raise UsageError(f"no block of {article.id} begins at {start}", code="no-block")


def _refuse_affiliation(name: str | None, since: str | None, until: str | None) -> None:
    if name is not None and not name.strip():
        raise UsageError("an organisation needs a name", code="usage")
    for end in (since, until):
        if end is not None and ("/" in end or not is_edtf(end)):
            raise UsageError(f"{end!r} is no day: write 2023-06-07, 2023-06 or 2023", code="date")
    if since is not None and until is not None and first_day(since) > last_day(until):
        raise UsageError(f"since {since} is after until {until}", code="date")


def _is_day(value: str) -> bool:
    return len(value) == len("2023-06-07") and is_edtf(value)


def _refuse_places(article: Article, change: Add | Correct) -> None:
    parts: list[tuple[str, tuple[Span, ...] | None]] = [
        ("content", change.content), ("cue", change.cue), ("source", change.source),
    ]  # fmt: skip
    if change.content == ():
        raise UsageError("a statement needs a content", code="no-content")
    for name, spans in parts:
        for span in spans or ():
            words = span.of(article.text)
            if span.end > len(article.text) or words != words.strip():
                raise UsageError(
                    f"{article.id}: {name} {span.start} to {span.end} ({words[:40]!r}) is beyond the text, or begins "
                    "or ends with a blank",
                    code="span",
                )
        if spans and any(a.end > b.start for a, b in pairwise(spans)):
            raise UsageError(
                f"{article.id}: the pieces of the {name} overlap or are out of order", code="span"
            )

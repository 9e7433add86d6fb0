"""What a decision is about, found by its id or the beginning of one, and whether the decision makes sense there."""

from dataclasses import dataclass
from itertools import pairwise

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import actors, articles, finding
from onrecord.ledger.database import Database
from onrecord.model import (
    Accept,
    Add,
    Article,
    Change,
    Correct,
    Merge,
    NewActor,
    Note,
    Reject,
    Rename,
    SetCode,
    SetDate,
    SetFact,
    SetRole,
    SetSpeaker,
    SetVia,
    Span,
)
from onrecord.model.edtf import is_edtf

_OF_LETTER: dict[str, tuple[type[Change], ...]] = {
    "s": (Accept, Reject, Correct, SetSpeaker, SetVia, SetDate, SetCode, Note),
    "a": (Add, SetFact, SetRole, Note),
    "p": (NewActor, Rename, Merge, Note),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A statement (`s`), an article (`a`) or an actor (`p`), by its whole id; and the number of its article."""

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
    if not isinstance(change, _OF_LETTER[target.letter]):
        raise UsageError(f"{target.id}: this cannot be decided of it", code="decision")
    if isinstance(change, Add | Correct):
        _refuse_places(articles.load(database, target.need_article()), change)
    if isinstance(change, SetDate) and change.said_on is not None and not is_edtf(change.said_on.value):
        raise UsageError(
            f"{change.said_on.value!r} is no date in EDTF: write 2023-06-07, 2023-06, 2023 or 2023-06-05/2023-06-07",
            code="date",
        )
    if isinstance(change, SetSpeaker) and change.actor is not None:
        actors.load(database, change.actor)
    if isinstance(change, Merge):
        into = actors.load(database, change.into)
        if into.id == actors.load(database, target.id).id:
            raise UsageError(f"{target.id} and {change.into} are one already", code="merged")
    if isinstance(change, SetRole):
        article = articles.load(database, target.need_article())
        if all(block.span.start != change.start for block in article.blocks):
            raise UsageError(f"no block of {target.id} begins at {change.start}", code="no-block")


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

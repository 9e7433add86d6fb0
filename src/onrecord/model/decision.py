"""What a person decides: one act of review, never overwritten, only followed by another.

Each kind of decision is a class and says all that was decided; of what, by whom and when stands in `Decision`.  Here
are those of articles and actors, a note and an undo; those of statements and of the codebook have files of their own.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model.actor import ActorType
from onrecord.model.article import Role
from onrecord.model.codebook_changes import (
    CODEBOOK_CHANGES,
    CodebookChange,
    DropConcept,
    DropVariable,
    MergeConcept,
    RenameConcept,
    SetConcept,
    SetTitle,
    SetVariable,
    SplitConcept,
)
from onrecord.model.ids import ActorId, DecisionId
from onrecord.model.statement_changes import (
    Accept,
    Add,
    Correct,
    Reject,
    SetCode,
    SetDate,
    SetSpeaker,
    SetTo,
    SetValues,
    SetVia,
    StatementChange,
)

Fact = Literal["title", "byline", "outlet", "published"]
CoderKind = Literal["person", "model"]

FACTS: tuple[Fact, ...] = get_args(Fact)
CODER_KINDS: tuple[CoderKind, ...] = get_args(CoderKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """Who decides: a person, or a model with its version in the name."""

    name: str
    kind: CoderKind = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Words for other people, about a statement, an article or an actor."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRead:
    """The coder read the article to its end: what stands in it was found or added, also where that is nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFact:
    """A fact of an article is another; None says that it is not known."""

    fact: Fact
    value: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRole:
    """The block that begins at `start` plays another role."""

    start: int
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class NewActor:
    """An actor that the ledger did not have."""

    name: str
    type: ActorType
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """The name that an actor is shown by; its earlier name stays among its names."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """This actor is the same as `into`, and all that it said is that one's."""

    into: ActorId


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """This actor is not `other`, however alike their names are."""

    other: ActorId


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOrganisation:
    """The organisation or party for which this actor speaks, by its name; None says that it speaks for none.

    From and until when (EDTF), None for ever; of several that hold on one day the latest decision counts.
    """

    organisation: str | None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """The decision is no longer in effect; an undo that is undone brings it back."""


Change = (
    StatementChange
    | Note
    | MarkRead
    | SetFact
    | SetRole
    | NewActor
    | Rename
    | Merge
    | Apart
    | SetOrganisation
    | CodebookChange
    | Undo
)


ACTIONS: dict[str, type[Change]] = {
    "accept": Accept,
    "reject": Reject,
    "correct": Correct,
    "add": Add,
    "speaker": SetSpeaker,
    "via": SetVia,
    "to": SetTo,
    "date": SetDate,
    "code": SetCode,
    "values": SetValues,
    "note": Note,
    "read": MarkRead,
    "fact": SetFact,
    "role": SetRole,
    "actor": NewActor,
    "rename": Rename,
    "merge": Merge,
    "title": SetTitle,
    "concept": SetConcept,
    "drop-concept": DropConcept,
    "variable": SetVariable,
    "drop-variable": DropVariable,
    "rename-concept": RenameConcept,
    "merge-concept": MergeConcept,
    "split-concept": SplitConcept,
    "apart": Apart,
    "organisation": SetOrganisation,
    "undo": Undo,
}
"""Each kind of decision by the word that the ledger and the log have for it."""


SUBJECTS: dict[str, tuple[type[Change], ...]] = {
    "s": (Accept, Reject, Correct, Add, SetSpeaker, SetVia, SetTo, SetDate, SetCode, SetValues, Note),
    "a": (MarkRead, SetFact, SetRole, Note),
    "p": (NewActor, Rename, Merge, Apart, SetOrganisation, Note),
    "c": CODEBOOK_CHANGES,
    "d": (Undo,),
}
"""What can be decided of what, by the first letter of its id: statements, articles, actors, codebook, decisions."""


def action_of(change: Change) -> str:
    """The word for a kind of decision."""
    return next(word for word, kind in ACTIONS.items() if type(change) is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision: `change` of `subject` (the id of a statement, article, actor or decision), by `coder`, `at` a time.

    `at` is UTC with microseconds, `2024-03-01T09:30:00.000001Z`; decisions of one ledger never share one.  `settles`
    says that it was made in sight of what others had decided, and ends their disagreement.
    """

    id: DecisionId
    at: str
    coder: Coder
    subject: str
    change: Change
    settles: bool = False

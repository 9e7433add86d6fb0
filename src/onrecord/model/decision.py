"""What a person decides: one act of review, never overwritten, only followed by another.

Each class below is one kind of decision and says all that was decided; of what, by whom and when stands in `Decision`.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model.actor import ActorType, Carrier, SaidOn
from onrecord.model.article import Role
from onrecord.model.ids import ActorId, DecisionId
from onrecord.model.span import Span
from onrecord.model.statement import Act, Kind

Stance = Literal["agree", "disagree", "neither"]
Fact = Literal["title", "byline", "outlet", "published"]
CoderKind = Literal["person", "model"]

STANCES: tuple[Stance, ...] = get_args(Stance)
FACTS: tuple[Fact, ...] = get_args(Fact)
CODER_KINDS: tuple[CoderKind, ...] = get_args(CoderKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """Who decides: a person, or a model with its version in the name."""

    name: str
    kind: CoderKind = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """The statement is right as it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """It is no statement; `reason` is for people."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct:
    """Its places, kind or act are others; None leaves a part as it is, an empty tuple says that there is none."""

    content: tuple[Span, ...] | None = None
    cue: tuple[Span, ...] | None = None
    source: tuple[Span, ...] | None = None
    kind: Kind | None = None
    act: Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """A statement that the machine missed."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    kind: Kind
    act: Act = "speech"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSpeaker:
    """Who made it: an actor of the ledger, in the role that the article gives; None leaves it open for good."""

    actor: ActorId | None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetVia:
    """Through whom it came, outermost first."""

    via: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDate:
    """When it was said; None leaves it open for good."""

    said_on: SaidOn | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCode:
    """The concept it bears on, by its id in the codebook, and the speaker's stance; None takes the code away."""

    concept: str
    stance: Stance | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Words for other people, about a statement, an article or an actor."""

    text: str


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
class Undo:
    """The decision is no longer in effect; an undo that is undone brings it back."""


Change = (
    Accept | Reject | Correct | Add | SetSpeaker | SetVia | SetDate | SetCode | Note | SetFact | SetRole
    | NewActor | Rename | Merge | Apart | Undo
)  # fmt: skip


ACTIONS: dict[str, type[Change]] = {
    "accept": Accept,
    "reject": Reject,
    "correct": Correct,
    "add": Add,
    "speaker": SetSpeaker,
    "via": SetVia,
    "date": SetDate,
    "code": SetCode,
    "note": Note,
    "fact": SetFact,
    "role": SetRole,
    "actor": NewActor,
    "rename": Rename,
    "merge": Merge,
    "apart": Apart,
    "undo": Undo,
}
"""Each kind of decision by the word that the ledger and the log have for it."""


SUBJECTS: dict[str, tuple[type[Change], ...]] = {
    "s": (Accept, Reject, Correct, Add, SetSpeaker, SetVia, SetDate, SetCode, Note),
    "a": (SetFact, SetRole, Note),
    "p": (NewActor, Rename, Merge, Apart, Note),
    "d": (Undo,),
}
"""What can be decided of what, by the first letter of its id: statements, articles, actors, decisions."""


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

"""What a person decides: one act of review, never overwritten, only followed by another.

Each class below is one kind of decision and says all that was decided; of what, by whom and when stands in `Decision`.
"""

from dataclasses import dataclass, field
from typing import Literal, get_args

from onrecord.model.actor import ActorType, Addressee, Carrier, SaidOn
from onrecord.model.article import Role
from onrecord.model.codebook import Concept, Valued, Variable
from onrecord.model.ids import ActorId, DecisionId, StatementId
from onrecord.model.span import Span
from onrecord.model.statement import Act, Kind

Stance = Literal["agree", "disagree", "neither"]
Fact = Literal["title", "byline", "outlet", "published"]
CoderKind = Literal["person", "model"]

STANCES: tuple[Stance, ...] = get_args(Stance)
FACTS: tuple[Fact, ...] = get_args(Fact)
CODER_KINDS: tuple[CoderKind, ...] = get_args(CoderKind)

UNSAID = "unsaid"
"""Marks a field that is left out of what is stored where it is None: it came later than old ledgers' decisions."""


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
class SetTo:
    """To whom it was said, in the order of the text; an empty tuple says that the words name nobody."""

    to: tuple[Addressee, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDate:
    """When it was said; None leaves it open for good."""

    said_on: SaidOn | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCode:
    """The concept it bears on, by its id in the codebook, and the speaker's stance; None takes the code away.

    `confidence`: of a model's code the probability that concept and stance are right together, None where it is not
    known.
    """

    concept: str
    stance: Stance | None
    confidence: float | None = field(default=None, metadata={UNSAID: True})


@dataclass(frozen=True, slots=True, kw_only=True)
class SetValues:
    """The variables of a code beside its stance: those named take these values, others stay as they are.

    `concept` is that of the code, empty for values of the statement as a whole.  A statement that says the same for
    several (two ministries in one sentence) is coded once for each: `entry` 1 is the code itself, and each further
    entry has a `stance` of its own.  `scheme` is the kind of coding in a study that has several (the statement type of
    a .dna file).
    """

    concept: str
    values: tuple[Valued, ...]
    entry: int = 1
    stance: Stance | None = None
    scheme: str = ""


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
class SetTitle:
    """What the codebook is called."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetConcept:
    """A concept of the codebook, new or with other words; `place` is its place from 0, None for the one it has."""

    concept: Concept
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DropConcept:
    """The codebook has this concept no longer; codes that name it stay."""

    concept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetVariable:
    """A variable of the codebook, new or with another label; `place` as for concepts."""

    variable: Variable
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DropVariable:
    """The codebook has this variable no longer; values of it stay."""

    variable: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameConcept:
    """The concept is called otherwise, and every code made so far bears the new name."""

    concept: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeConcept:
    """The concept is the same as `into`, and every code made on it so far is one on that."""

    concept: str
    into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The codes on a statement go to that concept, as one is split."""

    statement: StatementId
    concept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitConcept:
    """The concept becomes several.

    The codes made so far on the statements in `moved` are on the concept named there; the others on `rest`, or on none
    of the new ones, None: they stay on the old name until somebody codes them anew.
    """

    concept: str
    into: tuple[Concept, ...]
    moved: tuple[Moved, ...] = ()
    rest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """The decision is no longer in effect; an undo that is undone brings it back."""


Change = (
    Accept | Reject | Correct | Add | SetSpeaker | SetVia | SetTo | SetDate | SetCode | SetValues | Note | MarkRead
    | SetFact | SetRole | NewActor | Rename | Merge | Apart | SetTitle | SetConcept | DropConcept | SetVariable
    | DropVariable | RenameConcept | MergeConcept | SplitConcept | Undo
)  # fmt: skip


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
    "undo": Undo,
}
"""Each kind of decision by the word that the ledger and the log have for it."""


CODEBOOK = "c-codebook"
"""The subject of every decision on a ledger's codebook: it has one."""

CODEBOOK_CHANGES: tuple[type[Change], ...] = (
    SetTitle,
    SetConcept,
    DropConcept,
    SetVariable,
    DropVariable,
    RenameConcept,
    MergeConcept,
    SplitConcept,
)

SUBJECTS: dict[str, tuple[type[Change], ...]] = {
    "s": (Accept, Reject, Correct, Add, SetSpeaker, SetVia, SetTo, SetDate, SetCode, SetValues, Note),
    "a": (MarkRead, SetFact, SetRole, Note),
    "p": (NewActor, Rename, Merge, Apart, Note),
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

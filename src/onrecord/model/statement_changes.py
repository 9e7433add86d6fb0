"""What can be decided of a statement: each class is one kind of decision and says all that was decided."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from onrecord.model.actor import Addressee, Carrier, SaidOn
from onrecord.model.codebook import Valued
from onrecord.model.ids import ActorId
from onrecord.model.span import Span
from onrecord.model.statement import Act, Kind

Stance = Literal["agree", "disagree", "neither"]
STANCES: tuple[Stance, ...] = get_args(Stance)

UNSAID = "unsaid"
"""Marks a field that is left out of what is stored where it is None: it came later than old ledgers' decisions."""


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


StatementChange = (
    Accept | Reject | Correct | Add | SetSpeaker | SetVia | SetTo | SetDate | SetCode | SetValues
)
"""Any of them."""

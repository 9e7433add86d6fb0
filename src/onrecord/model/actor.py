"""Who speaks, through whom, and when: what resolution finds and people decide of a statement."""

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model.ids import ActorId
from onrecord.model.span import Span

ActorType = Literal["person", "organisation", "group", "unnamed", "outlet"]

ACTOR_TYPES: tuple[ActorType, ...] = get_args(ActorType)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation, group, unnamed source or outlet, one over all articles of a ledger.

    `name` is the one that is shown, `names` all its others.  Two actors of one name (father and son) differ in `note`,
    a few words that tell them apart; it is empty where nobody has to be told apart.
    """

    id: ActorId
    name: str
    type: ActorType
    note: str = ""
    names: tuple[str, ...] = ()


_SURE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who made a statement: the name as `onrecord read` prints it, the role as the article gives it, or None.

    `confidence` is 0 to 1, and 1 where a person decided it.  `actor` is the ledger's id; None outside a ledger.
    """

    name: str
    type: ActorType
    role: str | None = None
    confidence: float = 1.0
    actor: ActorId | None = None

    @property
    def doubtful(self) -> bool:
        """Whether it is likely, but not so sure that one would print the name unread: below 0.9."""
        return self.confidence < _SURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """Somebody through whom the words reached the article: the outlet or person they were told to or taken from."""

    name: str
    type: ActorType
    actor: ActorId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Somebody to whom the words were said, and who did not pass them on: "told parliament", "wrote to the board".

    An outlet that was told is a carrier, and no addressee: through it the words came.
    """

    name: str
    type: ActorType
    actor: ActorId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOn:
    """When something was said: `value` is EDTF (a day, a month, a year, an interval).

    `span` is where the article says so, None if nowhere; `inferred` where no words say so.
    """

    value: str
    span: Span | None = None
    confidence: float = 1.0
    inferred: bool = False

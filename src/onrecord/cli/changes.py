"""What a decision says, from the words of a command line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, cast

from onrecord.cli.codebooks.valuing import values_of
from onrecord.cli.coding_options import spans
from onrecord.errors import UsageError
from onrecord.model import (
    ACTOR_TYPES,
    ACTS,
    FACTS,
    KINDS,
    ROLES,
    STANCES,
    Accept,
    Act,
    ActorType,
    Add,
    Addressee,
    Carrier,
    Change,
    Coder,
    Correct,
    Fact,
    Kind,
    MarkRead,
    Note,
    Reject,
    Role,
    SaidOn,
    SetCode,
    SetDate,
    SetFact,
    SetRole,
    SetSpeaker,
    SetTo,
    SetVia,
    Stance,
)

if TYPE_CHECKING:
    from onrecord.ledger import Ledger


NOTHING = "none"

_DIGITS = 9  # of an offset: no article has a billion characters


@dataclass(frozen=True, slots=True)
class Call:
    """What a decision is made from: the ledger, who decides, and the words after the action."""

    ledger: "Ledger"
    coder: Coder
    now: datetime
    words: tuple[str, ...]

    def one(self, what: str) -> str:
        """The only word; UsageError where there is none or more."""
        if len(self.words) != 1:
            raise UsageError(f"say {what}, in one word or in quotation marks", code="usage")
        return self.words[0]

    def chosen(self, among: tuple[str, ...], word: str) -> str:
        """A word that is one of some; UsageError where it is none of them."""
        if word not in among:
            raise UsageError(f"{word!r} is none of {', '.join(among)}", code="usage")
        return word

    def named(self) -> dict[str, str]:
        """The words as NAME=VALUE; UsageError where one is not."""
        if not all("=" in word for word in self.words):
            raise UsageError("write NAME=VALUE, such as content=120-180 or kind=direct", code="usage")
        return dict(word.split("=", 1) for word in self.words)


def _places(call: Call, known: tuple[str, ...]) -> dict[str, str]:
    given = call.named()
    for name in given:
        call.chosen(known, name)
    return given


def _accept(call: Call) -> Change:
    if call.words:
        raise UsageError("accept takes no words: `note` keeps them, `reject` takes a reason", code="usage")
    return Accept()


def _read(call: Call) -> Change:
    if call.words:
        raise UsageError("read takes no words: `note` keeps them", code="usage")
    return MarkRead()


def _correct(call: Call) -> Change:
    given = _places(call, ("content", "cue", "source", "kind", "act"))
    kind = cast("Kind", call.chosen(KINDS, given["kind"])) if "kind" in given else None
    parts = {part: spans(given[part]) if part in given else None for part in ("content", "cue", "source")}
    act = cast("Act", call.chosen(ACTS, given["act"])) if "act" in given else None
    return Correct(**parts, kind=kind, act=act)


def _add(call: Call) -> Change:
    given = _places(call, ("content", "cue", "source", "kind", "act"))
    if "content" not in given:
        raise UsageError("say where it stands: content=120-180", code="usage")
    kind = cast("Kind", call.chosen(KINDS, given.get("kind", "indirect")))
    parts = {part: spans(given.get(part, NOTHING)) for part in ("content", "cue", "source")}
    act = cast("Act", call.chosen(ACTS, given.get("act", "speech")))
    return Add(**parts, kind=kind, act=act)


def _speaker(call: Call) -> Change:
    if call.words == (NOTHING,):
        return SetSpeaker(actor=None)
    if not 1 <= len(call.words) <= 3:
        raise UsageError("say NAME [TYPE [ROLE]], p-ID [TYPE [ROLE]], or none", code="usage")
    name, kind, role = (*call.words, *("person", "")[len(call.words) - 1 :])
    if name.startswith("p-"):
        return SetSpeaker(actor=call.ledger.actor(name).id, role=role or None)
    actor_type = cast("ActorType", call.chosen(ACTOR_TYPES, kind))
    actor = call.ledger.new_actor(call.coder, name, actor_type, now=call.now)
    return SetSpeaker(actor=actor, role=role or None)


def _via(call: Call) -> Change:
    if call.words == (NOTHING,):
        return SetVia(via=())
    return SetVia(via=tuple(Carrier(name=name, type="outlet") for name in call.words))


def _to(call: Call) -> Change:
    if call.words == (NOTHING,):
        return SetTo(to=())
    if not call.words:
        raise UsageError("say NAME=TYPE..., p-ID..., or none", code="usage")
    return SetTo(to=tuple(_addressee(call, word) for word in call.words))


def _addressee(call: Call, word: str) -> Addressee:
    """Somebody as NAME, a group unless it says NAME=TYPE, or an actor of the ledger by its id."""
    if word.startswith("p-"):
        actor = call.ledger.actor(word)
        return Addressee(name=actor.name, type=actor.type, actor=actor.id)
    name, marked, kind = word.rpartition("=")
    if not marked:
        return Addressee(name=word, type="group")
    return Addressee(name=name, type=cast("ActorType", call.chosen(ACTOR_TYPES, kind)))


def _date(call: Call) -> Change:
    value = call.one("the date as 2023-06-07, 2023-06 or 2023, or none")
    return SetDate(said_on=None if value == NOTHING else SaidOn(value=value))


def _code(call: Call) -> Change:
    if len(call.words) < 2:
        raise UsageError(
            "say CONCEPT STANCE [VARIABLE=VALUE]...: the stance is agree, disagree, neither, or none",
            code="usage",
        )
    concept, stance = call.words[:2]
    call.chosen((*STANCES, NOTHING), stance)
    return SetCode(concept=concept, stance=None if stance == NOTHING else cast("Stance", stance))


def _values(call: Call) -> Change:
    if not call.words:
        raise UsageError("say [CONCEPT] VARIABLE=VALUE...", code="usage")
    if "=" in call.words[0]:
        return values_of(call.ledger, "", call.words)
    return values_of(call.ledger, call.words[0], call.words[1:])


def _fact(call: Call) -> Change:
    ((fact, value),) = call.named().items() if len(call.words) == 1 else (("", ""),)
    call.chosen(FACTS, fact)
    return SetFact(fact=cast("Fact", fact), value=None if value == NOTHING else value)


def _role(call: Call) -> Change:
    if len(call.words) != 2 or not call.words[0].isdecimal() or len(call.words[0]) > _DIGITS:
        raise UsageError("say START ROLE: where the block begins, and its role", code="usage")
    return SetRole(start=int(call.words[0]), role=cast("Role", call.chosen(ROLES, call.words[1])))


ACTIONS: dict[str, Callable[[Call], Change]] = {
    "accept": _accept,
    "reject": lambda call: Reject(reason=" ".join(call.words)),
    "correct": _correct,
    "add": _add,
    "speaker": _speaker,
    "via": _via,
    "to": _to,
    "date": _date,
    "code": _code,
    "values": _values,
    "fact": _fact,
    "role": _role,
    "read": _read,
    "note": lambda call: Note(text=" ".join(call.words)),
}

"""What a person is asked for a speaker, a role, a chain, a code, a date, a note, and the decisions that follow."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rich.text import Text

from onrecord.cli.reviewing.asking import OFFERS, Line, Offer, Offered, ask
from onrecord.cli.reviewing.deciding import Decided
from onrecord.cli.reviewing.keys import END, Keys
from onrecord.cli.reviewing.naming import Naming, begins, hint
from onrecord.cli.reviewing.pages import choice_foot, line_foot
from onrecord.cli.reviewing.screen import Screen
from onrecord.cli.statement_table import one_line
from onrecord.model import (
    ACTOR_TYPES,
    KINDS,
    STANCES,
    Actor,
    ActorId,
    ActorType,
    Addressee,
    Carrier,
    Change,
    Kind,
    Note,
    Record,
    SaidOn,
    SetCode,
    SetDate,
    SetSpeaker,
    SetTo,
    SetVia,
    Stance,
)

NOTHING = "none"

Beside = TypeVar("Beside", Carrier, Addressee)


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Asks; every question gives None where the person leaves it.  `show` draws a foot below the statement."""

    keys: Keys
    show: Callable[[list[Text]], None]
    screen: Screen
    decided: Decided

    @property
    def naming(self) -> Naming:
        """The actors of the ledger, by their names."""
        return Naming(self.decided.ledger)

    def speaker(self, record: Record) -> SetSpeaker | None:
        """Who made the statement, and in which role."""
        named = self._line("speaker (none: open)", "", lambda typed: self._actors(record, typed))
        if named is None or not named.words.strip():
            return None
        if named.words.strip() == NOTHING:
            return SetSpeaker(actor=None)
        actor = self._meant(named)
        return None if actor is None else self._in_role(record, actor)

    def role(self, record: Record) -> SetSpeaker | None:
        """In which role the speaker spoke, who stays who it is; None where that is open."""
        now = record.statement.speaker
        return None if now is None or now.actor is None else self._in_role(record, now.actor)

    def code(self, record: Record) -> SetCode | None:
        """The concept, then the stance by one key."""
        known = list(self.decided.ledger.desk.concepts())
        concept = self._line(
            "concept",
            "",
            lambda typed: list(_concepts(known, typed)),
            lambda typed: self._refused(record, SetCode(concept=typed, stance="agree")),
        )
        if concept is None or not concept.words.strip():
            return None
        keys = {stance[0]: stance for stance in STANCES}
        choices = {**keys, "x": "takes the code away"}
        stance = self.choice(f"{concept.words.strip()}: what does the speaker say to it?", choices)
        if stance is None:
            return None
        chosen: Stance | None = next((each for each in STANCES if each == stance), None)
        return SetCode(concept=concept.words.strip(), stance=chosen)

    def date(self, record: Record) -> SetDate | None:
        """When it was said."""
        now = record.statement.said_on
        label = "said on (2023-06-07, 2023-06, 2023; none: open)"
        line = self._line(
            label,
            now.value if now else record.article.published or "",
            _nothing,
            lambda typed: self._refused(record, _dated(typed)),
        )
        return None if line is None or not line.words.strip() else _dated(line.words.strip())

    def via(self, record: Record) -> SetVia | None:
        """Through whom it came."""
        label = "via (outermost first, > between; none: nobody)"
        some = self._several(label, " > ", record.statement.via, Carrier)
        return None if some is None else SetVia(via=some)

    def to(self, record: Record) -> SetTo | None:
        """To whom it was said."""
        label = "to whom (; between; none: nobody)"
        some = self._several(label, "; ", record.statement.to, Addressee)
        return None if some is None else SetTo(to=some)

    def note(self) -> Note | None:
        """Words for other people."""
        line = self._line("note", "", _nothing)
        return Note(text=line.words.strip()) if line and line.words.strip() else None

    def kind(self) -> Kind | None:
        """The kind of a statement that is added."""
        chosen = self.choice("how are the words given?", {kind[0]: kind for kind in KINDS})
        return next((kind for kind in KINDS if kind == chosen), None)

    def choice(self, question: str, choices: dict[str, str]) -> str | None:
        """What the key that is struck stands for."""
        while True:
            self.show(choice_foot(question, [f"{key} {what}" for key, what in choices.items()]))
            key = self.keys.next()
            if key in choices:
                return choices[key]
            if key in ("escape", END):
                return None

    def _line(
        self,
        label: str,
        typed: str,
        offers: Callable[[str], Sequence[Offer[Offered]]],
        refuse: Callable[[str], str] | None = None,
    ) -> Line[Offered] | None:
        """What was typed; a line that is left empty is never refused: it decides nothing."""
        return ask(
            self.keys,
            lambda line: self.show(line_foot(self.screen, label, line)),
            typed,
            offers,
            lambda words: refuse(words.strip()) if refuse and words.strip() else "",
        )

    def _refused(self, record: Record, change: Change) -> str:
        return self.decided.ledger.desk.refusal(record.statement.id, change) or ""

    def _several(
        self, label: str, between: str, before: Sequence[Beside], beside: type[Beside]
    ) -> tuple[Beside, ...] | None:
        """Those whose names are typed with a sign between, none for `none`; None where the question is left."""
        line = self._line(
            label,
            between.join(one.name for one in before),
            lambda typed: self.naming.last_of(typed, between),
        )
        if line is None or not line.words.strip():
            return None
        given = [name.strip() for name in line.words.split(between.strip()) if name.strip()]
        known = {one.name: one for one in before}
        named: list[Beside] = []
        for name in given if given != [NOTHING] else []:
            one = known.get(name) or self._beside(name, beside)
            if one is None:
                return None
            named.append(one)
        return tuple(named)

    def _beside(self, name: str, beside: type[Beside]) -> Beside | None:
        """The actor who goes by that name, else somebody of a type that is asked for."""
        if goes_by := self.naming.goes_by(name):
            one = self._one_of(name, goes_by)
            return None if one is None else beside(name=one.name, type=one.type, actor=one.id)
        kind = self._type(name)
        return None if kind is None else beside(name=name, type=kind)

    def _type(self, name: str) -> ActorType | None:
        chosen = self.choice(f"{name} is new here: what is it?", _keyed(ACTOR_TYPES))
        return next((each for each in ACTOR_TYPES if each == chosen), None)

    def _actors(self, record: Record, typed: str) -> list[Offer[Actor | None]]:
        """Actors of whose names a word begins as typed; the words of the source where nothing is typed yet."""
        return self.naming.called(typed) if typed.strip() else self._in_article(record)

    def _in_role(self, record: Record, actor: ActorId) -> SetSpeaker | None:
        """The role is part of the decision: the one that stands is kept with Enter, if it is the same who speaks."""
        now, ledger = record.statement.speaker, self.decided.ledger
        same = (
            now is not None and now.actor is not None and ledger.actor(now.actor).id == ledger.actor(actor).id
        )
        line = self._line("role (empty: none)", (same and now and now.role) or "", _nothing)
        return None if line is None else SetSpeaker(actor=actor, role=line.words.strip() or None)

    def _in_article(self, record: Record) -> list[Offer[Actor | None]]:
        """What the statement itself says of its speaker: who it is as it stands, and the words of the source."""
        speaker, words = record.statement.speaker, one_line(record.source_words)
        offers: list[Offer[Actor | None]] = []
        if speaker is not None:
            known = self.decided.ledger.actor(speaker.actor) if speaker.actor else None
            offers.append(Offer(speaker.name, "as it is", known))
        if words and all(offer.words != words for offer in offers):
            offers.append(Offer(words, "the words of the source", None))
        return offers

    def _meant(self, named: Line[Actor | None]) -> ActorId | None:
        """The actor that was taken, or the only one that goes by the name that was typed, or a new one."""
        if named.offer is not None and named.offer.value is not None:
            return named.offer.value.id
        name = named.words.strip()
        if goes_by := self.naming.goes_by(name):
            one = self._one_of(name, goes_by)
            return None if one is None else one.id
        kind = self._type(name)
        return None if kind is None else self.decided.actor(name, kind)

    def _one_of(self, name: str, several: Sequence[Actor]) -> Actor | None:
        if len(several) == 1:
            return several[0]
        shown = {str(n): hint(each) for n, each in enumerate(several[:9], start=1)}
        chosen = self.choice(f"{name}: which one?", shown)
        return next((each for each in several if hint(each) == chosen), None)


def _concepts(known: Sequence[str], typed: str) -> Iterator[Offer[None]]:
    begun = [each for each in known if begins(each, typed)]
    inside = [each for each in known if each not in begun and typed.casefold() in each.casefold()]
    for each in [*begun, *inside][:OFFERS]:
        yield Offer(each, "", None)


def _keyed(names: Sequence[str]) -> dict[str, str]:
    """Names by a key each: the first of its letters that none before it has."""
    keys: dict[str, str] = {}
    for name in names:
        keys[next(letter for letter in name if letter not in keys)] = name
    return keys


def _dated(value: str) -> SetDate:
    return SetDate(said_on=None if value == NOTHING else SaidOn(value=value))


def _nothing(typed: str) -> list[Offer[None]]:  # noqa: ARG001 - called as the others are
    return []

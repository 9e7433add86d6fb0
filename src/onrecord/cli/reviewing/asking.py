"""One line that a person types, with what it may be offered below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from onrecord.cli.reviewing.keys import END, RESIZED, Keys

Offered = TypeVar("Offered")

OFFERS = 6
_CLEAR = "\x15"  # Ctrl-U, as shells have it


@dataclass(frozen=True, slots=True)
class Offer(Generic[Offered]):
    """What a person can take instead of typing on: the words it stands for, a hint, and the thing itself."""

    words: str
    hint: str
    value: Offered


@dataclass(frozen=True, slots=True)
class Line(Generic[Offered]):
    """What has been typed, what is offered for it, and which offer is taken; none at first.

    What `stands` was there before anything was typed: the first letter takes its place.  `refused` is why the line was
    not taken when it was ended last.
    """

    typed: str
    offers: Sequence[Offer[Offered]] = ()
    taken: int | None = None
    stands: bool = False
    refused: str = ""

    @property
    def offer(self) -> Offer[Offered] | None:
        """The offer that is taken."""
        return None if self.taken is None else self.offers[self.taken]

    @property
    def words(self) -> str:
        """The words of the offer that is taken, or what was typed."""
        return self.offer.words if self.offer else self.typed

    def turned(self, by: int) -> "Line[Offered]":
        """With the next offer, or the one before; behind the last comes what was typed."""
        if not self.offers:
            return self
        places = len(self.offers) + 1
        at = (0 if self.taken is None else self.taken + 1) + by
        return replace(self, taken=at % places - 1 if at % places else None)


def ask(
    keys: Keys,
    show: Callable[[Line[Offered]], None],
    typed: str,
    offers: Callable[[str], Sequence[Offer[Offered]]],
    refuse: Callable[[str], str],
) -> Line[Offered] | None:
    """The line that was ended with Enter, or None where the person left.

    `refuse` says why a line cannot be taken, empty where it can: it stays, to be mended, and what is typed goes on
    being typed.  Tab and Down take the next offer, Up the one before, Ctrl-U clears the line, Escape leaves.  A letter
    takes the place of what stood there at first, and backspace mends that.
    """
    line = Line(typed, offers(typed), stands=bool(typed))
    while True:
        show(line)
        key = keys.next()
        if key == "enter":
            line = replace(line, refused=refuse(line.words), stands=False)
            if not line.refused:
                return line
        if key in ("escape", END):
            return None
        line = _after(line, key, offers)


def _after(line: Line[Offered], key: str, offers: Callable[[str], Sequence[Offer[Offered]]]) -> Line[Offered]:
    if key in ("tab", "down", "up"):
        return line.turned(-1 if key == "up" else 1)
    if key == "backspace":
        typed = line.words[:-1]
    elif key == _CLEAR:
        typed = ""
    elif key != RESIZED and len(key) == 1 and key.isprintable():
        typed = key if line.stands and line.taken is None else line.words + key
    else:
        return line
    return Line(typed, offers(typed), refused=line.refused)

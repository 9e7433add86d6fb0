"""Whether the groups of the report's network would be found again: figures, and what they come to in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model.debate import Debate, Firmness
from onrecord.publishing.harmless import label
from onrecord.publishing.pictures.styles import letter

FIRM, LOOSE = 0.85, 0.6
"""Highly stable from the one on, below the other not to be trusted (Hennig 2007: `measures.stability`)."""

MOST_NAMED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmnessLine:
    """A group: letter, number of its colour, both figures from 0 to 1 (None: no draw has it), and the words for it."""

    letter: str
    colour: int
    articles: float | None
    codes: float | None
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmnessView:
    """The groups a line each, what the figures are, and who hardly belongs where it is (empty: nobody)."""

    lines: tuple[FirmnessLine, ...]
    explained: str
    loose: str


def firmness_view(debate: Debate, colours: int) -> FirmnessView | None:
    """What the page says of its groups, None where it has none; groups beyond share the last of so many colours."""
    firm = debate.firmness
    if firm is None:
        return None
    return FirmnessView(
        lines=tuple(
            FirmnessLine(
                letter=letter(at),
                colour=min(at, colours - 1),
                articles=articles,
                codes=codes,
                verdict=verdict(articles, codes),
            )
            for at, (articles, codes) in enumerate(zip(firm.articles, firm.codes, strict=True))
        ),
        explained=_explained(firm),
        loose=_loose([label(name) for name in _hardly(debate, firm)]),
    )


def verdict(articles: float | None, codes: float | None) -> str:
    """What two figures come to: the lesser counts."""
    known = [round(each, 2) for each in (articles, codes) if each is not None]  # as they are shown
    if not known or min(known) < LOOSE:
        return "do not rely on it"
    return "yes" if min(known) >= FIRM else "more or less: who belongs to it is not sure"


def _explained(firm: Firmness) -> str:
    return (
        f"How alike a group is to the one most like it, on average, in {firm.draws} draws of as many articles, and in "
        f"{firm.draws} in which {firm.wrong:.0%} of the codes are wrong (of a model's, as many as it says itself): 1 "
        f"the same actors, 0 other ones.  From {FIRM} on a group stands; below {LOOSE} it may be an accident of these "
        "articles or codes."
    )


def _hardly(debate: Debate, firm: Firmness) -> Iterator[str]:
    for node, group, value in zip(debate.network.rows, debate.groups, firm.rows, strict=True):
        if group is not None and value is not None and value < LOOSE:
            yield node.name


def _loose(names: list[str]) -> str:
    if not names:
        return ""
    more = len(names) - MOST_NAMED
    shown = ", ".join(names[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    said = "Hardly belongs where it is" if len(names) == 1 else "Hardly belong where they are"
    return f"{said}: {shown}."

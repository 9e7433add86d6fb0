"""What a tie and a group look like: never by colour alone.

The colours are those of Okabe and Ito (2008, "Color Universal Design"), which people with any of the usual kinds of
colour vision tell apart.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from onrecord.model.network import Network

INK, FAINT, PAPER = "#1a1a1a", "#555555", "#ffffff"
BLUE, VERMILION, PURPLE, GREY = "#0072b2", "#d55e00", "#aa3377", "#767676"

_GROUPS = ("#e69f00", "#56b4e9", "#f0e442", "#009e73", "#cc79a7", "#bbbbbb")
ALONE = "#ffffff"

NARROWEST, BROADEST = 0.8, 6.5
"""Pixels across the line of the weakest and the strongest tie."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a tie is drawn, and what that means."""

    says: str
    colour: str
    dash: str
    sign: int


PLAIN = Style("tie", GREY, "", 0)
DIFFERS = Style("disagree", VERMILION, "7 4", -1)
BOTH = Style("both", PURPLE, "9 3 2 3", 0)

_ONE: Mapping[str, tuple[Style, Style]] = {
    "ignore": (Style("statements on the same", GREY, "", 0), DIFFERS),
    "congruence": (Style("say the same", BLUE, "", 1), DIFFERS),
    "conflict": (Style("say the opposite", VERMILION, "7 4", -1), DIFFERS),
    "subtract": (
        Style("more often the same", BLUE, "", 1),
        Style("more often the opposite", VERMILION, "7 4", -1),
    ),
}
_TWO: Mapping[str, tuple[Style, Style]] = {
    "ignore": (Style("statements", GREY, "", 0), DIFFERS),
    "subtract": (
        Style("agrees more often", BLUE, "", 1),
        Style("disagrees more often", VERMILION, "7 4", -1),
    ),
}
_OTHER: Mapping[str, tuple[Style, Style]] = {
    "ignore": _TWO["ignore"],
    "subtract": (Style("above 0", BLUE, "", 1), Style("below 0", VERMILION, "7 4", -1)),
}
_KINDS = {
    1.0: Style("only agrees", BLUE, "", 1),
    2.0: Style("only disagrees", VERMILION, "7 4", -1),
    3.0: BOTH,
}
_STANCES = ("stance", "agreement")


def style(network: Network, weight: float) -> Style:
    """How a tie of this weight is drawn."""
    aggregation = str(network.settings["aggregation"])
    if aggregation == "combine":
        return _KINDS[weight] if of_kinds(network) else PLAIN
    of_two = _TWO if of_stances(network) else _OTHER
    above, below = (_ONE if network.mode == "one" else of_two)[aggregation]
    return above if weight > 0 else below


def of_stances(network: Network) -> bool:
    """Whether the qualifier is whether somebody agrees, and not any other variable of a study."""
    return network.settings.get("qualifier") in _STANCES


def of_kinds(network: Network) -> bool:
    """Whether weights are kinds of ties (1 agrees, 2 disagrees, 3 both) and no amounts."""
    return (
        network.settings["aggregation"] == "combine"
        and of_stances(network)
        and float(network.matrix.max(initial=0)) <= max(_KINDS)
    )


def thickness(network: Network, weight: float) -> float:
    """Pixels across the line of a tie of this weight."""
    if network.settings["aggregation"] == "combine":
        return 2.0
    strongest = float(np.abs(network.matrix).max(initial=0)) or 1.0
    return NARROWEST + (BROADEST - NARROWEST) * abs(weight) / strongest


def fill(group: int | None) -> str:
    """The colour of a node of this group, None for one that is in none."""
    return ALONE if group is None else _GROUPS[min(group, len(_GROUPS) - 1)]


def letter(group: int | None) -> str:
    """`A` to `Z`, then `AA`; nothing for a node in no group."""
    if group is None:
        return ""
    above = "" if group < 26 else letter(group // 26 - 1)
    return above + chr(ord("A") + group % 26)

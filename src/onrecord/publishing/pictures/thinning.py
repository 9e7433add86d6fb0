"""Which ties a picture draws: with too many nobody sees any."""

from dataclasses import dataclass

from onrecord.model.network import Network
from onrecord.publishing.networks.number import number
from onrecord.publishing.networks.vertices import edges, vertices

Tie = tuple[int, int, float]
"""The numbers of two vertices (columns after rows with mode two) and the weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thinned:
    """The ties that are drawn, the weakest first, and in words which those are, empty if all are."""

    ties: tuple[Tie, ...]
    said: str


def usual_most(network: Network) -> int:
    """Ties that are drawn if nobody says how many: three a node, for beyond it pictures of 30 to 60 nodes tangled."""
    return max(40, 3 * len(vertices(network)))


def thinned(network: Network, most: int) -> Thinned:
    """The strongest ties by amount, whatever their sign, at most so many, and the strongest of each node besides.

    Among ties of the same weight those go first whose rows and columns do.
    """
    ties = sorted(edges(network), key=lambda tie: -abs(tie[2]))
    if len(ties) <= most:
        return Thinned(ties=tuple(reversed(ties)), said="")
    kept = ties[:most]
    held = {node for row, column, _ in kept for node in (row, column)}
    extra: list[Tie] = []
    for tie in ties[most:]:
        if not {tie[0], tie[1]} <= held:
            extra.append(tie)
            held.update(tie[:2])
    return Thinned(ties=tuple(reversed([*kept, *extra])), said=_said(ties, most, len(extra)))


def _said(ties: list[Tie], most: int, extra: int) -> str:
    """Which are drawn, and how many are not."""
    if not most:
        said = "Drawn: no ties"
    else:
        least = abs(ties[most - 1][2])
        said = f"Drawn: the {most} strongest of {len(ties)} ties, down to {amount(least)}"
        alike = sum(abs(tie[2]) == least for tie in ties)
        cut = sum(abs(tie[2]) == least for tie in ties[most:])
        if cut:
            said += f" ({alike - cut} of the {alike} of that weight, by name)"
    if extra:
        said += f", and {extra} more, so that no node that has a tie stands without one"
    return f"{said}; {len(ties) - most - extra} weaker ones are not in the picture; --most-ties draws more."


def amount(weight: float) -> str:
    """A weight in at most three digits after the point."""
    return number(round(weight, 3))

"""The network of the report: places, lines and words, to be drawn by the template and moved by network.js.

Everything is in the page once: a browser without scripts shows the picture and the positions below it; with scripts
the same elements are shown, hidden and moved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.model.debate import Debate, Position
from onrecord.model.network import Network
from onrecord.publishing.harmless import label
from onrecord.publishing.networks.vertices import edges, frequencies
from onrecord.publishing.pictures import node_link
from onrecord.publishing.pictures.frame import made_by
from onrecord.publishing.pictures.notes import about_groups
from onrecord.publishing.pictures.styles import letter, style, thickness
from onrecord.publishing.pictures.thinning import Tie, amount, thinned, usual_most
from onrecord.publishing.report.firmness import FirmnessView, firmness_view

MOST_TIES = 1_200
"""Lines that a page holds: with more, moving a node is no longer smooth on a small laptop."""
MOST_STEPS = 40
"""Places of the slider."""
COLOURS = 6
"""Groups beyond share the last colour, and have letters of their own."""
AIR = 14.0
SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TieView:
    """A line between two nodes, by their numbers; `drawn` says whether it is in the picture at first."""

    one: int
    other: int
    x1: float
    y1: float
    x2: float
    y2: float
    kind: str
    width: float
    amount: str
    size: str
    says: str
    drawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeView:
    """An actor: where, how large, in which group, its name in lines, and where it stands."""

    number: int
    x: float
    y: float
    radius: float
    group: str
    colour: int | None
    name: str
    lines: tuple[str, ...]
    below: float
    statements: int
    positions: tuple[Position, ...]
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyView:
    """A kind of tie in the legend: its class, and what it means."""

    kind: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """The drawing in pixels, the slider's places (`steps`, the one it has at first), and what is said below."""

    width: float
    height: float
    nodes: tuple[NodeView, ...]
    ties: tuple[TieView, ...]
    keys: tuple[KeyView, ...]
    groups: tuple[tuple[str, int, int], ...]
    firmness: FirmnessView | None
    steps: tuple[str, ...]
    step: int
    notes: tuple[str, ...]
    unchecked: str


def network_view(debate: Debate) -> NetworkView:
    """The network as the page shows it."""
    network = debate.network
    most = usual_most(network)
    placed = node_link.place(network, debate.groups, most, SEED)
    first = set(placed.drawn.ties)
    strongest = thinned(network, MOST_TIES).ties
    held = list(dict.fromkeys((*strongest, *placed.drawn.ties)))
    held.sort(key=lambda tie: abs(tie[2]))  # the strongest are drawn last, and lie above
    at = [(x + AIR, y + AIR) for x, y in placed.at]
    steps = _steps([abs(tie[2]) for tie in held])
    least = min((abs(tie[2]) for tie in first), default=0.0)
    return NetworkView(
        width=placed.width + 2 * AIR,
        height=placed.height + 2 * AIR,
        nodes=tuple(_nodes(debate, placed, at)),
        ties=tuple(_tie(network, tie, at, drawn=tie in first) for tie in held),
        keys=tuple(_keys(network, held)),
        groups=tuple(_groups(debate.groups)),
        firmness=firmness_view(debate, COLOURS),
        steps=tuple(map(amount, steps)),
        step=max((place for place, each in enumerate(steps) if each <= least + 1e-9), default=0),
        notes=tuple(_notes(debate, len(held))),
        unchecked=_unchecked(network),
    )


def _nodes(debate: Debate, placed: node_link.Placed, at: Sequence[tuple[float, float]]) -> Iterator[NodeView]:
    counts = frequencies(debate.network)
    for number, (node, group, positions) in enumerate(
        zip(debate.network.rows, debate.groups, debate.positions, strict=True)
    ):
        name = label(node.name) or "(no name)"
        shown = tuple(
            Position(concept=label(each.concept), agree=each.agree, disagree=each.disagree)
            for each in positions
        )
        yield NodeView(
            number=number,
            x=round(at[number][0], 1),
            y=round(at[number][1], 1),
            radius=round(placed.radii[number], 1),
            group=letter(group),
            colour=None if group is None else min(group, COLOURS - 1),
            name=name,
            lines=placed.names[number],
            below=round(node_link.baseline(placed.radii[number]), 1),
            statements=counts[number],
            positions=shown,
            says=_says(name, counts[number], shown),
        )


def _says(name: str, count: int, positions: Sequence[Position]) -> str:
    """What a node says when it is pointed at, or read out."""
    lines = [f"{name}: {count} coded statement{'' if count == 1 else 's'}"]
    for each in positions:
        sides = [f"agrees {each.agree}"] if each.agree else []
        sides += [f"disagrees {each.disagree}"] if each.disagree else []
        lines.append(f"{each.concept}: {', '.join(sides)}")
    return "\n".join(lines)


def _tie(network: Network, tie: Tie, at: Sequence[tuple[float, float]], *, drawn: bool) -> TieView:
    one, other, weight = tie
    return TieView(
        one=one,
        other=other,
        x1=round(at[one][0], 1),
        y1=round(at[one][1], 1),
        x2=round(at[other][0], 1),
        y2=round(at[other][1], 1),
        kind=_kind(network, weight),
        width=round(thickness(network, weight), 2),
        amount=amount(weight),
        size=amount(abs(weight)),
        says=node_link.says(network, tie),
        drawn=drawn,
    )


def _kind(network: Network, weight: float) -> str:
    return {1: "same", -1: "opposite", 0: "plain"}[style(network, weight).sign]


def _keys(network: Network, ties: Sequence[Tie]) -> Iterator[KeyView]:
    found = {_kind(network, weight): style(network, weight).says for _, _, weight in ties}
    for kind in sorted(found, reverse=True):
        yield KeyView(kind=kind, says=found[kind])


def _groups(groups: Sequence[int | None]) -> Iterator[tuple[str, int, int]]:
    """Letter, colour and size of each group."""
    found = [group for group in groups if group is not None]
    for group in sorted(set(found)):
        yield letter(group), min(group, COLOURS - 1), found.count(group)


def _steps(amounts: Sequence[float]) -> list[float]:
    """Weights that occur, rising: all of them, or as many as the slider has places, evenly by number of ties."""
    every = sorted({round(each, 3) for each in amounts})
    if len(every) <= MOST_STEPS:
        return every or [0.0]
    chosen = np.quantile(every, np.linspace(0, 1, MOST_STEPS), method="nearest")
    return sorted({float(each) for each in chosen})


def _notes(debate: Debate, held: int) -> Iterator[str]:
    network = debate.network
    if len(network.rows) < debate.actors:
        yield (
            f"Shown are the {len(network.rows)} of {debate.actors:,} actors with the most coded statements; "
            "the command onrecord network makes networks of more."
        )
    every = sum(1 for _ in edges(network))
    if held < every:
        yield f"The page holds the {held:,} strongest of {every:,} ties."
    yield from about_groups(debate.groups)
    yield from made_by(network)
    for why, count in debate.left_out:
        yield f"Left out: {count} code{'' if count == 1 else 's'} ({why})."


def _unchecked(network: Network) -> str:
    """A warning where codes of the network were not checked by anybody, else nothing."""
    source = network.settings.get("source")
    codes = str(source.get("codes", "")) if isinstance(source, dict) else ""
    return f"Of the codes {codes}." if "NOT CHECKED" in codes else ""

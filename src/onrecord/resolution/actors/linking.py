"""Links figures to actors: files each under what its name may share with others, and links block by block.

A block is what shares a key; what is decided in it depends on its own figures alone.  So one article costs the blocks
of its names, however many actors there are elsewhere; and of a surname that very many bear no more than a part.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model import ActorId, ActorType
from onrecord.resolution.actors import crowds
from onrecord.resolution.actors.bodies import body_keys, link_bodies
from onrecord.resolution.actors.crowding import Gathering
from onrecord.resolution.actors.crowds import GIVEN, SURNAME, filed_apart
from onrecord.resolution.actors.figures import Figure, Home, Linked, Suggestion, pair
from onrecord.resolution.actors.joining import Apart, Joining
from onrecord.resolution.actors.names import keys, person_name
from onrecord.resolution.actors.people import link_people, place_among

LINKED: tuple[ActorType, ...] = ("person", "organisation", "outlet", "group")
"""The types that are linked: an unnamed source is nobody else's."""


def blocks_of(name: str, kind: ActorType) -> frozenset[str]:
    """The blocks that a name of that type is in; none for one without a letter or figure, and for unnamed sources."""
    if kind not in LINKED:
        return frozenset()
    if kind == "person":
        parsed = person_name(name)
        return frozenset(f"{SURNAME}{key}" for key in keys(parsed)) if parsed.words else frozenset()
    kinds = "group" if kind == "group" else "body"
    return frozenset(f"{kinds} {key}" for key in body_keys(name))


def link_block(
    block: str,
    figures: Iterable[Figure],
    apart: Apart = frozenset(),
    merged: Mapping[ActorId, ActorId] | None = None,
) -> Linked:
    """Who the figures of one block are."""
    linker = link_people if block.startswith((SURNAME, GIVEN)) else link_bodies
    return linker(figures, apart, merged or {})


@dataclass(slots=True)
class Registry:
    """Who everybody is: for each figure its actor, named by the home that stands for all that are one."""

    actors: dict[Figure, Home] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()


def link(
    figures: Collection[Figure],
    apart: Apart = frozenset(),
    merged: Mapping[ActorId, ActorId] | None = None,
) -> Registry:
    """All blocks of some figures linked, and their homes joined over blocks; the order of the figures is nothing."""
    blocks: dict[str, list[Figure]] = defaultdict(list)
    for one in figures:
        for block in blocks_of(one.name, one.type):
            blocks[block].append(one)
    many = {block: some for block, some in blocks.items() if is_crowd(block, some)}
    for block, some in many.items():
        del blocks[block]
        for one in some:
            for part in filed_apart(block, one.name):
                if part.startswith(GIVEN):
                    blocks[part].append(one)
    decided = (apart, merged or {})
    found = [link_block(block, some, *decided) for block, some in sorted(blocks.items())]
    if many:
        known = _joined(found, *decided)
        found += [
            place_among(block, some, Gathering(block, some, homes_of(found), known), *decided)
            for block, some in sorted(many.items())
        ]
    homes, joining = homes_of(found), _joined(found, *decided)
    stands = {home: group[0] for group in joining.groups() for home in group}
    waiting = {
        pair(each.one, each.other): each
        for one in found
        for each in one.suggestions
        if each.one in stands and each.other in stands and stands[each.one] != stands[each.other]
    }
    return Registry({figure: stands[home] for figure, home in homes.items()}, tuple(waiting.values()))


def is_crowd(block: str, figures: Iterable[Figure]) -> bool:
    """Whether more names than are linked together share a surname's block."""
    return block.startswith(SURNAME) and len({(one.name, one.type) for one in figures}) > crowds.CROWD


def _joined(found: Sequence[Linked], apart: Apart, merged: Mapping[ActorId, ActorId]) -> Joining:
    """The homes of several blocks, joined over blocks."""
    joining = Joining(apart, merged)
    for home in sorted(set(homes_of(found).values())):
        joining.add(home)
    joined = {two: score for one in found for two, score in one.joined.items()}
    for two, score in sorted(joined.items(), key=lambda item: (-item[1], item[0])):
        for home in two:
            joining.add(home)
        joining.join(*two, score)
    return joining


def homes_of(found: Sequence[Linked]) -> dict[Figure, Home]:
    """The home of each figure after several blocks: where they differ, one not of its own name, then the first."""
    homes: dict[Figure, Home] = {}
    for one in found:
        for figure, home in one.homes.items():
            known = homes.get(figure)
            if known is None or (known.name == figure.name, known) > (home.name == figure.name, home):
                homes[figure] = home
    return homes

"""What a .dna file holds beside documents and statements: kept as JSON, by names, and joined with that of other files.

Ids of a first file stay; what a second file brings gets those that are free.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any, TypeVar

from onrecord.reading.dna import (
    DnaCoder,
    DnaEntity,
    DnaFile,
    DnaRegex,
    DnaRelation,
    DnaType,
    DnaVariable,
)

Thing = TypeVar("Thing")

_PARTS = ("settings", "coders", "relations", "types", "links", "entities", "regexes")


def frame_of(file: DnaFile) -> DnaFile:
    """The file without its documents and statements."""
    return replace(file, documents={}, statements=())


def without(frame: DnaFile, is_removed: Callable[[str], bool]) -> DnaFile:
    """The frame without the entities of some values."""
    gone = {each.id for each in frame.entities if is_removed(each.value)}
    kept = (each for each in frame.entities if each.id not in gone)
    return replace(
        frame,
        entities=tuple(replace(each, parent=None) if each.parent in gone else each for each in kept),
    )


def encoded(frame: DnaFile) -> str:
    """A frame as JSON."""
    whole = {"version": frame.version} | {name: getattr(frame, name) for name in _PARTS}
    return json.dumps(whole, ensure_ascii=False, default=_plain, separators=(",", ":"))


def decoded(text: str) -> DnaFile:
    """The frame that `encoded` wrote."""
    given = json.loads(text)
    return DnaFile(
        version=given["version"],
        types=tuple(_type(each) for each in given["types"]),
        entities=tuple(_of(DnaEntity, each) for each in given["entities"]),
        documents={},
        statements=(),
        coders=tuple(_of(DnaCoder, each) for each in given["coders"]),
        settings=given["settings"],
        relations=tuple(_of(DnaRelation, each) for each in given["relations"]),
        regexes=tuple(_of(DnaRegex, each) for each in given["regexes"]),
        links=tuple(tuple(pair) for pair in given["links"]),
    )


def joined(held: DnaFile, other: DnaFile) -> DnaFile:
    """Both frames: what they share by name stands as `held` has it, and what only the other has comes after."""
    types, variables = _types(held, other)
    coders, numbers = _by_name(held.coders, other.coders, lambda each: each.name)
    entities, places = _by_name(
        held.entities,
        [replace(each, variable=variables[each.variable]) for each in other.entities],
        lambda each: (each.variable, each.value),
    )
    known = {each.id for each in held.entities}
    relations = [
        replace(each, coder=numbers[each.coder], other=numbers[each.other]) for each in other.relations
    ]
    pairs = {(each.coder, each.other) for each in held.relations}
    patterns = {each.label for each in held.regexes}
    return DnaFile(
        version=held.version,
        types=types,
        entities=tuple(
            each if each.id in known else replace(each, parent=each.parent and places.get(each.parent))
            for each in entities
        ),
        documents={},
        statements=(),
        coders=tuple(coders),
        settings=held.settings,
        relations=(*held.relations, *(each for each in relations if (each.coder, each.other) not in pairs)),
        regexes=(*held.regexes, *(each for each in other.regexes if each.label not in patterns)),
        links=held.links,
    )


def free(taken: Iterable[int], wanted: int) -> int:
    """The id that is wanted, or the next after all that are taken."""
    known = set(taken)
    return wanted if wanted not in known else max(known) + 1


def _types(held: DnaFile, other: DnaFile) -> tuple[tuple[DnaType, ...], dict[int, int]]:
    """The types of both, and the ids that the other's variables have now."""
    types = {each.label: each for each in held.types}
    taken = {variable.id for each in held.types for variable in each.variables}
    now: dict[int, int] = {}
    for each in other.types:
        known = types.get(each.label)
        variables = {one.name: one for one in known.variables} if known else {}
        for one in each.variables:
            if one.name not in variables:
                variables[one.name] = replace(one, id=free(taken, one.id))
                taken.add(variables[one.name].id)
            now[one.id] = variables[one.name].id
        number = known.id if known else free((one.id for one in types.values()), each.id)
        types[each.label] = replace(known or each, id=number, variables=tuple(variables.values()))
    return tuple(types.values()), now


def _by_name(
    held: Iterable[Thing], other: Iterable[Thing], name: Callable[[Thing], Hashable]
) -> tuple[list[Thing], dict[int, int]]:
    """The things of both, one of each name, and the ids that the other's have now."""
    found: dict[Hashable, Any] = {name(each): each for each in held}
    taken = {each.id for each in found.values()}
    now: dict[int, int] = {}
    for each in other:
        given: Any = each
        if name(each) not in found:
            found[name(each)] = replace(given, id=free(taken, given.id))
            taken.add(found[name(each)].id)
        now[given.id] = found[name(each)].id
    return list(found.values()), now


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else asdict(value)


def _type(given: Mapping[str, Any]) -> DnaType:
    variables = (DnaVariable(**one | {"attributes": tuple(one["attributes"])}) for one in given["variables"])
    made: DnaType = _of(DnaType, {**given, "variables": tuple(variables)})
    return made


def _of(kind: type[Any], given: Mapping[str, Any]) -> Any:
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in given.items()})

"""The entities of a study that is written: those of imported files, and those that its statements need."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.publishing.dna.kinds import Kinds
from onrecord.reading.dna import DnaEntity, DnaStatement


def entities_of(
    held: Sequence[DnaEntity], statements: Sequence[DnaStatement], kinds: Kinds, renamed: Mapping[str, str]
) -> Iterator[DnaEntity]:
    """The entities that files brought, with their ids, then new ones, the empty one of each variable among them.

    `renamed` gives concepts that are called otherwise now: an entity goes along with its colour and attributes where
    nothing bears the old name any more.
    """
    used = _used(statements, kinds)
    known = {(each.variable, each.value) for each in held}
    concepts = {variable.id for variable in kinds.every() if variable.name == "concept"}
    for each in held:
        name = renamed.get(each.value, each.value) if each.variable in concepts else each.value
        moves = each.value not in used.get(each.variable, ()) and (each.variable, name) not in known
        if moves:
            known.add((each.variable, name))
        yield replace(each, value=name) if moves else each
    number = max((each.id for each in held), default=0)
    for variable in kinds.every():
        values = ("", *used.get(variable.id, ())) if variable.type == "short text" else ()
        for value in values:
            if (variable.id, value) not in known:
                known.add((variable.id, value))
                number += 1
                yield DnaEntity(
                    id=number, variable=variable.id, value=value, colour=(0, 0, 0), parent=None, attributes={}
                )


def _used(statements: Sequence[DnaStatement], kinds: Kinds) -> dict[int, dict[str, None]]:
    """The values of each variable of short texts, in the order of the statements."""
    used: dict[int, dict[str, None]] = {}
    for each in statements:
        for variable, value in zip(kinds.variables(each.type), each.values, strict=False):
            if variable.type == "short text":
                used.setdefault(variable.id, {})["" if value is None else str(value)] = None
    return used

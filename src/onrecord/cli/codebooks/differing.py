"""What differs between two codebooks, a line a thing."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from onrecord.model import Codebook, Concept, Variable


def differences(old: Codebook, new: Codebook) -> Iterator[str]:
    """`+` for what only the new one has, `-` for what only the old one has, `~` for what both have otherwise."""
    if old.title != new.title:
        yield f"~ title: {old.title!r} is {new.title!r}"
    yield from _of("concept", old.concepts, new.concepts)
    yield from _of("variable", old.variables, new.variables)


def _of(kind: str, old: Sequence[Concept | Variable], new: Sequence[Concept | Variable]) -> Iterator[str]:
    before, after = {each.name: each for each in old}, {each.name: each for each in new}
    for name in before:
        if name not in after:
            yield f"- {kind} {name}"
    for name, each in after.items():
        if name not in before:
            yield f"+ {kind} {name}: {each.label or each.name}"
        else:
            yield from _fields(f"~ {kind} {name}", before[name], each)
    kept = [name for name in before if name in after]
    if kept != [name for name in after if name in before]:
        yield f"~ the {kind}s are in another order: {', '.join(after)}"


def _fields(head: str, old: Concept | Variable, new: Concept | Variable) -> Iterator[str]:
    for field in fields(old):
        before, after = getattr(old, field.name), getattr(new, field.name, None)
        if before == after:
            continue
        if isinstance(before, tuple) and isinstance(after, tuple):
            yield from (f"{head}, {field.name}: - {text!r}" for text in before if text not in after)
            yield from (f"{head}, {field.name}: + {text!r}" for text in after if text not in before)
            if sorted(before) == sorted(after):
                yield f"{head}, {field.name}: in another order"
        else:
            yield f"{head}, {field.name}: {before!r} is {after!r}"

"""The codebook of a study: the concepts that statements are coded by, and the variables beside concept and stance."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

VariableType = Literal["short text", "integer", "boolean"]

VARIABLE_TYPES: tuple[VariableType, ...] = get_args(VariableType)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A claim or proposal that one can agree or disagree with.

    `name` is what codes say, short and unique in its codebook; `label` what people read.  `examples_for` are statements
    that agree with it, `examples_against` ones that disagree.  `parent` is the name of the wider concept.
    """

    name: str
    label: str
    definition: str = ""
    examples_for: tuple[str, ...] = ()
    examples_against: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """Something a study codes of a statement beside concept and stance."""

    name: str
    type: VariableType
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """The concepts and variables of a study, in the order in which people gave them."""

    title: str
    concepts: tuple[Concept, ...]
    variables: tuple[Variable, ...] = ()

    @property
    def labels(self) -> dict[str, str]:
        """What each concept is called, by its name: its label, or the name where it has none."""
        return {each.name: each.label or each.name for each in self.concepts}

    def concept(self, name: str) -> Concept | None:
        """The concept of that name, or None."""
        return next((each for each in self.concepts if each.name == name), None)

    def variable(self, name: str) -> Variable | None:
        """The variable of that name, or None."""
        return next((each for each in self.variables if each.name == name), None)


Amount = str | int | bool
"""What a variable's value can be: words, a whole number, true or false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Valued:
    """A variable with its value; None takes the value away."""

    variable: str
    value: Amount | None


def problem_of(codebook: Codebook) -> tuple[str, str] | None:
    """What a codebook cannot be as: the name of the concept or variable, and the reason; None for a sound one."""
    return next(problems_of(codebook), None)


def problems_of(codebook: Codebook) -> Iterator[tuple[str, str]]:
    """All that a codebook cannot be as, each as `problem_of` gives the first."""
    names = [each.name for each in codebook.concepts]
    yield from _each_once(names, "concepts")
    for each in codebook.concepts:
        if each.parent is not None and each.parent not in names:
            yield each.name, f"its parent {each.parent!r} is no concept here{nearest(each.parent, names)}"
    if circle := _circle(codebook):
        yield circle[0], f"its parents go round: {' > '.join(circle)}: take one parent away"
    variables = [each.name for each in codebook.variables]
    yield from _each_once(variables, "variables")
    for name in dict.fromkeys(variables):
        if name in RESERVED:
            yield name, f"{name!r} is a word of OnRecord's own: name the variable otherwise"


def _each_once(names: list[str], what: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the names themselves."""
    for name in dict.fromkeys(names):
        if reason := _unfit(name):
            yield name, reason
        elif names.count(name) > 1:
            yield name, f"there are two {what} of the name {name!r}: rename or drop one"


RESERVED = ("concept", "stance", "actor", "organisation", "role", "outlet", "agreement", "none")
"""What no variable can be called, since networks and exports have these already."""


def nearest(name: str, among: list[str]) -> str:
    """`: did you mean ...?` with the names that look most like it, or an empty text."""
    from difflib import get_close_matches  # noqa: PLC0415 - for a message only

    folded = {each.casefold(): each for each in among}
    close = [folded[each] for each in get_close_matches(name.casefold(), list(folded), n=3, cutoff=0.5)]
    return f": did you mean {' or '.join(close)}?" if close else ""


def spelled(value: Amount | None) -> str:
    """The value of a variable in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "(taken away)" if value is None else str(value)


def _unfit(name: str) -> str | None:
    if not name.strip():
        return "it has no name"
    if name != name.strip():
        return f"the name {name!r} begins or ends with a blank: take it away"
    if any(not character.isprintable() for character in name):
        return f"the name {name[:40]!r} holds a line break or another character that cannot be seen"
    return None


def _circle(codebook: Codebook) -> list[str]:
    """The names of a circle of parents, its first name again at the end; empty where there is none."""
    parents = {each.name: each.parent for each in codebook.concepts}
    sound: set[str] = set()
    for name in parents:
        way: list[str] = []
        at: str | None = name
        while at is not None and at not in sound:
            if at in way:
                return [*way[way.index(at) :], at]
            way.append(at)
            at = parents.get(at)
        sound.update(way)
    return []

"""The statement types of a study that is written, which gain the variables that codes need."""

from collections.abc import Iterator, Sequence

from onrecord.model import Amount
from onrecord.publishing.dna import defaults
from onrecord.publishing.dna.texts import short
from onrecord.reading.dna import DnaType, DnaVariable, VariableType


class Kinds:
    """Types by their id; variables are only ever added at the end of one."""

    def __init__(self, types: Sequence[DnaType]) -> None:
        self._types = {each.id: each for each in types}
        self._variables = {each.id: list(each.variables) for each in types}
        self._cut: dict[int, dict[str, str]] = {}

    def types(self) -> tuple[DnaType, ...]:
        """The types as they are now."""
        return tuple(
            DnaType(
                id=each.id, label=each.label, colour=each.colour, variables=tuple(self._variables[each.id])
            )
            for each in self._types.values()
        )

    def every(self) -> Iterator[DnaVariable]:
        """Every variable of every type."""
        for variables in self._variables.values():
            yield from variables

    def find(self, label: str, *, with_concept: bool) -> int:
        """The type of that label, else the first that has a concept and an agreement, which is made where none has."""
        for each in self._types.values():
            if label and each.label == label:
                return each.id
        for each in self._types.values():
            names = self.names(each.id)
            if with_concept and "concept" in names and "agreement" in names:
                return each.id
        if not with_concept and label:
            return self._make(label, ())
        (usual,) = (each for each in defaults.frame("", "").types if each.label == defaults.LABEL)
        free = [each.label for each in self._types.values()]
        return self._make(short(usual.label, free), usual.variables)

    def names(self, kind: int) -> list[str]:
        """The names of a type's variables, in their order."""
        return [each.name for each in self._variables[kind]]

    def variables(self, kind: int) -> list[DnaVariable]:
        """A type's variables, in their order."""
        return self._variables[kind]

    def variable(self, kind: int, name: str) -> DnaVariable:
        """The variable of that name, which the type has."""
        return next(each for each in self._variables[kind] if each.name == name)

    def need(self, kind: int, name: str, value: Amount) -> None:
        """Make sure that the type has a variable of that name."""
        if name in self.names(kind):
            return
        of: VariableType = (
            "boolean" if isinstance(value, bool) else "integer" if isinstance(value, int) else "short text"
        )
        self._add(kind, DnaVariable(id=0, name=name, type=of))

    def shortened(self, variable: int, text: str) -> str:
        """A long value cut to what DNA holds, another for each other text."""
        known = self._cut.setdefault(variable, {})
        if text not in known:
            known[text] = short(text, set(known.values()))
        return known[text]

    def _make(self, label: str, variables: Sequence[DnaVariable]) -> int:
        number = 1 + max(self._types, default=0)
        self._types[number] = DnaType(id=number, label=label, colour=(239, 208, 51), variables=())
        self._variables[number] = []
        for each in variables:
            self._add(number, each)
        return number

    def _add(self, kind: int, variable: DnaVariable) -> None:
        last = max((each.id for each in self.every()), default=0)
        told = defaults.TOLD if variable.type == "short text" else ()
        self._variables[kind].append(
            DnaVariable(id=last + 1, name=variable.name, type=variable.type, attributes=told)
        )

"""What a statement of a .dna file says, in OnRecord's words."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model import ActorType, Amount, Span, Stance
from onrecord.reading.dna import DnaFile, DnaStatement, DnaType, place

CONCEPT, AGREEMENT = "concept", "agreement"
PERSON, ORGANIZATIONS = "person", ("organization", "organisation")

STANCES: dict[int, Stance] = {1: "agree", 0: "disagree"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DnaCode:
    """One statement of the file: its place without the blanks at its ends (None where no words are there), its coder,
    concept and stance, and all other values; what is empty is left out.
    """

    span: Span | None
    scheme: str
    coder: str | None
    concept: str
    stance: Stance | None
    values: Mapping[str, Amount]

    @property
    def speaker(self) -> tuple[str, ActorType] | None:
        """Who is coded as speaking: the person, or else the organisation."""
        if person := self.values.get(PERSON):
            return str(person), "person"
        found = next((self.values[name] for name in ORGANIZATIONS if self.values.get(name)), None)
        return None if found is None else (str(found), "organisation")


def code_of(file: DnaFile, statement: DnaStatement) -> DnaCode:
    """The code that a statement is."""
    kind = next(each for each in file.types if each.id == statement.type)
    values = _values(kind, statement)
    concept, stance = "", None
    if CONCEPT in values and isinstance(values[CONCEPT], str):
        concept = str(values.pop(CONCEPT))
    if isinstance(agreement := values.get(AGREEMENT), bool):
        stance = STANCES[int(agreement)]
        del values[AGREEMENT]
    coders = {each.id: each.name for each in file.coders}
    return DnaCode(
        span=trimmed(file.documents[statement.document].text, statement.start, statement.stop),
        scheme=kind.label,
        coder=coders.get(statement.coder or 0),
        concept=concept,
        stance=stance,
        values=values,
    )


def trimmed(text: str, start: int, stop: int) -> Span | None:
    """A place of a .dna file in code points, without the blanks at its ends; None where no words are there."""
    if not 0 <= start < stop:
        return None
    start, stop = place(text, start, stop)
    words = text[start:stop]
    begin = start + len(words) - len(words.lstrip())
    end = start + len(words.rstrip())
    return Span(begin, end) if begin < end else None


def _values(kind: DnaType, statement: DnaStatement) -> dict[str, Amount]:
    found: dict[str, Amount] = {}
    for variable, value in zip(kind.variables, statement.values, strict=True):
        if variable.type == "boolean" and isinstance(value, int):
            found[variable.name] = bool(value)
        elif value is not None and value != "":
            found[variable.name] = value
    return found

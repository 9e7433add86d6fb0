"""What a new study in DNA begins with: its statement types, coder and attributes."""

from collections.abc import Sequence

from onrecord.reading.dna import DnaCoder, DnaFile, DnaType, DnaVariable, VariableType

TOLD = ("Type", "Alias", "Notes")
"""The attributes of a value, as DNA names them in a new file."""

LABEL = "DNA Statement"
ADMIN = DnaCoder(id=1, name="Admin", colour=(255, 255, 0))
COLOURS = ((51, 153, 255), (255, 102, 102), (102, 255, 0), (204, 102, 255), (255, 178, 102), (0, 204, 204))
"""Of coders, one after the other."""

_STORY = ("narrator", "victim", "villain", "plot", "hero", "policy solution")


def frame(version: str, date: str) -> DnaFile:
    """A file without documents; `date` is the day that it is made."""
    claim: list[tuple[str, VariableType]] = [
        ("person", "short text"), ("organization", "short text"), ("concept", "short text"), ("agreement", "boolean"),
    ]  # fmt: skip
    story: list[tuple[str, VariableType]] = [(name, "short text") for name in _STORY]
    types = (
        _type(1, LABEL, (239, 208, 51), claim, 1),
        _type(2, "NPF Story Element", (100, 200, 190), story, len(claim) + 1),
        _type(3, "Annotation", (211, 211, 211), [("note", "long text")], len(claim) + len(story) + 1),
    )
    return DnaFile(
        version=version,
        types=types,
        entities=(),
        documents={},
        statements=(),
        coders=(ADMIN,),
        settings={"version": version, "date": date},
    )


def _type(
    number: int,
    label: str,
    colour: tuple[int, int, int],
    variables: Sequence[tuple[str, VariableType]],
    first: int,
) -> DnaType:
    return DnaType(
        id=number,
        label=label,
        colour=colour,
        variables=tuple(
            DnaVariable(id=first + at, name=name, type=kind, attributes=TOLD if kind == "short text" else ())
            for at, (name, kind) in enumerate(variables)
        ),
    )

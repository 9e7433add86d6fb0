"""Practice sheets: short invented reports whose statements are marked and little else is written down.

They exist to be learned from, above all the forms of which the debates hold few.  A file has two parts divided by a
line that holds `+++` alone: the text with its marks (GUIDE.md), and a line a statement:

    1 = { act = "speech", speaker = "Mara Quell", form = ["interview"] }

with `unnamed` or `group` in the place of `speaker` where there is no name.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from corpus.marking import Marked, MarkingError, Place, parse
from corpus.report import ACTS, FORMS, SUFFIX, Act, Form, ReportError, parent_of, parts_of

SHEETS = Path(__file__).parent / "practice"
Who = Literal["speaker", "unnamed", "group"]
_KEYS = {"act", "form", *get_args(Who)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A statement of a sheet: places in the text (code points, half open), its act, and who made it.

    `who` says what `name` is: a speaker's name, or words for somebody unnamed or for a group; None where the name is
    kept out.
    """

    number: int
    content: tuple[Place, ...]
    cue: tuple[Place, ...]
    source: tuple[Place, ...]
    act: Act
    who: Who
    name: str | None
    forms: tuple[Form, ...] = ()
    parent: int | None = None
    said_on: str | None = None
    inferred: bool = False
    via: tuple[str, ...] = ()
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A text and its statements, in the order of their numbers.

    Where the day of publication is given, the statements' days, carriers and hearers are marked too (GUIDE.md).
    """

    name: str
    text: str
    statements: tuple[Stated, ...]
    outlet: str | None = None
    published: str | None = None


def load_sheets(folder: Path = SHEETS) -> list[Sheet]:
    """The sheets of a folder, by name.  Raises `ReportError` that says which file is wrong and how."""
    return [load_sheet(path) for path in sorted(folder.glob(f"*{SUFFIX}"))]


def load_sheet(path: Path) -> Sheet:
    """The sheet in a file.  Raises `ReportError`."""
    parts = parts_of(path)
    if len(parts) != 2:
        raise ReportError(f"{path}: one line of `+++` divides a sheet; here are {len(parts) - 1}")
    try:
        marked, lines = parse(parts[0]), tomllib.loads(parts[1])
        sheet = Sheet(name=path.stem, text=marked.text, statements=tuple(_statements(marked, lines)))
    except (MarkingError, tomllib.TOMLDecodeError, TypeError, KeyError) as error:
        raise ReportError(f"{path}: {error}") from error
    for problem in problems(sheet):
        raise ReportError(f"{path}: {problem}")
    return sheet


def problems(sheet: Sheet) -> Iterator[str]:
    """A line a problem."""
    contents: dict[tuple[Place, ...], int] = {}
    for one in sheet.statements:
        if not one.content:
            yield f"statement {one.number} has no content"
        elif one.content in contents:
            yield f"statements {contents[one.content]} and {one.number} have the same content"
        contents[one.content] = one.number
        if one.act not in ACTS:
            yield f"statement {one.number}: act {one.act!r} is not known"
        yield from (f"statement {one.number}: form {f!r} is not known" for f in one.forms if f not in FORMS)


def _statements(marked: Marked, lines: dict[str, Any]) -> Iterator[Stated]:
    if set(lines) != {str(number) for number in marked.numbers}:
        raise KeyError(f"marks are {marked.numbers}, lines {sorted(map(int, lines))}")
    for number in marked.numbers:
        line = lines[str(number)]
        if unknown := set(line) - _KEYS:
            raise KeyError(f"statement {number}: {', '.join(sorted(unknown))}")
        (who,) = (key for key in get_args(Who) if key in line)
        yield Stated(
            number=number,
            content=marked.places(number, "content"),
            cue=marked.places(number, "cue"),
            source=marked.places(number, "source"),
            act=line["act"],
            who=who,
            name=line[who],
            forms=tuple(line.get("form", ())),
            parent=parent_of(number, marked),
        )

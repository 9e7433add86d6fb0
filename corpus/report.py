"""One annotated report: its facts, its text, its statements; and the file they stand in."""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from corpus.marking import BlockRole, Marked, MarkingError, Nothing, Place, parse

Kind = Literal["direct", "mixed", "indirect"]
Act = Literal["speech", "writing", "thought", "attitude"]
Stance = Literal["agree", "disagree", "neither"]
Form = Literal[
    "block", "noun", "as", "according", "label", "interview", "denial", "retraction"
]  # those that the annotator names; corpus/forms.py sees the others
KINDS: tuple[Kind, ...] = get_args(Kind)
ACTS: tuple[Act, ...] = get_args(Act)
STANCES: tuple[Stance, ...] = get_args(Stance)
FORMS: tuple[Form, ...] = get_args(Form)
SUFFIX = ".marked"
_FENCE = "+++"


class ReportError(ValueError):
    """A file that cannot be read as a report; the message says which, where and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One statement as an annotator marked it: places in the text (code points, half open), and what GUIDE.md lists.

    One of `speaker` (a name of the lists), `unnamed`, `group` (both words of the report), or none of them.
    """

    number: int
    content: tuple[Place, ...]
    cue: tuple[Place, ...]
    source: tuple[Place, ...]
    kind: Kind
    act: Act
    speaker: str | None = None
    unnamed: str | None = None
    group: str | None = None
    role: str | None = None
    via: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    said_on: str | None = None
    inferred: bool = False
    codes: dict[str, Stance] = field(default_factory=dict)
    agrees: tuple[str, ...] = ()
    disagrees: tuple[str, ...] = ()
    retracts: str | None = None
    forms: tuple[Form, ...] = ()
    parent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report and its statements in the order of their numbers.

    `name` is the file's name without its suffix; `blocks` and `nothings` are places of `text`.
    """

    name: str
    outlet: str
    published: str
    spelling: Literal["British", "American"]
    text: str
    blocks: tuple[tuple[BlockRole, Place], ...]
    nothings: tuple[tuple[Nothing, Place], ...]
    statements: tuple[Annotation, ...]

    @property
    def title(self) -> str | None:
        """The words of the first heading."""
        return self._first("heading")

    @property
    def byline(self) -> str | None:
        """The words of the first byline."""
        return self._first("byline")

    def _first(self, wanted: BlockRole) -> str | None:
        found = (self.text[start:end].strip() for role, (start, end) in self.blocks if role == wanted)
        return next(found, None)

    def words(self, places: tuple[Place, ...]) -> str:
        """The words at some places, pieces joined with ` … `."""
        return " … ".join(self.text[start:end] for start, end in places)


def load(path: Path) -> Report:
    """The report in a file.  Raises `ReportError` where it breaks the guide's rules for a file."""
    parts = parts_of(path)
    if len(parts) != 3:
        raise ReportError(f"{path}: two lines of `{_FENCE}` divide a report; here are {len(parts) - 1}")
    facts, marked, lines = parts
    try:
        text = parse(marked, first_line=facts.count("\n") + 2)
        return _report(path.stem, tomllib.loads(facts), text, tomllib.loads(lines))
    except MarkingError as error:
        raise ReportError(f"{path}, {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise ReportError(f"{path}: the TOML of the facts or the statements: {error}") from error
    except (KeyError, TypeError) as error:
        raise ReportError(f"{path}: a key is missing or unknown: {error}") from error


def parts_of(path: Path) -> list[str]:
    """The parts of a marked file, which lines of `+++` divide."""
    return re.split(rf"(?m)^{re.escape(_FENCE)}[ \t]*\n", path.read_text(encoding="utf-8"))


def _report(name: str, facts: dict[str, Any], marked: Marked, lines: dict[str, Any]) -> Report:
    unknown = set(facts) - {"outlet", "published", "spelling"}
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    if set(lines) != {str(number) for number in marked.numbers}:
        marks, written = set(map(str, marked.numbers)), set(lines)
        raise KeyError(
            f"numbers without a line: {sorted(marks - written)}; lines without a mark: {sorted(written - marks)}"
        )
    return Report(
        name=name,
        outlet=facts["outlet"],
        published=str(facts["published"]),
        spelling=facts["spelling"],
        text=marked.text,
        blocks=marked.blocks,
        nothings=marked.nothings,
        statements=tuple(_annotation(number, marked, lines[str(number)]) for number in marked.numbers),
    )


def _annotation(number: int, marked: Marked, line: dict[str, Any]) -> Annotation:
    given: dict[str, Any] = dict(line)
    for key in ("via", "to", "agrees", "disagrees", "forms"):
        if not isinstance(given.get(key, []), list):
            raise TypeError(f"statement {number}: {key} is a list")
        given[key] = tuple(given.get(key, ()))
    return Annotation(
        number=number,
        content=marked.places(number, "content"),
        cue=marked.places(number, "cue"),
        source=marked.places(number, "source"),
        parent=parent_of(number, marked),
        **given,
    )


def parent_of(number: int, marked: Marked) -> int | None:
    """The statement inside whose content this one stands, all of it: the one with the shortest such content."""
    own = [place for part in ("content", "cue", "source") for place in marked.parts.get((number, part), ())]
    around = [
        (sum(end - start for start, end in marked.places(other, "content")), other)
        for other in marked.numbers
        if other != number and own and _within(own, marked.places(other, "content"))
    ]
    return min(around)[1] if around else None


def _within(places: list[Place], around: tuple[Place, ...]) -> bool:
    covered = all(any(a <= start and end <= b for a, b in around) for start, end in places)
    return covered and sum(b - a for a, b in around) > max(end - start for start, end in places)

"""Reads PolNeAR's standoff files: which characters of a text are source, cue and content of which attribution."""

import re
from dataclasses import dataclass
from pathlib import Path

from onrecord.model import Act, NameKind, Span

_ENTITY = re.compile(r"(T\d+)\t(\w+) ([\d ;]+)(?:\t|$)")
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution as an annotator marked it: places in the text, code points, half open.

    `level` is 1 inside another's content, else 0; `act` is None where nobody marked it.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    level: int = 0
    act: Act | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A text with one annotator's attributions; `weight` is 1 over the number of its annotators.

    `ours` says that it was marked by our guide, by which attributions inside others are marked too.  `stated` is
    False where nobody marked statements, `names` None where nobody marked names (kinds of `NAME_KINDS`).
    """

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    weight: float
    ours: bool = False
    stated: bool = True
    names: tuple[tuple[Span, NameKind], ...] | None = None


def load(split: Path, *, every_annotator: bool) -> list[Annotated]:
    """The articles of a split, sorted by name; with `every_annotator` one item an annotation, else the first."""
    found = []
    for path in sorted((split / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        marked = re.compile(re.escape(path.stem) + r"_[0-9a-zA-Z]+\.ann")
        annotations = sorted(p for p in (split / "attributions").iterdir() if marked.fullmatch(p.name))
        chosen = annotations if every_annotator else annotations[:1]
        found += [
            Annotated(name=path.name, text=text, attributions=tuple(_read(p, text)), weight=1 / len(chosen))
            for p in chosen
        ]
    return found


def _read(path: Path, text: str) -> list[Attribution]:
    lines = path.read_bytes().decode("utf-8").splitlines()
    entities = {match[1]: _spans(match[3], text) for match in map(_ENTITY.match, lines) if match}
    rows = [_row(line, entities) for line in lines if re.match(r"E\d+\t", line)]
    return [row for row in rows if row.content or row.cue]


def _spans(places: str, text: str) -> list[Span]:
    pairs = [tuple(map(int, piece.split())) for piece in places.split(";")]
    return [trimmed for start, end in sorted(pairs) if (trimmed := _trim(text, start, end))]


def _trim(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return Span(start, end) if start < end else None


def _row(line: str, entities: dict[str, list[Span]]) -> Attribution:
    gathered: dict[str, set[Span]] = {role: set() for role in ROLES}
    for argument in line.split("\t")[1].split():
        role, target = argument.split(":")
        role = re.sub(r"\d+$", "", role).lower()
        if role in gathered:
            gathered[role].update(entities.get(target, []))
    source, cue, content = (tuple(sorted(gathered[role])) for role in ROLES)
    return Attribution(source=source, cue=cue, content=content)

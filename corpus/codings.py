"""Coded studies: invented debates of a codebook and some forty snippets each, whose statements are marked and coded.

They exist so that a network can learn what bears on a concept, and on which side, from many codebooks: the debates
have few.  A file has three parts divided by lines that hold `+++` alone: the codebook (as `codebook.toml`, and a
`name`), the snippets with their marks (GUIDE.md), one a paragraph, and a line a statement:

    1 = { speaker = "Mara Quell", codes = { toll = "disagree" } }
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.debate import Concept, concept_of
from corpus.marking import Marked, MarkingError, Place, parse
from corpus.report import STANCES, ReportError, Stance, parts_of

CODINGS = Path(__file__).parent / "codings"
SUFFIX = ".coded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A statement: places in the study's text (code points, half open), its speaker, and the stance on each concept
    that it bears on."""

    number: int
    content: tuple[Place, ...]
    cue: tuple[Place, ...]
    source: tuple[Place, ...]
    speaker: str
    codes: Mapping[str, Stance]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """A study: its codebook, the text of its snippets, a blank line between, and the statements by number."""

    id: str
    name: str
    codebook: tuple[Concept, ...]
    text: str
    statements: tuple[Coded, ...]


def load_codings(folder: Path = CODINGS) -> list[Coding]:
    """The studies of a folder, by name.  Raises `ReportError` that says which file is wrong and how."""
    return [load_coding(path) for path in sorted(folder.glob(f"*{SUFFIX}"))]


def load_coding(path: Path) -> Coding:
    """The study in a file.  Raises `ReportError`."""
    parts = parts_of(path)
    if len(parts) != 3:
        raise ReportError(f"{path}: two lines of `+++` divide a study; here are {len(parts) - 1}")
    try:
        head, marked, lines = tomllib.loads(parts[0]), parse(parts[1]), tomllib.loads(parts[2])
        found = Coding(
            id=path.stem,
            name=head["name"],
            codebook=tuple(concept_of(row) for row in head["concept"]),
            text=marked.text,
            statements=tuple(_statements(marked, lines)),
        )
    except (MarkingError, tomllib.TOMLDecodeError, TypeError, KeyError) as error:
        raise ReportError(f"{path}: {error}") from error
    for problem in problems(found):
        raise ReportError(f"{path}: {problem}")
    return found


def problems(coding: Coding) -> Iterator[str]:
    """A line a problem."""
    known = [concept.id for concept in coding.codebook]
    yield from (
        f"the concept {one!r} is there twice" for one in sorted({k for k in known if known.count(k) > 1})
    )
    for one in coding.statements:
        if not one.content:
            yield f"statement {one.number} has no content"
        for concept, stance in one.codes.items():
            if concept not in known:
                yield f"statement {one.number}: no concept {concept!r}"
            if stance not in STANCES:
                yield f"statement {one.number}: stance {stance!r} is not known"


def _statements(marked: Marked, lines: dict[str, Any]) -> Iterator[Coded]:
    if set(lines) != {str(number) for number in marked.numbers}:
        raise KeyError(f"marks are {marked.numbers}, lines {sorted(map(int, lines))}")
    for number in marked.numbers:
        line = lines[str(number)]
        if set(line) != {"speaker", "codes"}:
            raise KeyError(
                f"statement {number}: speaker and codes are asked, here are {', '.join(sorted(line))}"
            )
        yield Coded(
            number=number,
            content=marked.places(number, "content"),
            cue=marked.places(number, "cue"),
            source=marked.places(number, "source"),
            speaker=line["speaker"],
            codes=line["codes"],
        )

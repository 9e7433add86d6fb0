"""Names of persons, organisations and places marked by others in real news: the English Worldwide Newswire (Shan and
others 2023), where it lies in ../shared.

Its files hold words with labels; the places of the words are found again in the articles as `corpus.news` puts them
together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.news import NewsError, text_of
from corpus.parts import one_in
from onrecord.model import NameKind

PartOfNames = Literal["train", "dev"]

_KINDS: dict[str, NameKind] = {"Person": "person", "Organization": "organisation", "Location": "place"}
_NEAR = 40
"""How far ahead a word is looked for, in code points: further on it is another one."""
_FEWEST = 0.98
"""The share of a file's words that must be found again, or the article is another text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedText:
    """An article and the names in it: start and end in code points, half open, and the kind."""

    name: str
    text: str
    names: tuple[tuple[int, int, NameKind], ...]


def load_names(shared: Path, part: PartOfNames) -> list[NamedText]:
    """The articles of a part, sorted by name; a tenth, by the SHA-256 of the file's name, is `dev`."""
    folder = shared / "data/entities/worldwide_newswire/processed_annotated"
    found = (_read(path, shared) for path in sorted(folder.glob("*.tsv")) if part_of(path.name) == part)
    return [one for one in found if one is not None]


def part_of(file: str) -> PartOfNames:
    """The part that a file is of."""
    return "dev" if one_in(10, file) else "train"


def _read(path: Path, shared: Path) -> NamedText | None:
    name = path.name.removesuffix(".tsv").removesuffix(".txt")
    try:
        text = text_of("newswire", name, shared)
    except NewsError:
        return None
    places: list[tuple[int, int, str]] = []
    at = lost = 0
    for word, label in _labelled(path):
        begun = text.find(word, at, at + _NEAR + len(word))
        if begun < 0:
            lost += 1
            continue
        at = begun + len(word)
        places.append((begun, at, label))
    if lost > (1 - _FEWEST) * (len(places) + lost):
        return None
    return NamedText(name=name, text=text, names=tuple(_joined(places)))


def _labelled(path: Path) -> Iterator[tuple[str, str]]:
    """The words of a file with their labels, without the line of its address."""
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition("\t")
        if word and not word.startswith("http"):
            yield word, rest.split("\t")[0] or "O"


def _joined(places: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, NameKind]]:
    """The names that the words make: a first one and those that go on with it."""
    begun, ended, kind = 0, 0, ""
    for start, end, label in [*places, (0, 0, "O")]:
        mark, _, said = label.partition("-")
        if mark == "I" and said == kind:
            ended = end
            continue
        if kind in _KINDS:
            yield begun, ended, _KINDS[kind]
        begun, ended, kind = start, end, said

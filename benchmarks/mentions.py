"""Scores the names of persons, organisations and places: `python -m benchmarks.mentions --shared ../shared`.

On a tenth of the English Worldwide Newswire (Shan and others 2023), chosen by the SHA-256 of the name; found means the
the same first and last letter and the same kind.  Our cast is made to find speakers, not to list names: no floor.
"""

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.model import Article
from onrecord.reading import Hints, read_bytes
from onrecord.resolution.speakers.cast import Cast, cast_of

HERE = Path(__file__).parent
_KINDS = {"Person": "person", "Organization": "organisation", "Location": "place"}
_OURS = {"outlet": "organisation"}
Found = tuple[int, int, str]


def is_measured(name: str) -> bool:
    """Whether a file is of the tenth that measures."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 10 == 0


def marked(path: Path) -> tuple[str, set[Found]]:
    """A text made from the words of an annotated file, and the names marked in it."""
    text, found, begun, kind = "", set(), 0, ""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        piece, _, label = line.partition("\t")
        label = label.split("\t")[0] or "O"
        if kind and not label.startswith("I-"):
            found.add((begun, len(text), kind))
            kind = ""
        if not piece:
            text += "\n"
            continue
        glued = (
            piece in ".,;:!?)’'%" or text[-1:] in "(’'\n" or (piece == "-" or text[-1:] == "-") or not text
        )
        text += piece if glued else " " + piece
        if label.startswith("B-"):
            begun, kind = len(text) - len(piece), label[2:]
    if kind:
        found.add((begun, len(text), kind))
    return text, {(start, end, _KINDS[kind]) for start, end, kind in found if kind in _KINDS}


def named(cast: Cast) -> Iterator[Found]:
    """The names that we find, without titles."""
    for entity in cast.entities:
        kind = _OURS.get(entity.kind, entity.kind)
        for mention in entity.mentions:
            shown = " ".join(mention.span.of(cast.article.text).split())
            fitting = [form for form in entity.forms if shown.endswith(form)]
            if fitting and kind in _KINDS.values():
                yield mention.span.end - len(max(fitting, key=len)), mention.span.end, kind


def main() -> None:
    """Print precision, recall and F1, whole and by kind."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mentions", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options = parser.parse_args()
    folder = options.shared / "data/entities/worldwide_newswire/processed_annotated"
    right: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for path in sorted(path for path in folder.glob("*.tsv") if is_measured(path.name)):
        text, gold = marked(path)
        items = read_bytes(path.name, text.encode(), hints=Hints(force=True), form="text")
        for article in items:
            if isinstance(article, Article):
                found = set(named(cast_of(article)))
                right.update(kind for _, _, kind in found & gold)
                ours.update(kind for _, _, kind in found)
                theirs.update(kind for _, _, kind in gold)
    for kind in [*_KINDS.values(), "all"]:
        good, given, asked = (
            sum(some.values()) if kind == "all" else some[kind] for some in (right, ours, theirs)
        )
        print(
            f"{kind:<14} P {good / given:.3f}  R {good / asked:.3f}  F1 {2 * good / (given + asked):.3f} of {asked}"
        )


if __name__ == "__main__":
    main()

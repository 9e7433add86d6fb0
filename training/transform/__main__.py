"""Shows what the transformations make of annotated articles: `python -m training.transform --polnear FOLDER`."""

import argparse
import difflib
import random
from collections.abc import Iterator
from pathlib import Path

from training import polnear
from training.polnear import Annotated
from training.transform.mixing import TRANSFORMATIONS

_AROUND = 2  # paragraphs shown before and after a change
_LONGEST = 1200  # characters of an extract


def main() -> None:
    """Print extracts before and after, and how many of the articles each transformation applies to."""
    options = _options()
    articles = polnear.load(options.polnear, every_annotator=False)
    for name in options.only or TRANSFORMATIONS:
        made = list(_made(articles, name, options.seed))
        print(f"#### {name}: applies to {len(made)} of {len(articles)} articles")
        for before, after in random.Random(options.seed).sample(made, min(options.show, len(made))):  # noqa: S311
            print(f"\n## {before.name}\n{_difference(before, after)}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.transform", description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with text/ and attributions/")
    parser.add_argument(
        "--only", action="append", choices=list(TRANSFORMATIONS), help="this one; may be repeated"
    )
    parser.add_argument("--show", type=int, default=3, help="articles shown of each")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _made(articles: list[Annotated], name: str, seed: int) -> Iterator[tuple[Annotated, Annotated]]:
    for article in articles:
        rng = random.Random(f"{seed} {article.name}")  # noqa: S311  # for variety, not for secrets
        if after := TRANSFORMATIONS[name](article, rng):
            yield article, after


def _difference(before: Annotated, after: Annotated) -> str:
    """The paragraphs around the first change, with the annotation in brackets."""
    old, new = _lines(before), _lines(after)
    same = difflib.SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    first = next((code for code in same if code[0] != "equal"), None)
    if first is None:
        return "(only blanks changed)"
    _, a, b, c, d = first
    shown = [
        ("before", old[max(0, a - _AROUND) : b + _AROUND]),
        ("after", new[max(0, c - _AROUND) : d + _AROUND]),
    ]
    return "\n".join(f"-- {word}\n" + "\n".join(lines)[:_LONGEST] for word, lines in shown)


def _lines(article: Annotated) -> list[str]:
    """The text's lines with [S ...], [C ...] and [X ...] around sources, cues and contents."""
    marks: list[tuple[int, int, int, str]] = []
    for row in article.attributions:
        for letter, spans in (("S", row.source), ("C", row.cue), ("X", row.content)):
            for span in spans:
                marks.append((span.start, 1, -span.end, f"[{letter} "))
                marks.append((span.end, 0, -span.start, "]"))
    text, done = "", 0
    for at, _, _, mark in sorted(marks):
        text, done = text + article.text[done:at] + mark, at
    return (text + article.text[done:]).splitlines()


if __name__ == "__main__":
    main()

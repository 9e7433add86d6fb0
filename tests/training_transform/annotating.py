"""Annotated texts written and shown with their annotation in them: `{S1 Ada Lowe} {C1 said} {X1 it rained}.`"""

import random
import re

from onrecord.model import Span
from training.polnear import Annotated, Attribution

_MARK = re.compile(r"\{([SCX])(\d) |\}")
_ROLES = {"S": "source", "C": "cue", "X": "content"}


def annotated(marked: str) -> Annotated:
    """The article that the marked text stands for."""
    text, done = "", 0
    opened: list[tuple[str, int, int]] = []
    found: dict[int, dict[str, list[Span]]] = {}
    for match in _MARK.finditer(marked):
        text, done = text + marked[done : match.start()], match.end()
        if match[1]:
            opened.append((_ROLES[match[1]], int(match[2]), len(text)))
        else:
            role, number, start = opened.pop()
            found.setdefault(number, {}).setdefault(role, []).append(Span(start, len(text)))
    rows = [
        Attribution(**{role: tuple(sorted(found[number].get(role, ()))) for role in _ROLES.values()})
        for number in sorted(found)
    ]
    return Annotated(name="made.txt", text=text + marked[done:], attributions=tuple(rows), weight=1.0)


def shown(article: Annotated) -> str:
    """The text with its annotation, numbered in the order of the attributions."""
    marks: list[tuple[int, int, int, str]] = []
    for number, row in enumerate(article.attributions, 1):
        for letter, role in _ROLES.items():
            for span in getattr(row, role):
                marks.append((span.start, 1, -span.end, f"{{{letter}{number} "))
                marks.append((span.end, 0, -span.start, "}"))
    text, done = "", 0
    for at, _, _, mark in sorted(marks):
        text, done = text + article.text[done:at] + mark, at
    return text + article.text[done:]


def dice(seed: int) -> random.Random:
    """The chance that a transformation is given."""
    return random.Random(seed)  # noqa: S311  # for variety, not for secrets


def letters(text: str, spans: tuple[Span, ...] | list[Span]) -> str:
    """The letters and figures of these places, without case."""
    return "".join(c for span in sorted(spans) for c in span.of(text).casefold() if c.isalnum())

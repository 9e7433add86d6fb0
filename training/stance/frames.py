"""Invented pairs for what stance hangs on: negation, retraction, others' views reported, agreement with somebody,
conditions, words that judge an idea.

A matter is a proposal with a noun phrase, what its friends say and what its foes say; a frame puts it into a sentence
of news and fixes the side.  Everything here is made up.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from onrecord.encoder.pairs import Framed
from onrecord.model import Span
from onrecord.model.statement_changes import STANCES, Stance
from training.stance.sources import Row

HERE = Path(__file__).parent


def _lines(name: str) -> list[tuple[str, ...]]:
    rows = (HERE / name).read_text(encoding="utf-8").splitlines()
    parts = 1 if name == "frames.txt" else -1
    return [tuple(part.strip() for part in row.split("|", parts)) for row in rows if not row.startswith("#")]


MATTERS = _lines("matters.txt")
FRAMES: dict[str, list[str]] = {}
for _side, _pattern in _lines("frames.txt"):
    FRAMES.setdefault(_side, []).append(_pattern)
PEOPLE = (
    "the mayor", "Ulla Brandt", "the bakers' guild", "a spokesman for the Greens", "she", "he", "Senator Okoro",
    "the union", "the opposition", "Dr Iven Marsh", "the chamber of commerce", "a neighbour", "the bishop", "residents",
)  # fmt: skip


def invented(number: int, rng: np.random.Generator) -> Iterator[Row]:
    """So many rows: a quarter bears on nothing, the rest on the matter, on a side that the frame fixes."""
    for _ in range(number):
        matter = MATTERS[rng.integers(len(MATTERS))]
        if rng.random() < 0.25:
            other = MATTERS[rng.integers(len(MATTERS))]
            near = rng.random() < 0.7 and other != matter
            patterns = (
                [*FRAMES["agree"], *FRAMES["disagree"], *FRAMES["neither"]] if near else FRAMES["elsewhere"]
            )
            framed = _fill(patterns[rng.integers(len(patterns))], other, rng)
            yield _row(matter, framed, relevant=False, stance=None)
        else:
            stance = STANCES[rng.choice(3, p=[0.4, 0.4, 0.2])]
            patterns = FRAMES[stance]
            yield _row(
                matter,
                _fill(patterns[rng.integers(len(patterns))], matter, rng),
                relevant=True,
                stance=stance,
            )


def _row(matter: tuple[str, ...], framed: Framed, *, relevant: bool, stance: Stance | None) -> Row:
    return Row(
        source="invented", topic=matter[0], concept=matter[0], framed=framed, relevant=relevant, stance=stance
    )


def _fill(pattern: str, matter: tuple[str, ...], rng: np.random.Generator) -> Framed:
    """A frame with its words; `[...]` is content, `{c|...}` the cue."""
    _, noun, infinitive, friends, foes = matter
    one, two = rng.choice(len(PEOPLE), 2, replace=False)
    words = {
        "s": PEOPLE[one], "o": PEOPLE[two], "n": noun, "i": infinitive, "f": friends, "a": foes,
        "F": friends[0].upper() + friends[1:], "A": foes[0].upper() + foes[1:],
    }  # fmt: skip
    for name, value in words.items():
        pattern = pattern.replace("{" + name + "}", value)
    text, content, cue, begun = "", [], [], {}
    rest = pattern + "."
    while rest:
        if rest.startswith("{c|"):
            begun["cue"], rest = len(text), rest[3:]
        elif rest[0] == "[":
            begun["content"], rest = len(text), rest[1:]
        elif rest[0] == "}":
            cue.append(Span(begun["cue"], len(text)))
            rest = rest[1:]
        elif rest[0] == "]":
            content.append(Span(begun["content"], len(text)))
            rest = rest[1:]
        else:
            text, rest = text + rest[0], rest[1:]
    return Framed(text=text[0].upper() + text[1:], content=tuple(content), cue=tuple(cue))

"""What the network says of each word: none, or first or further word of a source, a cue or a content; on two levels.

The outer level has the attributions that the article itself makes, the inner one those that are reported inside the
content of another ("Lind said *Oller had promised a ferry*").  What stands deeper is not labelled.
"""

from onrecord.model import NAME_KINDS

SOURCE, CUE, CONTENT = 0, 1, 2
OUT = 0
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
OUTER, INNER = 0, 1
LEVELS = (OUTER, INNER)

NAME_LABELS = ("O", *(f"{part}-{kind}" for kind in NAME_KINDS for part in "BI"))
"""What it says of each word as part of a name, beside the two levels; `begin` and `inside` of a kind's number."""
SCORES = len(LEVELS) * len(LABELS) + len(NAME_LABELS)
"""Scores a piece: the labels of the outer level, of the inner one, of names."""


def begin(role: int) -> int:
    """The label of a role's first word."""
    return 2 * role + 1


def inside(role: int) -> int:
    """The label of a role's further words."""
    return 2 * role + 2

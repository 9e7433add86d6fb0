"""What the network says of each word: none, or first or further word of a source, a cue or a content; on two levels.

The outer level has the attributions that the article itself makes, the inner one those that are reported inside the
content of another ("Lind said *Oller had promised a ferry*").  What stands deeper is not labelled.
"""

SOURCE, CUE, CONTENT = 0, 1, 2
OUT = 0
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
OUTER, INNER = 0, 1
LEVELS = (OUTER, INNER)


def begin(role: int) -> int:
    """The label of a role's first word."""
    return 2 * role + 1


def inside(role: int) -> int:
    """The label of a role's further words."""
    return 2 * role + 2

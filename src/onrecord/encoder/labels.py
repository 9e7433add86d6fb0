"""The labels that the network gives each word: none, or first or further word of a source, a cue or a content."""

SOURCE, CUE, CONTENT = 0, 1, 2
OUT = 0
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


def begin(role: int) -> int:
    """The label of a role's first word."""
    return 2 * role + 1


def inside(role: int) -> int:
    """The label of a role's further words."""
    return 2 * role + 2

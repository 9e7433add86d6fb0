"""The marks in a text, `{3.source|Mara Quell} {3.cue|said} {3|that ...}`, to places in the text without them."""

import re
from dataclasses import dataclass
from typing import Literal, get_args

Part = Literal["content", "cue", "source"]
Nothing = Literal["scare", "title", "nickname", "slogan", "act"]
BlockRole = Literal[
    "heading", "standfirst", "byline", "dateline", "caption", "quotation", "paragraph", "boilerplate"
]
NOTHINGS: tuple[Nothing, ...] = get_args(Nothing)
BLOCK_ROLES: tuple[BlockRole, ...] = get_args(BlockRole)

_LABEL = re.compile(r"(?P<number>[1-9][0-9]*)(\.(?P<part>cue|source))?|not\.(?P<nothing>[a-z]+)")
_ROLE = re.compile(r"@([a-z]+) ")
Place = tuple[int, int]


class MarkingError(ValueError):
    """A mark that cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and what they said.  Places are code points of `text`, half open, in order.

    `parts` has the places of each statement number and part; `nothings` those that are marked as no statement;
    `blocks` every line that holds more than blanks, with its role.
    """

    text: str
    parts: dict[tuple[int, Part], tuple[Place, ...]]
    nothings: tuple[tuple[Nothing, Place], ...]
    blocks: tuple[tuple[BlockRole, Place], ...]

    @property
    def numbers(self) -> list[int]:
        """The numbers of the statements, ascending."""
        return sorted({number for number, _ in self.parts})

    def places(self, number: int, part: Part) -> tuple[Place, ...]:
        """Where a part of a statement stands; empty if nowhere."""
        return self.parts.get((number, part), ())


def parse(marked: str, first_line: int = 1) -> Marked:
    """Take the marks and the roles of blocks out of a text whose first line has that number in its file.

    Raises `MarkingError` at a mark without an end, an end without a mark, a label that is none, and an unknown role.
    """
    reader = _Reader()
    *lines, last = marked.split("\n")
    for number, line in enumerate(lines, first_line):
        reader.line(number, line, "\n")
    reader.line(first_line + len(lines), last, "")
    return reader.result()


class _Reader:
    def __init__(self) -> None:
        self.out: list[str] = []
        self.length = 0
        self.parts: dict[tuple[int, Part], list[Place]] = {}
        self.nothings: list[tuple[Nothing, Place]] = []
        self.blocks: list[tuple[BlockRole, Place]] = []

    def line(self, number: int, line: str, ending: str) -> None:
        role, line = self._role(number, line)
        start = self.length
        self._words(number, line)
        if line.strip():
            self.blocks.append((role, (start, self.length)))
        self._put(ending)

    def _role(self, number: int, line: str) -> tuple[BlockRole, str]:
        match = _ROLE.match(line)
        if match is None:
            return "paragraph", line
        for role in BLOCK_ROLES:
            if role == match[1]:
                return role, line[match.end() :]
        raise MarkingError(
            f"line {number}: no block has the role @{match[1]}; known: {', '.join(BLOCK_ROLES)}"
        )

    def _words(self, number: int, line: str) -> None:
        opened: list[tuple[list[str], int]] = []
        at = 0
        for match in re.finditer(r"\{([^{}|]*)\|?|\}", line):
            self._put(line[at : match.start()])
            at = match.end()
            if match[0] != "}":
                if not match[0].endswith("|"):
                    raise MarkingError(f"line {number}: `{match[0][:30]}` has no `|` after its labels")
                opened.append((match[1].split(), self.length))
            elif opened:
                self._close(number, *opened.pop())
            else:
                raise MarkingError(
                    f"line {number}: a `}}` that ends no mark, near `{line[max(0, at - 30) : at]}`"
                )
        if opened:
            raise MarkingError(
                f"line {number}: the mark `{{{' '.join(opened[-1][0])}|` has no end on its line"
            )
        self._put(line[at:])

    def _close(self, number: int, labels: list[str], start: int) -> None:
        place = (start, self.length)
        if start == self.length:
            raise MarkingError(f"line {number}: the mark `{{{' '.join(labels)}|` holds nothing")
        if not labels:
            raise MarkingError(f"line {number}: a mark without a label")
        for label in labels:
            match = _LABEL.fullmatch(label)
            if match is None or (match["nothing"] and match["nothing"] not in NOTHINGS):
                raise MarkingError(f"line {number}: `{label}` is no label")
            for nothing in NOTHINGS:
                if nothing == match["nothing"]:
                    self.nothings.append((nothing, place))
            if match["number"]:
                part: Part = "cue" if match["part"] == "cue" else "source" if match["part"] else "content"
                self.parts.setdefault((int(match["number"]), part), []).append(place)

    def _put(self, words: str) -> None:
        self.out.append(words)
        self.length += len(words)

    def result(self) -> Marked:
        return Marked(
            text="".join(self.out),
            parts={key: tuple(sorted(places)) for key, places in self.parts.items()},
            nothings=tuple(sorted(self.nothings, key=lambda found: found[1])),
            blocks=tuple(self.blocks),
        )

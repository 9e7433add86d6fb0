"""A text cut into pieces: mostly lines, with what Markdown makes of them.  Nothing is lost or changed."""

import re
from dataclasses import dataclass, field
from typing import Literal

from onrecord.model import Role

Mark = Literal["", "title", "heading", "quote", "item", "strong", "image", "link", "rule"]

BYTE_ORDER_MARK = "\ufeff"

# A longer line is a paragraph whatever it holds, so no pattern is tried on it.
SHORT_LINE = 1_000

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_HASHES = re.compile(r"(#{1,6})[ \t\xa0]+(?=\S)")
_ITEM = re.compile(r"(?:[-*+•·▪‣●–—]|\d{1,2}[.)])[ \t\xa0]+(?=\S)")
_STRONG = re.compile(r"(\*\*|__|\*|_)(?=\S)([^*_]+)(?<=\S)\1$")
_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s[^()]{0,200})?\)")
_LINK = re.compile(r"\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s[^()]{0,200})?\)")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=[\w.,!?])[*_](?!\w)")
_RULE = re.compile(r"[-*_=~ ]{3,}$")
_BLANKS = re.compile(r"\s+")


@dataclass(slots=True, kw_only=True)
class Piece:
    """A stretch of the text that will be a block, or a part of one, while its role is being found.

    `start` and `end` are offsets into the text, outer white space left out; `shown` is what a reader sees of it,
    Markdown's signs taken away and blanks made single; `gap` counts the empty lines before it; `indent` the blanks at
    its start.  `role` stays None until a rule has settled it; `outlet` says that it is the outlet's name.
    """

    start: int
    end: int
    shown: str
    mark: Mark = ""
    gap: int = 0
    indent: int = 0
    role: Role | None = None
    outlet: bool = False
    words: int = field(init=False)

    def __post_init__(self) -> None:
        self.words = self.shown.count(" ") + 1 if self.shown else 0


def cut(text: str) -> list[Piece]:
    """The lines of `text` that hold more than white space, in order; a byte-order mark is a piece of its own."""
    pieces: list[Piece] = []
    place = gap = 0
    if text.startswith(BYTE_ORDER_MARK):
        pieces.append(Piece(start=0, end=1, shown="", role="boilerplate"))
        place = 1
    while place <= len(text):
        broken = _BREAK.search(text, place)
        stop = broken.start() if broken else len(text)
        if piece := _line(text, place, stop, gap):
            pieces.append(piece)
        gap = 0 if piece else gap + 1
        place = broken.end() if broken else len(text) + 1
    return pieces


def _line(text: str, start: int, stop: int, gap: int) -> Piece | None:
    raw = text[start:stop]
    words = raw.strip()
    if not words:
        return None
    indent = len(raw) - len(raw.lstrip())
    mark, shown = look(words)
    begin = start + indent
    return Piece(start=begin, end=begin + len(words), shown=shown, mark=mark, gap=gap, indent=indent)


def look(words: str) -> tuple[Mark, str]:
    """What Markdown makes of a line, and the line without its signs."""
    if len(words) > SHORT_LINE:
        return ("quote" if words[0] == ">" else ""), words
    mark, inner = _marked(words)
    shown = _EMPHASIS.sub("", _LINK.sub(r"\1", _IMAGE.sub(r"\1", inner)))
    return mark, _BLANKS.sub(" ", shown).strip()


def _marked(words: str) -> tuple[Mark, str]:
    if words[0] == ">":
        return "quote", words.lstrip("> \t")
    if match := _HASHES.match(words):
        return ("title" if match[1] == "#" else "heading"), words[match.end() :].rstrip("# \t")
    if _RULE.match(words):
        return "rule", words
    if match := _ITEM.match(words):
        rest = words[match.end() :]
        return ("link" if _LINK.fullmatch(rest) else "item"), rest
    if match := _STRONG.match(words):
        return ("link" if _LINK.fullmatch(match[2]) else "strong"), match[2]
    if _IMAGE.fullmatch(words):
        return "image", words
    return ("link" if _LINK.fullmatch(words) else ""), words

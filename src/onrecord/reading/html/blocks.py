"""From a tree of HTML (or of trafilatura's XML) to blocks of text with roles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from onrecord.model import Role
from onrecord.reading.wordlists import words_in

_HEADINGS = words_in("h1 h2 h3 h4 h5 h6 head")
_ROLES: dict[str, Role] = {
    **dict.fromkeys(_HEADINGS, "heading"),
    **dict.fromkeys(("blockquote", "quote"), "quotation"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
}
_BLOCKS = words_in(
    """address article aside body cell center dd details div dl dt fieldset figure footer header hr html item li list
    main nav ol p pre row section summary table tbody td tfoot th thead tr ul"""
)
_UNSEEN = words_in(
    """area audio base button canvas datalist embed form iframe input label link map meta nav noscript object option
    param picture script select source style svg template textarea title track video"""
)
_BREAKS = frozenset(("br", "lb"))
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_BLANKS_IN_ROW = re.compile(r"[ \t]{2,}")
_EMPTY_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_AROUND_BREAK = re.compile(r" ?\n ?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """The words of one block: white space as a browser shows it, a line break as a newline."""

    words: str
    role: Role


def chunks_of(tree: Any) -> Iterator[Chunk]:
    """The blocks of an element, in order; however deeply it is nested, the time grows with its size alone.

    What a browser does not show (scripts, forms) is left out, and so are the elements of navigation.
    """
    gathered: list[str] = []
    roles: list[Role] = ["paragraph"]
    unseen = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            unseen += tag in _UNSEEN
            if opens := _opens(tag):
                yield from _flush(gathered, roles[-1])
                roles.append(_ROLES.get(tag, roles[-1]))
            gathered.append("" if unseen else _start_text(tag, element.text, opens=opens))
            continue
        if event == "end":
            if _opens(tag):
                yield from _flush(gathered, roles.pop())
            unseen -= tag in _UNSEEN
        if not unseen and element is not tree:
            gathered.append(_BLANKS.sub(" ", element.tail or ""))
    yield from _flush(gathered, roles[-1])


def crowding(tree: Any) -> int:
    """How full an element's blocks are: the squares of how many elements each holds itself, inner blocks counted as
    one, added up."""
    total, held = 0, [0]
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        opens = _opens(element.tag)
        if event == "start":
            held[-1] += 1
            held += [0] if opens else []
        elif opens:
            total += held.pop() ** 2
    return total + held[-1] ** 2


def _opens(tag: str) -> bool:
    return tag in _BLOCKS or tag in _ROLES


def _start_text(tag: str, text: str | None, *, opens: bool) -> str:
    words = _BLANKS.sub(" ", text or "")
    if tag in _BREAKS:
        return "\n" + words
    return words.lstrip(" ") if opens else words


def _flush(gathered: list[str], role: Role) -> Iterator[Chunk]:
    """Give what was gathered as chunks, two line breaks in a row being the end of a paragraph."""
    words = _BLANKS_IN_ROW.sub(" ", "".join(gathered))
    gathered.clear()
    for part in _EMPTY_LINE.split(_AROUND_BREAK.sub("\n", words)):
        if part.strip():
            yield Chunk(words=part.strip(), role=role)

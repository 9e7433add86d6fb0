"""The title and the standfirst of a page, where they are seen and not only in its head."""

import re
from dataclasses import dataclass, replace
from typing import Any

from onrecord.reading.html.blocks import Chunk

_LETTERS = re.compile(r"[\W_]+")
_FEWEST_LETTERS = 40
_LATEST_STANDFIRST = 4  # blocks from the top: a label, the title, the byline, the standfirst
_MOST_CHARACTERS = 600
_SEARCHED = ("h1", "h2", "h3", "p", "div", "span", "section", "header", "strong", "em")
_CLASSES = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|sub-?title|sub-?head(?:line|ing)?|dek|deck|summary|lede?|intro"
    r"|teaser-text|abstract|strap(?:line)?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FEWEST_WORDS, _MOST_WORDS = 6, 80
_FEWEST_ITEM_WORDS = 4


def with_head(chunks: list[Chunk], tree: Any, *, title: str | None, description: str | None) -> list[Chunk]:
    """The chunks with the title and the standfirst before them, each only if the page shows it and they lack it."""
    body = "".join(letters(chunk.words) for chunk in chunks)
    titled = bool(title) and any(
        _same(chunk.words, title or "") for chunk in chunks if chunk.role == "heading"
    )
    first = [] if not title or titled else [Chunk(words=title, role="heading")]
    chunks = _with_marked(chunks, tree)
    second = standfirst(tree, body, title=title, description=description)
    place = 1 if titled and chunks and _same(chunks[0].words, title or "") else 0
    return (
        first + chunks[:place] + [Chunk(words=words, role="standfirst") for words in second] + chunks[place:]
    )


def _with_marked(chunks: list[Chunk], tree: Any) -> list[Chunk]:
    """The chunks with the role of standfirst for the first one that the page marks as that, if one near the top is."""
    marked = _marked_below_title(tree)
    for place, chunk in enumerate(chunks[:_LATEST_STANDFIRST]):
        if chunk.role == "paragraph" and letters(chunk.words) in marked:
            return [*chunks[:place], replace(chunk, role="standfirst"), *chunks[place + 1 :]]
    return chunks


def _marked_below_title(tree: Any) -> set[str]:
    """The letters of the elements below the title that the page marks as a standfirst."""
    found: set[str] = set()
    below = False
    for element in tree.iter(_SEARCHED):
        below = below or element.tag == "h1"
        if below and element.tag != "h1" and _is_marked(element, words := _words(element)):
            found.add(letters(words))
    return found


def shown_title(tree: Any) -> str | None:
    """The words of the page's only top heading."""
    headings = [" ".join("".join(element.itertext()).split()) for element in tree.iter("h1")]
    headings = [words for words in headings if words]
    return headings[0] if len(headings) == 1 else None


def standfirst(tree: Any, body: str, *, title: str | None, description: str | None) -> list[str]:
    """What sums up the report, a paragraph or the items of a list: shown on the page, outside its body (`body`, letters
    alone).

    It is the page's own description where that is shown, or else an element that is marked as a standfirst and stands
    between the title and the first paragraph.
    """
    wanted, place = letters(description or ""), _Place()
    for element in tree.iter(_SEARCHED):
        words = _words(element)
        found = letters(words)
        place.pass_by(element, found, body)
        if len(found) < _FEWEST_LETTERS or found in body or found == letters(title or ""):
            continue
        if found == wanted or (place.between and _is_marked(element, words)):
            return _items(element) or [words]
    return []


def _items(element: Any) -> list[str]:
    """The items of a box that lists what the report says, one each; else nothing."""
    items = [_words(item) for item in element.iter("li")]
    full = [words for words in items if words.count(" ") + 1 >= _FEWEST_ITEM_WORDS]
    return full if 2 * sum(map(len, full)) > len(_words(element)) else []


@dataclass(slots=True)
class _Place:
    """Where the search is: between the title and the first paragraph, or not."""

    between: bool = False

    def pass_by(self, element: Any, found: str, body: str) -> None:
        if element.tag == "h1":
            self.between = True
        elif self.between and element.tag == "p" and len(found) >= _FEWEST_LETTERS and found in body:
            self.between = False


def _is_marked(element: Any, words: str) -> bool:
    few_enough = _FEWEST_WORDS <= len(words.split()) <= _MOST_WORDS
    return few_enough and bool(_CLASSES.search(element.get("class") or "")) and _in_report(element)


def letters(words: str) -> str:
    """Letters and figures alone, without case: what two copies of a sentence share whatever their marks."""
    return _LETTERS.sub("", words).lower()


def _same(one: str, other: str) -> bool:
    return letters(one) == letters(other)


def _words(element: Any) -> str:
    """The words of an element if they are few; nothing of one that holds half the page."""
    gathered, size = [], 0
    for part in element.itertext():
        gathered.append(part)
        size += len(part)
        if size > _MOST_CHARACTERS:
            return ""
    return " ".join("".join(gathered).split())


def _in_report(element: Any) -> bool:
    """Whether an element stands in the report's own container, and not in a list of other reports."""
    above = {parent.tag for parent in element.iterancestors()}
    return not above & {"aside", "nav", "footer", "form", "li", "a"}

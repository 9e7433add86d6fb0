"""What is done to a page's tree before its main text is looked for, so that nothing we want is dropped there."""

from typing import Any

from lxml import etree

CAPTION_SIGN = "\ue000"
"""A character of private use: it begins a paragraph that was a caption (trafilatura drops figures, not paragraphs)."""

_OPENING, _CLOSING = "“", "”"
_LONGEST_CAPTION = 1_000


def show_quotation_marks(tree: Any) -> None:
    """Put the marks around `<q>` that a browser shows there and the source does not hold."""
    for element in list(tree.iter("q")):
        element.text = _OPENING + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + _CLOSING
        else:
            element.text += _CLOSING
        element.tag = "span"


def keep_captions(tree: Any) -> None:
    """Put each picture's caption after the picture, as a paragraph that begins with `CAPTION_SIGN`."""
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        words = " ".join("".join(caption.itertext()).split())
        if figure is None or figure.getparent() is None or not 0 < len(words) < _LONGEST_CAPTION:
            continue
        paragraph = etree.Element("p")
        paragraph.text = CAPTION_SIGN + words
        figure.addnext(paragraph)
        paragraph.tail, figure.tail = figure.tail, None

"""One published report, and the roles that the stretches of its text play."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from onrecord.model.ids import ArticleId, article_id, text_hash
from onrecord.model.span import Span

Role = Literal[
    "heading", "standfirst", "byline", "dateline", "caption", "quotation", "paragraph", "boilerplate"
]
Format = Literal["text", "html", "feed"]

ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the article's text with a role.

    `quotation` is a block quotation: the words of somebody whom the article quotes, set as a paragraph of their own,
    with or without marks.  `dateline` is where the date (and place) of the report stands.
    """

    span: Span
    role: Role


@dataclass(frozen=True, kw_only=True)
class Article:
    """One published report.

    `doc` names where it came from as the commands print it: a path, `-`, or `PATH#n` for the n-th article of a file
    that holds many (n from 1).  For a plain-text file `text` is the file as decoded, untouched, a byte-order mark
    being code point 0; for other formats it is the article's text as the reader set it, blocks apart by a blank line.

    `blocks` are in order, do not overlap, and cover every character that is not white space.  `source_hash` is the
    SHA-256 of the bytes that were read.  `published` is an ISO 8601 date (`2023-06-07`); `language` an ISO 639-1 code.
    What the source does not show is None.
    """

    doc: str
    text: str
    blocks: tuple[Block, ...]
    format: Format
    source_hash: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    kept_id: ArticleId | None = field(default=None, compare=False, repr=False)

    @cached_property
    def id(self) -> ArticleId:
        """The article's id: its text and its outlet decide it, wherever the file lies.

        A ledger keeps the one that it had when it was read (`kept_id`), whatever outlet a person gives it later.
        """
        return self.kept_id or article_id(self.text, self.outlet)

    @cached_property
    def text_hash(self) -> str:
        """The SHA-256 of the text, in hexadecimal: what offsets into it can be checked against."""
        return text_hash(self.text)

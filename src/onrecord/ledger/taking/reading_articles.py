"""What a row says of its article: its names, and where the row holds the text, all of it as its source had it."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, cast, get_args

from onrecord.errors import InputError
from onrecord.ledger.taking.given import GivenArticle
from onrecord.ledger.taking.typed import number, objects, text, text_or_none
from onrecord.model import (
    FACTS,
    ROLES,
    Article,
    ArticleId,
    Block,
    Decision,
    Format,
    Role,
    Span,
    article_id,
    content_hash,
    text_hash,
)

_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_RUN_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


def given_article(
    value: Mapping[str, Any], decisions: Callable[[Mapping[str, Any]], tuple[Decision, ...]]
) -> GivenArticle:
    """What a row says of its article; InputError where it contradicts itself."""
    stated = value.get("article") or {}
    if not isinstance(stated, Mapping):
        raise InputError("article is no object", code="row")
    doc = text_or_none(value, "doc") or ""
    known = cast("ArticleId | None", text_or_none(stated, "id"))
    whole = _whole(stated, doc, known) if stated.get("text") is not None else None
    return GivenArticle(
        id=known,
        doc=doc,
        text_hash=whole.text_hash if whole else text_or_none(stated, "text_hash"),
        whole=whole,
        run=_run(stated.get("read")),
        decisions=decisions(stated),
    )


def _whole(stated: Mapping[str, Any], doc: str, known: ArticleId | None) -> Article:
    words = text(stated, "text")
    before = stated.get("found") or {}
    if not isinstance(before, Mapping):
        raise InputError("found is no object", code="row")
    facts: dict[str, str | None] = {
        name: text_or_none(before if name in before else stated, name) for name in FACTS
    }
    if facts["published"] is not None and not _DATE.fullmatch(facts["published"]):
        raise InputError(f"published is {facts['published']!r}: write 2023-06-07", code="row")
    if stated.get("text_hash") not in (None, text_hash(words)):
        raise InputError("the text of its article is not the one that text_hash stands for", code="text-hash")
    if known is not None and known != article_id(words, facts["outlet"]):
        raise InputError(f"{known} is not the id of that text and outlet", code="article-id")
    return Article(
        doc=doc,
        text=words,
        blocks=_blocks(stated, words, before),
        format=_format(stated),
        source_hash=text_or_none(stated, "source_hash") or content_hash(words.encode("utf-8", "replace")),
        title=facts["title"],
        byline=facts["byline"],
        outlet=facts["outlet"],
        published=facts["published"],
        language=text_or_none(stated, "language"),
        url=text_or_none(stated, "url"),
    )


def _blocks(stated: Mapping[str, Any], words: str, before: Mapping[str, Any]) -> tuple[Block, ...]:
    if "blocks" not in stated:
        return (Block(span=Span(0, len(words)), role="paragraph"),) if words else ()
    roles = {number(one, "start"): _role(one) for one in objects(before, "roles")}
    return tuple(_block(one, roles) for one in objects(stated, "blocks"))


def _block(stated: Mapping[str, Any], roles: Mapping[int, Role]) -> Block:
    start, end = number(stated, "start"), number(stated, "end")
    if not 0 <= start < end:
        raise InputError(f"a block is from {start} to {end}", code="blocks")
    return Block(span=Span(start, end), role=roles.get(start, _role(stated)))


def _role(stated: Mapping[str, Any]) -> Role:
    role = text(stated, "role")
    for known in ROLES:
        if role == known:
            return known
    raise InputError(f"{role!r} is no role of a block", code="blocks")


def _format(stated: Mapping[str, Any]) -> Format:
    form = text_or_none(stated, "format") or "text"
    if form not in get_args(Format):
        raise InputError(f"{form!r} is no format of an article", code="row")
    return cast("Format", form)


def _run(stated: Any) -> tuple[str, str, str, str, str] | None:
    if stated is None:
        return None
    if not isinstance(stated, Mapping) or not isinstance(stated.get("options"), Mapping):
        raise InputError("article.read is no object with options", code="row")
    at = text(stated, "at")
    if not _RUN_TIME.fullmatch(at):
        raise InputError(f"article.read.at is {at!r}: a time looks like 2024-03-01T09:30:00Z", code="row")
    options = json.dumps(dict(stated["options"]), sort_keys=True)
    return at, text(stated, "version"), text(stated, "model_hash"), options, text(stated, "stage")

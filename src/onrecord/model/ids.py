"""Ids that depend on content alone, so that two runs and two machines give the same ones.

An id is a letter for the kind of thing, a hyphen, and 13 characters of base 32 (65 bits of a SHA-256): among thirty
million statements the chance of any two sharing an id is about one in eighty thousand (birthday bound).
"""

import base64
import hashlib
from typing import NewType

ArticleId = NewType("ArticleId", str)
StatementId = NewType("StatementId", str)
ActorId = NewType("ActorId", str)
DecisionId = NewType("DecisionId", str)

_LENGTH = 13


def content_hash(data: bytes) -> str:
    """The SHA-256 of `data`, in hexadecimal (64 characters)."""
    return hashlib.sha256(data).hexdigest()


def text_hash(text: str) -> str:
    """The SHA-256 of a text's UTF-8 form, in hexadecimal; lone surrogates are hashed as they are."""
    return content_hash(text.encode("utf-8", "surrogatepass"))


def article_id(text: str, outlet: str | None) -> ArticleId:
    """The id of an article: the same words in another outlet are another article."""
    return ArticleId("a-" + _digest(text_hash(text), outlet or ""))


def statement_id(article: ArticleId, content: str) -> StatementId:
    """The id of a statement: its article and the places of its content (`"120-180,201-240"`), nothing else.

    The cue and the source are left out, so that a better reading of who spoke is not another statement.
    """
    return StatementId("s-" + _digest(article, content))


def actor_id(name: str, kind: str, note: str) -> ActorId:
    """The id of an actor as it was first named; a later name does not change it."""
    return ActorId("p-" + _digest(name, kind, note))


def decision_id(*facts: str) -> DecisionId:
    """The id of a decision: who decided what, of what, and when to the microsecond."""
    return DecisionId("d-" + _digest(*facts))


def _digest(*parts: str) -> str:
    raw = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(raw).decode("ascii").lower()[:_LENGTH]

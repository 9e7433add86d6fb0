"""A name in an article's text."""

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model.span import Span

NameKind = Literal["person", "organisation", "place"]
NAME_KINDS: tuple[NameKind, ...] = get_args(NameKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Where somebody or something is named, title and article left out, and what kind it is; `confidence`: 0 to 1."""

    span: Span
    kind: NameKind
    confidence: float

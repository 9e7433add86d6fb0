"""What the top of the page says in figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import KINDS, Kind
from onrecord.publishing.days import written
from onrecord.publishing.report.entries import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """How many statements, in what, from when to when, of which kinds, and how many nobody has checked."""

    counts: str
    period: str
    statements: int
    kinds: dict[Kind, int]
    unchecked: int
    outlets: tuple[str, ...]


def headline(items: Sequence[Item]) -> Headline:
    """The figures of these articles."""
    statements = [entry.statement for item in items for entry in item.entries]
    outlets = {item.outlet for item in items if item.article.outlet}
    days = sorted(item.published for item in items if item.published)
    counts = f"{_number(len(statements), 'statement')} in {_number(len(items), 'article')}"
    period = ""
    if days:
        period = (
            f"from {written(days[0])} to {written(days[-1])}"
            if days[0] != days[-1]
            else f"on {written(days[0])}"
        )
    return Headline(
        counts=f"{counts} by {_number(len(outlets), 'outlet')}" if outlets else counts,
        period=period,
        statements=len(statements),
        kinds={kind: sum(statement.kind == kind for statement in statements) for kind in KINDS},
        unchecked=sum(entry.unchecked for item in items for entry in item.entries),
        outlets=tuple(sorted({item.outlet for item in items}, key=str.casefold)),
    )


def _number(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"

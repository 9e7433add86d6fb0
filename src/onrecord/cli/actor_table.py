"""The list of actors in the forms that `actors list` prints: lines for people, objects and rows for programs."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.cli.actor_lines import told
from onrecord.cli.terminal import unbroken

if TYPE_CHECKING:
    from onrecord.ledger import ActorCount


def _lines(actors: "Iterable[ActorCount]") -> Iterator[str]:
    for one in actors:
        also = f"  (also {', '.join(one.actor.names)})" if one.actor.names else ""
        note = f", {one.actor.note}" if one.actor.note else ""
        yield unbroken(f"{one.actor.id}  {one.actor.name}{note}  {one.actor.type}  {told(one)}{also}") + "\n"


def _jsonl(actors: "Iterable[ActorCount]") -> Iterator[str]:
    from onrecord.publishing.jsonl import line  # noqa: PLC0415 - keeps `--help` quick

    for one in actors:
        lists = {"names": list(one.actor.names), "roles": list(one.roles)}
        yield line({**_facts(one), **lists, **_counts(one)})


def _csv(actors: "Iterable[ActorCount]") -> Iterator[str]:
    from onrecord.publishing.csv_table import of_rows  # noqa: PLC0415 - keeps `--help` quick

    return of_rows(
        {**_facts(one), "names": "; ".join(one.actor.names), "roles": "; ".join(one.roles), **_counts(one)}
        for one in actors
    )


def _facts(one: "ActorCount") -> dict[str, str]:
    return {"id": one.actor.id, "name": one.actor.name, "type": one.actor.type, "note": one.actor.note}


def _counts(one: "ActorCount") -> dict[str, int]:
    return {"statements": one.statements, "articles": one.articles, "passed_on": one.passed_on}


FORMATS: "dict[str, Callable[[Iterable[ActorCount]], Iterator[str]]]" = {
    "table": _lines,
    "jsonl": _jsonl,
    "csv": _csv,
}
"""What prints each form, as lines with their ends."""

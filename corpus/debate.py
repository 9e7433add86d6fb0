"""One debate of the corpus: its outlets, actors, codebook and reports."""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, get_args

from corpus.report import SUFFIX, Report, load

PartOfCorpus = Literal["train", "dev", "test"]
PARTS: tuple[PartOfCorpus, ...] = get_args(PartOfCorpus)
ActorType = Literal["person", "organisation", "group", "outlet"]
DEBATES = Path(__file__).parent / "debates"


class DebateError(ValueError):
    """A list of a debate that cannot be read; the message says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody with a name; `names` holds every form, the canonical one first.  `roles` are tables of actors.toml."""

    name: str
    type: ActorType
    names: tuple[str, ...]
    roles: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who publishes: its kind and style as debate.toml has them."""

    name: str
    names: tuple[str, ...]
    kind: str
    country: str
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A claim or proposal one can agree or disagree with; `examples_for` and `examples_against` are invented."""

    id: str
    label: str
    definition: str
    example_for: str
    example_against: str
    parent: str | None = None


@dataclass(frozen=True, kw_only=True)
class Debate:
    """A debate; `id` is its folder's name."""

    id: str
    name: str
    question: str
    country: str
    part: PartOfCorpus
    outlets: tuple[Outlet, ...]
    persons: tuple[Actor, ...]
    codebook: tuple[Concept, ...]
    reports: tuple[Report, ...]

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors and outlets by canonical name."""
        outlets = [Actor(name=o.name, type="outlet", names=o.names) for o in self.outlets]
        return {actor.name: actor for actor in [*self.persons, *outlets]}


def load_debate(folder: Path) -> Debate:
    """The debate in a folder.

    Raises `DebateError` for one of the three lists, `corpus.report.ReportError` for a report, OSError for a file that
    is not there.
    """
    facts = _toml(folder / "debate.toml")
    try:
        return Debate(
            id=folder.name,
            name=facts["name"],
            question=facts["question"],
            country=facts["country"],
            part=facts["part"],
            outlets=tuple(_outlet(row) for row in facts["outlet"]),
            persons=tuple(_actor(row) for row in _toml(folder / "actors.toml")["actor"]),
            codebook=tuple(concept_of(row) for row in _toml(folder / "codebook.toml")["concept"]),
            reports=tuple(load(path) for path in sorted(folder.glob("*" + SUFFIX))),
        )
    except KeyError as error:
        raise DebateError(f"{folder}: one of its lists lacks the key {error}") from error


def load_corpus(root: Path = DEBATES, part: PartOfCorpus | None = None) -> list[Debate]:
    """The debates of the corpus, sorted by name; those of one part if it is given."""
    debates = [load_debate(path.parent) for path in sorted(root.glob("*/debate.toml"))]
    return [debate for debate in debates if part in (None, debate.part)]


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DebateError(f"{path}: {error}") from error


def _outlet(row: dict[str, Any]) -> Outlet:
    names = (row["name"], *row.get("names", []))
    return Outlet(name=row["name"], names=names, kind=row["kind"], country=row["country"], style=row["style"])


def _actor(row: dict[str, Any]) -> Actor:
    names = (row["name"], *row.get("names", []))
    return Actor(name=row["name"], type=row["type"], names=names, roles=tuple(row.get("roles", ())))


def concept_of(row: dict[str, Any]) -> Concept:
    """A concept of a codebook; KeyError for what it lacks."""
    return Concept(
        id=row["id"],
        label=row["label"],
        definition=row["definition"],
        example_for=row["for"],
        example_against=row["against"],
        parent=row.get("parent"),
    )

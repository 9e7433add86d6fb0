"""From the decisions on the codebook to the codebook as it stands, and to what a concept is called now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import (
    Change,
    Codebook,
    Concept,
    Decision,
    DropConcept,
    DropVariable,
    MergeConcept,
    RenameConcept,
    SetCode,
    SetConcept,
    SetTitle,
    SetValues,
    SetVariable,
    SplitConcept,
    Variable,
)

Order = tuple[str, str]


@dataclass(slots=True)
class _Draft:
    title: str
    concepts: list[Concept]
    variables: list[Variable]


def fold_codebook(changes: Sequence[Change]) -> Codebook | None:
    """The codebook after what was decided of it and is in effect, in order; None where there is none.

    Decisions that came together from two ledgers may contradict each other: one that finds its concept gone changes
    nothing, and a parent that is gone, or would close a circle, is none.
    """
    if not changes:
        return None
    draft = _Draft(title="", concepts=[], variables=[])
    for change in changes:
        _apply(draft, change)
    return Codebook(
        title=draft.title,
        concepts=tuple(_with_sound_parents(draft.concepts)),
        variables=tuple(draft.variables),
    )


def _apply(draft: _Draft, change: Change) -> None:
    match change:
        case SetTitle(title=title):
            draft.title = title
        case SetConcept(concept=concept, place=place):
            _put_concept(draft, concept, place)
        case DropConcept(concept=name):
            _unparent(draft, name, None)
            draft.concepts = [each for each in draft.concepts if each.name != name]
        case SetVariable(variable=variable, place=place):
            _put_variable(draft, variable, place)
        case DropVariable(variable=name):
            draft.variables = [each for each in draft.variables if each.name != name]
        case RenameConcept(concept=old, name=name):
            _rename(draft, old, name)
        case MergeConcept(concept=old, into=into):
            _merge(draft, old, into)
        case SplitConcept() as split:
            _split(draft, split)


def _put_concept(draft: _Draft, concept: Concept, place: int | None) -> None:
    at = _place(draft, concept.name)
    rest = [each for each in draft.concepts if each.name != concept.name]
    at = len(rest) if at is None else at
    rest.insert(at if place is None else place, concept)
    draft.concepts = rest


def _put_variable(draft: _Draft, variable: Variable, place: int | None) -> None:
    names = [each.name for each in draft.variables]
    at = names.index(variable.name) if variable.name in names else len(names)
    rest = [each for each in draft.variables if each.name != variable.name]
    rest.insert(at if place is None else place, variable)
    draft.variables = rest


def _rename(draft: _Draft, old: str, name: str) -> None:
    if _place(draft, name) is not None:
        _merge(draft, old, name)
        return
    draft.concepts = [replace(each, name=name) if each.name == old else each for each in draft.concepts]
    _unparent(draft, old, name)


def _merge(draft: _Draft, old: str, into: str) -> None:
    at = _place(draft, old)
    if at is None or _place(draft, into) is None or old == into:
        return
    _unparent(draft, old, into)
    above = draft.concepts[at].parent
    draft.concepts = [
        replace(each, parent=above) if each.parent == each.name else each
        for each in draft.concepts
        if each.name != old
    ]


def _split(draft: _Draft, split: SplitConcept) -> None:
    at = _place(draft, split.concept)
    if at is None:
        return
    kept = {each.name for each in split.into}
    if split.concept not in kept:
        _unparent(draft, split.concept, draft.concepts[at].parent)
    names = kept | {split.concept}
    before = [each for each in draft.concepts[:at] if each.name not in names]
    after = [each for each in draft.concepts[at:] if each.name not in names]
    draft.concepts = [*before, *split.into, *after]


def _unparent(draft: _Draft, name: str, parent: str | None) -> None:
    draft.concepts = [
        replace(each, parent=parent) if each.parent == name else each for each in draft.concepts
    ]


def _place(draft: _Draft, name: str) -> int | None:
    return next((at for at, each in enumerate(draft.concepts) if each.name == name), None)


def _with_sound_parents(concepts: Sequence[Concept]) -> list[Concept]:
    parents = {each.name: each.parent for each in concepts}
    for name, above in parents.items():
        way, at = {name}, above
        while at is not None:
            if at in way or at not in parents:
                parents[name] = None
                break
            way.add(at)
            at = parents[at]
    return [
        each if each.parent == parents[each.name] else replace(each, parent=parents[each.name])
        for each in concepts
    ]


class Naming:
    """What the concepts of codes are called now, after all that was renamed, merged and split.

    A decision to rename holds for the codes made before it, and for later ones too where their coder did not know of it
    yet (another ledger, joined since), unless the old name was given to a concept anew in between.
    """

    def __init__(self, decisions: Sequence[Decision]) -> None:
        """`decisions` are those in effect on the codebook, in order."""
        self._events = [
            ((each.at, each.id), each.change)
            for each in decisions
            if isinstance(each.change, RenameConcept | MergeConcept | SplitConcept)
        ]
        self._made: dict[str, list[Order]] = {}
        for each in decisions if self._events else ():
            for name in _makes(each):
                self._made.setdefault(name, []).append((each.at, each.id))

    def __bool__(self) -> bool:
        """Whether any concept is called otherwise than it was."""
        return bool(self._events)

    def now(self, statements: Sequence[str], concept: str, made: Order) -> str:
        """The name now of the concept that a code named, in a decision of that time and id.

        `statements` are the ids that the code's statement had, in this reading and in earlier ones.
        """
        for at, change in self._events:
            if change.concept != concept or (at < made and self._anew(concept, at, made)):
                continue
            match change:
                case RenameConcept(name=name):
                    concept = name
                case MergeConcept(into=into):
                    concept = into
                case SplitConcept(moved=moved, rest=rest):
                    places = {str(each.statement): each.concept for each in moved}
                    found = (places[one] for one in statements if one in places)
                    concept = next(found, rest or concept)
        return concept

    def decision(self, decision: Decision, statement: str) -> Decision:
        """The decision with the name that its concept has now; `statement` is the one for which it holds."""
        change = decision.change
        if not self._events or not isinstance(change, SetCode | SetValues) or not change.concept:
            return decision
        known = (statement, decision.subject)
        name = self.now(known, change.concept, (decision.at, decision.id))
        return decision if name == change.concept else replace(decision, change=replace(change, concept=name))

    def _anew(self, name: str, since: Order, until: Order) -> bool:
        return any(since <= at < until for at in self._made.get(name, ()))


def _makes(decision: Decision) -> list[str]:
    match decision.change:
        case SetConcept(concept=concept):
            return [concept.name]
        case RenameConcept(name=name):
            return [name]
        case SplitConcept(into=into):
            return [each.name for each in into]
    return []

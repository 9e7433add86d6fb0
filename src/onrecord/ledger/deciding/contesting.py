"""Whether coders differ on what they decide of a statement: decisions in, an answer out."""

from collections.abc import Sequence

from onrecord.model import Accept, Add, Change, Decision, Note, Reject, SetCode, SetValues

Slot = tuple[str, ...]
"""What a decision decides: a later one of the same slot takes its place."""


def contested(decisions: Sequence[Decision]) -> bool:
    """Whether the latest decisions of two coders on one slot differ, and nobody has settled it since.

    One of them is a person.  A model differs from people who decided before it; whoever decides after it has seen what
    it says, and is not held to have missed it.
    """
    people: dict[Slot, dict[str, Change]] = {}
    models: dict[Slot, dict[str, Change]] = {}
    for decision in decisions:
        slot, name = slot_of(decision.change), decision.coder.name
        if slot is None:
            continue
        if decision.coder.kind == "model":
            models.setdefault(slot, {})[name] = decision.change
            continue
        if decision.settles:
            people[slot] = {}  # made in sight of the others
        people.setdefault(slot, {})[name] = decision.change
        models[slot] = {}
    return any(
        len({_said(change) for change in (*by_person.values(), *models[slot].values())}) > 1
        for slot, by_person in people.items()
    )


def slot_of(change: Change) -> Slot | None:
    """What the decision decides, None for a note and for values, of which each coder may give others."""
    if isinstance(change, Accept | Reject | Add):
        return ("verdict",)
    if isinstance(change, SetCode):
        return ("code", change.concept)
    return None if isinstance(change, Note | SetValues) else (type(change).__name__,)


def _said(change: Change) -> object:
    """What two coders must share to agree: a reason is no disagreement, and to add a statement is to accept it.

    Nor is it how sure a model is of a code.
    """
    if isinstance(change, Accept | Add):
        return "accepted"
    if isinstance(change, SetCode):
        return change.stance
    return "rejected" if isinstance(change, Reject) else change

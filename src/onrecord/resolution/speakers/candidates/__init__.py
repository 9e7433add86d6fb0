"""Who may have spoken: for each statement the candidates, each with the named features that speak for and against."""

from onrecord.resolution.speakers.candidates.described import described
from onrecord.resolution.speakers.candidates.naming import named
from onrecord.resolution.speakers.candidates.place import Candidate, Features, Place, Surroundings
from onrecord.resolution.speakers.candidates.pronouns import first_person, pronoun, relative
from onrecord.resolution.speakers.candidates.sourceless import label, sourceless


def candidates(around: Surroundings, place: Place) -> list[Candidate]:
    """The candidates of a statement; none where nobody can be meant."""
    shape = place.phrase.shape
    if shape == "named":
        return named(around, place)
    if shape in ("male", "female", "neuter", "plural"):
        return pronoun(around, place, shape)
    if shape in ("first", "we", "second"):
        return first_person(around, place, shape)
    if shape == "relative":
        return relative(around, place)
    if shape == "described":
        return described(around, place)
    if shape == "label":
        return label(around, place)
    return sourceless(around, place)


def null_features(place: Place) -> Features:
    """What speaks for leaving it open."""
    shape = place.phrase.shape
    found = {f"null:{shape}": 1.0}
    if shape == "none":
        found[f"null:none:{place.statement.kind}"] = 1.0
        if place.statement.cue:
            found["null:none:cue"] = 1.0
        if place.nested:
            found["null:none:nested"] = 1.0
    return found

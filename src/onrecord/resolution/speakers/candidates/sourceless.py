"""Who made a statement without a source, and who is behind the label of a transcript."""

import math

from onrecord.resolution.speakers.candidates.place import MOST, Candidate, Place, Surroundings, nearest
from onrecord.resolution.speakers.candidates.pronouns import clashes
from onrecord.resolution.speakers.entities import Entity, Mention

_INTERVIEW = 3
"""From so many answers on an article is an interview."""


def label(around: Surroundings, place: Place) -> list[Candidate]:
    """Who goes by the initials of a label; an A of questions and answers is whoever the heading names."""
    letters = place.phrase.own.replace(".", "").casefold()
    found: list[Candidate] = []
    for entity in around.cast.entities:
        initials = {"".join(part[0] for part in key) for key in entity.keys if len(key) > 1}
        if letters in initials and len(letters) > 1:
            found.append(Candidate(entity, {"label:initials": 1.0, f"label:{entity.kind}": 1.0}))
    if letters == "a":
        for rank, entity in enumerate(around.guests):
            headed = float(entity.number in around.headed)
            features = {"label:answer": 1.0, f"label:answer:{rank}": 1.0, "label:answer:heading": headed}
            found.append(
                Candidate(entity, features | {"label:answer:share": len(entity.mentions) / around.most})
            )
    elif letters == "q" and around.author is not None:
        found.append(Candidate(around.author, {"label:question": 1.0}))
    return found[:MOST]


def sourceless(around: Surroundings, place: Place) -> list[Candidate]:
    """A statement without a source: whoever spoke last, or the interviewee, or whom the lines before name."""
    start = place.statement.content[0].start
    here = around.cast.words.sentence_at(start)
    sentences = around.cast.words.sentences
    block = sentences[here].block
    kinds = ("person", "unknown", "organisation", "outlet", "unnamed")
    near = [(m, e) for m, e in nearest(around, place) if e.kind in kinds and e.number not in around.own]
    options: dict[int, tuple[Mention | None, Entity]] = {e.number: (m, e) for m, e in near[:4]}
    for one in (place.before, place.outer, *place.earlier[:2]):
        if one is not None:
            options.setdefault(one.number, (None, one))
    for entity in around.guests:
        options.setdefault(entity.number, (None, entity))
    gap = (
        sum(1 for s in sentences[around.cast.words.sentence_at(max(place.before_end - 1, 0)) + 1 : here])
        if place.before_end >= 0
        else 99
    )
    kind = place.statement.kind
    most = around.most
    interview = around.asked >= _INTERVIEW
    # "She replied that it was safe. “It holds.”" goes on with her, whoever she is.
    goes_on = place.before is None and gap == 0 and sentences[max(here - 1, 0)].block == block
    found = []
    for mention, entity in options.values():
        before = place.before is entity
        features = {
            "none": 1.0,
            f"none:{kind}": 1.0,
            f"none:{entity.kind}": 1.0,
            "none:before": float(before),
            f"none:before:{kind}": float(before),
            "none:before:next": float(before and gap == 0),
            "none:before:far": math.log1p(gap) if before else 0.0,
            "none:before:asked": float(before and place.asked),
            "none:asked": float(place.asked),
            "none:asked:heading": float(place.asked and entity.number in around.headed),
            "none:heading": float(entity.number in around.headed),
            "none:share": len(entity.mentions) / most,
            "none:asked:share": len(entity.mentions) / most if place.asked else 0.0,
            "none:outer": float(place.outer is entity),
            "none:spoke": float(entity in place.earlier),
            "none:cue": float(bool(place.statement.cue)),
            "none:guest": float(bool(around.guests) and around.guests[0] is entity),
            "none:interview:guest": float(interview and around.guests[:1] == (entity,)),
            "none:interview:share": len(entity.mentions) / most if interview else 0.0,
            "none:interview:heading": float(interview and entity.number in around.headed),
            "none:interview:before": float(interview and before),
            "none:interview:author": float(interview and around.author is entity),
            "he:clashes": float(goes_on and clashes(entity, place.before_shape)),
        }
        if mention is not None:
            far = here - mention.sentence
            features["none:here"] = float(far == 0)
            features["none:last"] = float(far == 1 and sentences[mention.sentence].block == block)
            features["none:above"] = float(far == 1 and sentences[mention.sentence].block != block)
            features["none:nearest"] = float(bool(near) and near[0][1] is entity)
            features["none:opens"] = float(mention.opens and far <= 1)
        found.append(Candidate(entity, features))
    return found

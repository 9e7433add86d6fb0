"""Those spoken of just before or after, for descriptions by something that the article has not said of them."""

import math

from onrecord.resolution.speakers.candidates.naming import said_sex
from onrecord.resolution.speakers.candidates.place import Candidate, Place, Surroundings, nearest

OPENING = 8
"""Sentences in which a report may speak of somebody whom it names later; headings are among them."""

_NEXT = 12
"""Mentions looked at after a description."""


def spoken_of(around: Surroundings, place: Place, kinds: tuple[str, ...]) -> list[Candidate]:
    """Those spoken of last, as somebody who is called by what the article has not said they are."""
    here = around.cast.words.sentence_at(place.position)
    found: list[Candidate] = []
    near = [(m, e) for m, e in nearest(around, place) if e.kind in kinds][:4]
    have = {entity for _, entity in near}
    later = [(m, e) for m, e in around.cast.after(place.position, _NEXT) if e.kind in kinds and e not in have]
    later = list({e: (m, e) for m, e in reversed(later)}.values())[::-1][:2]
    heading = around.cast.words.sentences[here].role in ("heading", "standfirst")
    said = said_sex(around, place.phrase)
    for at, (mention, entity) in enumerate([*near, *later]):
        after = at >= len(near)
        rank = at - len(near) if after else at
        far = abs(here - mention.sentence)
        new = entity.mentions[0] is mention
        features = {
            "epi": 1.0,
            f"epi:{'after' if after else 'near'}": 1.0,
            f"epi:{'after' if after else 'near'}:rank": math.log1p(rank),
            f"epi:{'after' if after else 'near'}:first": float(rank == 0),
            f"epi:{'after' if after else 'near'}:same": float(far == 0),
            f"epi:{'after' if after else 'near'}:far": math.log1p(max(far - 1, 0)),
            "epi:after:new": float(after and new),
            "epi:after:deep": float(after and new and here >= OPENING),
            "epi:after:heading": float(after and heading),
            "epi:near:heading": float(not after and heading),
            "epi:clash": float(said is not None and entity.sex is not None and said != entity.sex),
            "epi:fits": float(said is not None and said == entity.sex),
            "epi:owned": float(place.phrase.owned),
            "epi:owned:after": float(place.phrase.owned and after),
            "epi:extra": float(len(place.phrase.content) > 1),
            "epi:opens": float(mention.opens),
            "epi:before": float(place.before is entity),
            "epi:outer": float(place.outer is entity),
            "epi:often": math.log(len(entity.mentions)),
            "epi:headed": float(entity.number in around.headed),
            "epi:role": float(any(known.head == place.phrase.head for known in entity.roles)),
            "epi:other": float(
                bool(entity.roles) and all(known.head != place.phrase.head for known in entity.roles)
            ),
            f"epi:{entity.kind}": 1.0,
        }
        found.append(Candidate(entity, features))
    return found

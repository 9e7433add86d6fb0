"""Whom quoted words call by name: "Simon, it is late", "It is late, Simon."  Nobody speaks so to himself."""

from onrecord.model import Statement
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity

_MARKS = frozenset("\"“”„«»‘’'")
_AFTER_CALL = frozenset(",!?")
_STOPS = frozenset(".!?…")


def addressed_in(cast: Cast, statement: Statement) -> frozenset[Entity]:
    """The persons whom the quoted words of a statement call at their head or end, with a comma between.

    What is quoted within them is somebody else's, who may well be calling the one who speaks here.
    """
    if statement.kind == "indirect":
        return frozenset()
    words = cast.words.words
    found: set[Entity] = set()
    for span in statement.content:
        places = list(cast.words.within(span))
        named = [at for at in places if words[at].letters]
        if not named or words[places[0]].text not in _MARKS:
            continue
        head, last = cast.at.get(named[0]), cast.at.get(named[-1])
        if head is not None and places[1] == named[0]:
            end = next((at for at in places if at > named[0] and cast.at.get(at) is not head), places[-1])
            if words[end].text in _AFTER_CALL:
                found.add(head)
        if last is not None and last is not head:
            begin = next((at for at in reversed(named) if cast.at.get(at) is not last), named[0])
            tail = [words[at].text for at in places if at > named[-1]]
            if words[begin + 1].text == "," and tail and tail[0] in _STOPS:
                found.add(last)
    return frozenset(one for one in found if one.kind in ("person", "unknown"))

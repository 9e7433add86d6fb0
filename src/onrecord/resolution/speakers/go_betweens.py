"""Sources that did not say it: who read another's words out ("a message which was read out by his agent, Ida Orle:"),
and who was told them ("he had been instructed to").
"""

import re
from dataclasses import replace

from onrecord.model import Statement
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.phrases import Phrase

_READ_OUT_BY = re.compile(
    r"\b(?:read(?:\s+(?:out|aloud))?|delivered|relayed|passed\s+on)\s+(?:(?!by\b)[\w-]+\s+){0,4}by\s"
    r"(?:(?!(?:and|but|who|that|which)\b)[\w’'-]+,?\s+){0,4}$"
)
_TOLD = re.compile(
    r"\b(?<!to )(?:been|was|were|is|are|am)\s+(?:\w+ly\s+)?"
    r"(?:told|instructed|ordered|informed|advised|assured|warned|urged)\b(?!.*\bby$)"
)


def sent_by(cast: Cast, phrase: Phrase) -> Phrase:
    """The phrase, or whose words it is that who it names read out: whom the sentence says they are from, else the first
    person in it.
    """
    if phrase.shape != "named" or phrase.span is None:
        return phrase
    sentence = cast.words.sentences[cast.words.sentence_at(phrase.span.start)]
    begin = cast.words.words[sentence.begin].start
    found = _READ_OUT_BY.search(cast.article.text, begin, phrase.span.start)
    if found is None:
        return phrase
    senders = [
        (not cast.article.text.endswith("from ", begin, mention.span.start), at, entity)
        for at, (mention, entity) in enumerate(cast.between(begin, found.start()))
        if entity.kind == "person" and entity is not phrase.entity
    ]
    if not senders:
        return phrase
    return replace(phrase, entity=min(senders, key=lambda one: one[:2])[2], others=())


def is_told(cast: Cast, statement: Statement) -> bool:
    """Whether the source heard it, by a passive right behind: "he had been instructed", not "was told by the Post"."""
    if not statement.source or not statement.cue:
        return False
    source, cue = statement.source[-1], statement.cue[0]
    return source.end <= cue.start and _TOLD.search(cue.of(cast.article.text)) is not None

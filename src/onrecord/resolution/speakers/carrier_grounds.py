"""What speaks for and against going on with those who stand in a sentence above: who was told is told more."""

import math
import re

from onrecord.model import Statement
from onrecord.resolution.speakers.carrier_options import Features, Ground, place_of
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.lexicon.grammar import PRONOUNS
from onrecord.resolution.speakers.telling import STUDY

_INTERVIEW = re.compile(
    r"\b(?:interview|speaking|spoke|talking|talked|appear|conversation|podcast)", re.IGNORECASE
)
"""Where somebody speaks with an outlet at length, what they say next is likelier to have been said to it too."""


def ground_signs(cast: Cast, statement: Statement, before: Ground, speaker: Entity | None) -> Features:
    """Those beside whose name a sentence above stands; `speaker` of this statement, if that is known."""
    words = cast.words
    here, there = words.sentence_at(place_of(statement).start), words.sentence_at(before.at)
    blocks = abs(words.sentences[here].block - words.sentences[there].block) if words.words else 0
    source = statement.source[0].of(cast.article.text).lower() if statement.source else ""
    far = math.log1p(abs(here - there))
    same = speaker is not None and speaker in before.speakers
    unbroken = same and all(one in before.speakers for one in before.since)
    study = bool(STUDY.search(source))
    talk = float(_shows(_INTERVIEW, cast, there))
    return {
        "ground": 1.0,
        "ground:far": far,
        "ground:blocks": math.log1p(blocks),
        "ground:since": math.log1p(len(before.since)),
        "ground:loose": float(before.loose),
        "ground:loose:same": float(before.loose and same),
        "ground:same": float(same),
        "ground:same:far": same * far,
        "ground:same:block": float(same and blocks == 0),
        "ground:unbroken": float(unbroken),
        "ground:unbroken:block": float(unbroken and blocks == 0),
        "ground:unbroken:far": unbroken * far,
        "ground:unbroken:pronoun": float(unbroken and source in PRONOUNS),
        "ground:block": float(blocks == 0),
        "ground:sentence": float(here == there),
        "ground:sentence:same": float(here == there and same),
        "ground:pronoun": float(source in PRONOUNS),
        "ground:quoted": float(not statement.source and statement.kind == "direct"),
        "ground:nosource": float(not statement.source),
        "ground:study": float(study),
        "ground:study:print": float(study and _shows(STUDY, cast, there)),
        "ground:talk:same": talk * same,
        "ground:talk:unbroken": talk * unbroken,
    }


def _shows(sign: re.Pattern[str], cast: Cast, number: int) -> bool:
    """Whether a sentence holds such a word."""
    sentence = cast.words.sentences[number]
    first, last = (cast.words.words[at] for at in (sentence.begin, sentence.end - 1))
    return bool(sign.search(cast.article.text, first.start, last.end))

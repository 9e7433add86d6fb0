"""Words that say that somebody was told, or asked, or quotes: signs of through whom words came."""

import re

TOLD = re.compile(
    r"\b(?:told|tells|telling|tell|said to|assured|informed|informs|confided|texted|emailed|wrote (?:in|to|for)"
    r"|speaking (?:to|on|with)|spoke (?:to|on|with))\b",
    re.IGNORECASE,
)
TALK = re.compile(
    r"\b(?:interview\w*|asked (?:by|on)|appear(?:ing|ed|s)? on|guest|listeners?|viewers?|readers? of|slot|programme|"
    r"microphone|camera|broadcast|podcast|studio|debate)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(
    r"\b(?:quot|cit|paraphras|report|carr|print|publish|run|ran|reveal|obtain|leak|seen by)\w*\b",
    re.IGNORECASE,
)
POLL = re.compile(
    r"\b(?:poll\w*|survey\w*|asked|canvass\w*|respondents|in ten|per ?cent|percent|in three)\b", re.IGNORECASE
)
THROUGH = re.compile(r"\b(?:through|via|by way of|passed on|relayed)\b", re.IGNORECASE)
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)?|disput(?:es?|ed)|reject(?:s|ed)?|den(?:ial))\b"
)
AIMED = re.compile(
    r"\b(?:accus|call|describ|prais|thank|blam|criticis|mock|attack|likened|compar|answer|repl)\w*",
    re.IGNORECASE,
)

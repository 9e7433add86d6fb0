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
    r"\b(?:poll\w*|survey\w*|asked|canvass\w*|respondents|in ten|per ?cent|percent|in three|rang up)\b",
    re.IGNORECASE,
)
THROUGH = re.compile(
    r"\b(?:through|via|by way of|passed on|relayed|courtesy of|passed on by)\b", re.IGNORECASE
)
PUBLISHED = re.compile(
    r"\b(?:published|printed|carried|broadcast|aired|run|quoted|cited|posted|obtained|seen|reviewed|recorded|revealed"
    r"|leaked|shown|passed|given)\s(?:[\w’']+\s){0,3}?(?:by|in|on|to)\s"
    r"(?:(?!(?:that|which|who|by|in|on|to)\b)[\w’']+\s){0,3}$",
    re.IGNORECASE,
)
"""What stands right before whoever has something in print or on air: "a letter published on Tuesday by the"."""
GIVEN_THROUGH = re.compile(
    r"\b(?:through|via|by way of)\s+(?:(?:the|state|official)\s+){0,2}"
    r"(?:(?:news agency|agency|newspaper|daily|broadcaster|station|newswire)\s+)?$",
    re.IGNORECASE,
)
"""What stands right before a go-between."""
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)?|disput(?:es?|ed)|reject(?:s|ed)?|den(?:ial))\b"
)
AIMED = re.compile(
    r"\b(?:accus|call|describ|prais|thank|blam|criticis|mock|attack|likened|compar|answer|repl)\w*",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\d[\d.,]*)"
)
SHARE = re.compile(
    rf"\b{_NUMBER}\s?(?:%|per ?cent\b)|\d%|\b{_NUMBER} (?:in|out of) (?:every )?{_NUMBER}\b"
    r"|\b(?:a|an|one|two|three|four|five)[- ](?:third|quarter|fifth|sixth|tenth)s?\b"
    r"|\bhalf (?:of|the|as)\b|\bmajority\b"
    r"|\b(?:respondents|those (?:asked|polled|surveyed|questioned))\b"
    rf"|^(?:the other |another |some |about |only )*(?:{_NUMBER}|half|the rest)$",
    re.IGNORECASE,
)
"""A source that is so many of those whom somebody asked."""

MEDIUM = re.compile(
    r"\b(?P<det>the same|the|that|a|an|one|breakfast|morning|local|state|national|various|several)\s"
    r"(?:(?!told|on|in|to|by|with|own)[\w’'-]+\s){0,2}?"
    r"(?P<word>radio|telly|television|tv|podcast|newspaper|paper|magazine|weekly|daily|tabloid|agency|broadcaster"
    r"|station|channel|newsletter|blog|outlets|media|newspapers|agencies|broadcasters|stations)\b"
    r"(?![’']s website|\s+[A-Z])",
)
"""An outlet that is not called by its name."""

TITLED = re.compile(
    r"(?<!\w)[‘'“\"](?P<title>[A-Z][^‘’'“”\"\n]{1,40})[’'”\"]\s"
    r"(?:podcast|programme|program|show|newsletter|blog|magazine|column)\b"
)
"""An outlet whose name stands in quotation marks: the ‘Deep Water’ podcast."""

ALONE = frozenset(
    """radio telly television podcast newspaper broadcaster tabloid magazine outlets media newspapers broadcasters
    stations""".split()
)
"""Those of these words that say enough by themselves: "a paper" may be a study."""

STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|papers?|findings|research(?:ers?)?|results?|report|model|work|authors?|scientists?|co-authors?"
    r"|team|analysis|physicists|biologists|engineers|experts|investigators|et al)\b",
    re.IGNORECASE,
)
"""Work that is printed in a journal, and those who did it."""

"""Words that say when, seen from a day that the article has just told: "within 24 hours", "hours later", "shortly
afterwards".  What is said then was said on that day, or in that month where no more is told.

They are no dates by themselves (TIMEX3 calls them lengths), so nobody else reads them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.model import DateExpression, Span
from onrecord.resolution.dates.opening import opens_sentence

_NUMBER = (
    r"(?:an?|a few|a couple of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|several"
    r"|\d{1,2})"
)
_FOLLOWING = re.compile(
    rf"\bwithin (?:the (?:next |following )?)?(?:{_NUMBER} )?(?:hours?|minutes?)\b(?! of\b)"
    rf"|\b(?:(?:{_NUMBER} )?(?:hours?|minutes?)|moments) (?:later|after(?:wards?)?)\b"
    r"|\b(?:shortly|soon|immediately|straight|right|moments) (?:afterwards?|thereafter)\b",
    re.IGNORECASE,
)
_MOST_LETTERS = 500
"""How far above such words the day may stand that they go on from."""


def following(text: str, dates: Sequence[DateExpression]) -> Iterator[DateExpression]:
    """Such words in order, each with the date that they go on from: the last day before them, or the last date of any

    length that opens its sentence; none where that is too far above.  `dates` are those of the text, in order.
    """
    told = [
        one
        for one in dates
        if one.edtf is not None
        and (len(one.edtf) == len("2031-03-04") or opens_sentence(text, one.span.start))
    ]
    starts = [one.span.start for one in told]
    for found in _FOLLOWING.finditer(text):
        at = bisect_left(starts, found.start()) - 1
        if at >= 0 and found.start() - told[at].span.end <= _MOST_LETTERS:
            yield DateExpression(
                span=Span(*found.span()), type="DATE", value=told[at].value, edtf=told[at].edtf
            )

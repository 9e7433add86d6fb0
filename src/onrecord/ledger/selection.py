"""Which statements: the conditions that commands and pages share."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from onrecord.errors import UsageError
from onrecord.model import Act, Kind, Stance

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)

ReviewFilter = Literal[
    "standing", "all", "unreviewed", "accepted", "rejected", "corrected", "added", "needs-look", "contested"
]
REVIEW_FILTERS: tuple[ReviewFilter, ...] = get_args(ReviewFilter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Conditions on statements, all of which must hold; None is no condition.

    source: words that stand in the source, as they stand there, whatever the case.
    outlet: the outlet's whole name, whatever the case (of the letters A to Z).
    since, until: the first and last date of publication, `2023`, `2023-06` or `2023-06-07`, each to its own
    last
        day; an article without a date fulfils neither.
    speech_only: its act is speech or writing: somebody's words are reported, no mere thought or attitude.
    words: words and "phrases" of the content, whatever the case and accents; `minist*` for a beginning.
    article: the id of an article or its beginning, or the file that it was read from.
    min_confidence: 0 to 1.
    review: "standing", all that is not rejected; "all"; a state of `Review`; or one of its flags.
    speaker: the id of an actor, or a name that it goes by, whole and whatever the case; the name as the article has
        it counts too.
    role: words that stand in the speaker's role, whatever the case.
    via, to: as `speaker`, of one through whom it came, and of one to whom it was said.
    concept, stance: a code in effect has that concept, that stance (both: the same code).
    said_since, said_until: the first and last day on which it may have been said, as `since` and `until`.

    Raises UsageError where `since` or `until` is no such date.
    """

    source: str | None = None
    outlet: str | None = None
    kind: Kind | None = None
    act: Act | None = None
    speech_only: bool = False
    since: str | None = None
    until: str | None = None
    words: str | None = None
    article: str | None = None
    min_confidence: float | None = None
    review: ReviewFilter = "standing"
    speaker: str | None = None
    role: str | None = None
    concept: str | None = None
    stance: Stance | None = None
    said_since: str | None = None
    said_until: str | None = None
    via: str | None = None
    to: str | None = None

    def __post_init__(self) -> None:
        for day in (self.since, self.until, self.said_since, self.said_until):
            if day is not None and not _is_date(day):
                raise UsageError(f"{day!r} is no date: write 2023, 2023-06 or 2023-06-07", code="date")


def _is_date(day: str) -> bool:
    found = _DATE.fullmatch(day)
    if found is None:
        return False
    year, month, day_of_month = (int(part or 1) for part in found.groups())
    try:
        date(year, month, day_of_month)
    except ValueError:
        return False
    return True

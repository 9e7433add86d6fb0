"""A date expression: words of an article that say when, how long or how often, and what they mean."""

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model.span import Span

DateType = Literal["DATE", "TIME", "DURATION", "SET"]

DATE_TYPES: tuple[DateType, ...] = get_args(DateType)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """Where the words stand and what they mean.

    `value` is that of a TIMEX3 in TimeML 1.2.1: `1998-03-04`, `1998-03`, `1998-W10`, `1998-Q1`, `P2Y`, `PXM`,
    `PRESENT_REF`, `1998-03-04TMO`, `XXXX-WXX-1`.  `edtf` says the same in EDTF (ISO 8601-2) where it can: a day, a
    month, a year, a season or an interval of days; None for a length, a repetition or something vague.
    """

    span: Span
    type: DateType
    value: str
    edtf: str | None = None

"""How far coders agree: what each of them says of each statement, and the measures of it with their intervals.

`ratings`, `nominal`, `unitising` and `resampling` know tables and nothing of a ledger; `coded`, `opinions` and
`reading` make the tables from one.
"""

from onrecord.review.agreement.comparing import Agreement, Row, agreement
from onrecord.review.agreement.resampling import Estimate

__all__ = ["Agreement", "Estimate", "Row", "agreement"]

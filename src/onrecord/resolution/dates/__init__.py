"""Date expressions: where an article says when, how long or how often, and what it means.

`find_dates` cuts the text (`tokens`), finds expressions by a grammar of classes of words (`patterns`, `rules` and the
tables of rules beside them), and resolves each against the day of publication, the tense of its clause and the date
last spoken of (`meanings`, `narrative`).  docs/decisions/0012 says why the grammar is our own.
"""

from onrecord.resolution.dates.narrative import find_dates

__all__ = ["find_dates"]

"""Taking in what comes from elsewhere: rows of JSON Lines and brat's standoff, each checked before it counts."""

from onrecord.ledger.taking.brat import brat_rows
from onrecord.ledger.taking.codes import is_code, take_codes
from onrecord.ledger.taking.given import GivenRow, Refuse, Refused, Rows, SameArticle, Taken
from onrecord.ledger.taking.lines import json_rows
from onrecord.ledger.taking.taking import take

__all__ = [
    "GivenRow",
    "Refuse",
    "Refused",
    "Rows",
    "SameArticle",
    "Taken",
    "brat_rows",
    "is_code",
    "json_rows",
    "take",
    "take_codes",
]

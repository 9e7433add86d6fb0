"""The ledger: one SQLite file that keeps articles, statements and reasons, each traceable to its run."""

from onrecord.ledger.checking import CHECKS
from onrecord.ledger.header import is_ledger
from onrecord.ledger.ledger import Counts, Ledger
from onrecord.ledger.runs import RunId
from onrecord.ledger.search import Hit
from onrecord.ledger.selection import Filter
from onrecord.ledger.soundness import Problem
from onrecord.ledger.sources import Stored

__all__ = ["CHECKS", "Counts", "Filter", "Hit", "Ledger", "Problem", "RunId", "Stored", "is_ledger"]

"""The ledger: one SQLite file that keeps articles, statements, decisions and reasons, each traceable to its origin."""

from onrecord.ledger.checking import CHECKS
from onrecord.ledger.counting import Counts
from onrecord.ledger.deciding.joining import Joined
from onrecord.ledger.deciding.logging import LogFilter, Logged
from onrecord.ledger.deciding.rereading import Reread
from onrecord.ledger.header import is_ledger
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.listing_actors import ActorCount
from onrecord.ledger.near import Unmet
from onrecord.ledger.registry import Form, Part, RoleTime, Waiting
from onrecord.ledger.runs import RunId
from onrecord.ledger.search import Hit
from onrecord.ledger.selection import REVIEW_FILTERS, Filter, ReviewFilter
from onrecord.ledger.soundness import Problem
from onrecord.ledger.sources import Stored
from onrecord.ledger.taking.dna.kept import KeptDocument, KeptStatement
from onrecord.ledger.tombstones import Tombstone

__all__ = [
    "CHECKS",
    "REVIEW_FILTERS",
    "ActorCount",
    "Counts",
    "Filter",
    "Form",
    "Hit",
    "Joined",
    "KeptDocument",
    "KeptStatement",
    "Ledger",
    "LogFilter",
    "Logged",
    "Part",
    "Problem",
    "Reread",
    "ReviewFilter",
    "RoleTime",
    "RunId",
    "Stored",
    "Tombstone",
    "Unmet",
    "Waiting",
    "is_ledger",
]

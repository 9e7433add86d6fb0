"""From what holds codes (a .dna file, a ledger) to the table that analysis is made of."""

from onrecord.tabulating.contested import contested
from onrecord.tabulating.debate import debate
from onrecord.tabulating.dna import from_dna
from onrecord.tabulating.ledger import from_ledger
from onrecord.tabulating.outlets import outlets_compared
from onrecord.tabulating.tabulated import Tabulated

__all__ = ["Tabulated", "contested", "debate", "from_dna", "from_ledger", "outlets_compared"]

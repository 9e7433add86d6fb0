"""The registry: who is who across the articles of a ledger, kept up to date block by block."""

from onrecord.ledger.registry.affiliating import affiliations, organisations
from onrecord.ledger.registry.carrying import entries_beside, join_entries, take_new, unlinked
from onrecord.ledger.registry.following import follow, link_due
from onrecord.ledger.registry.knowing import Form, Part, RoleTime, forms, parts, roles
from onrecord.ledger.registry.referring import entries_of, take_entries
from onrecord.ledger.registry.suggesting import Waiting, waiting

__all__ = [
    "Form",
    "Part",
    "RoleTime",
    "Waiting",
    "affiliations",
    "entries_beside",
    "entries_of",
    "follow",
    "forms",
    "join_entries",
    "link_due",
    "organisations",
    "parts",
    "roles",
    "take_entries",
    "take_new",
    "unlinked",
    "waiting",
]

"""Entries of a reference as the ledger keeps them: rows in, values out."""

import json

from onrecord.model import Entry, Office


def entry_of(value: str) -> Entry:
    """The entry that is stored as this JSON."""
    given = json.loads(value)
    offices = tuple(Office(**one) for one in given.pop("offices"))
    return Entry(**{**given, "names": tuple(given["names"]), "offices": offices})

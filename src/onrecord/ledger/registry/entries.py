"""Entries of a reference as the ledger keeps them: rows in, values out."""

import json

from onrecord.model import Affiliation, Entry, Office


def entry_of(value: str) -> Entry:
    """The entry that is stored as this JSON."""
    given = json.loads(value)
    offices = tuple(Office(**one) for one in given.pop("offices"))
    # Entries that an older OnRecord took in have none.
    affiliations = tuple(Affiliation(**one) for one in given.pop("affiliations", ()))
    named = {"names": tuple(given["names"]), "offices": offices, "affiliations": affiliations}
    return Entry(**{**given, **named})

"""The variables of a code as people type them."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.errors import UsageError
from onrecord.model import Amount, SetValues, Valued, VariableType

if TYPE_CHECKING:
    from onrecord.ledger import Ledger

_YES, _NO = ("yes", "true"), ("no", "false")
_NUMBER = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_NOTHING = "none"


def values_of(ledger: "Ledger", concept: str, words: Sequence[str]) -> SetValues:
    """The decision that VARIABLE=VALUE words stand for; `none` takes a value away.

    A value is of the type that the ledger's codebook gives its variable; without a codebook yes and no are true and
    false, digits a whole number, and all else words.  Raises UsageError.
    """
    codebook = ledger.codebook()
    given = []
    for word in words:
        name, sign, value = word.partition("=")
        if not sign or not name.strip():
            raise UsageError(f"{word!r} is no value: write VARIABLE=VALUE, such as certainty=3", code="usage")
        variable = codebook.variable(name) if codebook else None
        given.append(Valued(variable=name, value=amount(value, variable.type if variable else None, name)))
    return SetValues(concept=concept, values=tuple(given))


def amount(given: str, kind: VariableType | None, name: str) -> Amount | None:
    """A value as it was typed, of that type, or of the one that it looks like; UsageError where it is of another."""
    if given == _NOTHING or not given:
        return None
    low = given.strip().casefold()
    is_truth, is_number = low in _YES + _NO, _NUMBER.fullmatch(given.strip()) is not None
    if kind == "boolean" and low in ("1", "0"):
        return low == "1"
    if kind == "boolean" or (kind is None and is_truth):
        if not is_truth:
            raise UsageError(f"{name}: {given!r} is neither yes nor no", code="value")
        return low in _YES
    if kind == "integer" or (kind is None and is_number):
        if not is_number:
            raise UsageError(f"{name}: {given!r} is no whole number", code="value")
        return int(given)
    return given

"""A codebook from where the argument says that it is."""

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import UsageError
from onrecord.model import Codebook

if TYPE_CHECKING:
    from onrecord.ledger import Ledger


def open_ledger(ledger: Path, *, create: bool = False) -> "Ledger":
    """The ledger of that name."""
    from onrecord.ledger import Ledger  # noqa: PLC0415 - keeps `--help` quick

    return Ledger.open(ledger, create=create)


def read(file: Path) -> Codebook:
    """The codebook that the file is."""
    from onrecord.reading.codebook import read_codebook  # noqa: PLC0415 - keeps `--help` quick

    return read_codebook(file)


def either(path: Path) -> Codebook:
    """The codebook of a ledger, or that which a file is; UsageError where the ledger has none."""
    from onrecord.ledger import is_ledger  # noqa: PLC0415 - keeps `--help` quick

    if not is_ledger(path):
        return read(path)
    with open_ledger(path) as opened:
        found = opened.codebook()
    if found is None:
        raise UsageError(
            f"{path} has no codebook: `onrecord codebook import {path} FILE` brings one in",
            code="no-codebook",
        )
    return found

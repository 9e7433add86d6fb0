"""A ledger beside a codebook, as suggestions are made from it: what `suggest` and `review` share."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.running import progress
from onrecord.errors import UsageError
from onrecord.model import Codebook

if TYPE_CHECKING:
    from onrecord.ledger import Filter, Ledger
    from onrecord.suggesting import LedgerStudy


def codebook_of(ledger: "Ledger", file: Path | None = None) -> Codebook:
    """The codebook in a file, else that of the ledger; UsageError where there is none, or none with a concept."""
    from onrecord.reading.codebook import read_codebook  # noqa: PLC0415 - keeps `--help` quick

    found = read_codebook(file) if file else ledger.codebook()
    if found is None:
        raise UsageError(
            f"{ledger.path} has no codebook: give one with --codebook FILE, bring one in with `onrecord codebook "
            "import`, or let `onrecord suggest-concepts` draft one",
            code="no-codebook",
        )
    if not found.concepts:
        raise UsageError(f"the codebook {found.title!r} has no concept yet", code="no-concepts")
    return found


def study_of(
    ledger: "Ledger", codebook: Codebook, chosen: "Filter", model: Path | None = None
) -> "LedgerStudy":
    """The statements that fulfil the conditions, weighed by a network, the one that ships if no other is given."""
    from onrecord.encoder.bearing import Bearing  # noqa: PLC0415 - keeps `--help` quick
    from onrecord.suggesting import bearing_study  # noqa: PLC0415 - as above

    bearing = Bearing.load(model)
    total = sum(1 for _ in ledger.records(chosen)) if sys.stderr.isatty() else 0
    with progress("weighing", total) as advance:
        return bearing_study(ledger, codebook, chosen, bearing, advance)

"""From a path to a table: a ledger, or a file of the Discourse Network Analyzer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.analysis.networks import Table
from onrecord.errors import InputError, UsageError
from onrecord.ledger import Ledger, is_ledger
from onrecord.reading.dna import read_dna
from onrecord.tabulating.dna import from_dna
from onrecord.tabulating.ledger import from_ledger
from onrecord.tabulating.tabulated import Tabulated

NO_QUALIFIER = "none"
_OF_DNA = "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What of the source is meant: its names, or None for the usual ones."""

    rows: str | None
    columns: str | None
    qualifier: str | None
    statement_type: str | None
    coder: str | None


def tabulate(path: Path, chosen: Chosen, *, doubt: bool) -> Tabulated:
    """The codes that the source holds, with `doubt` and how likely each is wrong, where that is known.

    Raises InputError, LedgerError or UsageError where it has none to use.
    """
    named = [name for name in (chosen.rows, chosen.columns, chosen.qualifier) if name is not None]
    if is_ledger(path):
        with Ledger.open(path) as ledger:
            return from_ledger(ledger, chosen.coder, named, chosen.statement_type, doubt=doubt)
    try:
        file = read_dna(path)
    except InputError as error:
        if error.code != "not-dna":
            raise
        raise InputError(
            f"{path} is neither a ledger of OnRecord nor a file of the Discourse Network Analyzer 3: name another file",
            code="not-dna",
        ) from error
    return from_dna(file, chosen.statement_type, named, chosen.coder)


def names(tabulated: Tabulated, chosen: Chosen) -> tuple[str, str, str | None]:
    """Rows, columns and qualifier: those named, else the usual ones of such a source."""
    table = tabulated.table
    rows = _named("rows", chosen.rows, tabulated.usual[0], table)
    columns = _named("columns", chosen.columns, tabulated.usual[1], table)
    if chosen.qualifier == NO_QUALIFIER and NO_QUALIFIER not in table.names:
        return rows, columns, None
    if chosen.qualifier == _OF_DNA and _OF_DNA not in table.names and "stance" in table.names:
        return rows, columns, "stance"  # what an imported study calls agreement
    usual = tabulated.usual[2] if tabulated.usual[2] in table.names else None
    return rows, columns, chosen.qualifier or usual


def _named(option: str, given: str | None, usual: str, table: Table) -> str:
    name = given or usual
    if given is None and name not in table.names:
        raise UsageError(f"name the --{option}: {_among(table.names)}", code="unknown-variable")
    return name


def _among(names: Sequence[str]) -> str:
    return ", ".join(names)

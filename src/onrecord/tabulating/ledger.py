"""A ledger as a table: the codes in effect on statements that stand.

One row is one code: a statement on two concepts is two rows.  Where coders differ on a statement and a concept, the
decision that settled it counts; where nobody did, the code is left out, for a network must not choose.  What a person
coded goes before what a model did.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.analysis.networks import Said
from onrecord.errors import UsageError
from onrecord.ledger import Filter, Ledger
from onrecord.model import Record
from onrecord.tabulating.codes import CodeRow, code_rows, narrowed
from onrecord.tabulating.columns import WANTING, table_of
from onrecord.tabulating.doubt import chances_of_wrong
from onrecord.tabulating.tabulated import Aside, Tabulated

USUAL = ("actor", "concept", "stance")
"""Rows, columns and qualifier where none are named."""


def from_ledger(
    ledger: Ledger,
    coder: str | None = None,
    names: Sequence[str] = (),
    scheme: str | None = None,
    *,
    doubt: bool = False,
    decided: Iterable[Record] | None = None,
) -> Tabulated:
    """All codes of statements that are not rejected, or those of one coder, or of one scheme.

    `stance` is 1 for agree and 0 for disagree; what is neither is left out, and counted.  `organisation` is the speaker
    where it is one, else whom it speaks for (`affiliations`), empty where nobody knows.  The variables of codes are
    columns too.  Values without a concept are rows where one of their variables is among `names`.  With `doubt` the
    table knows how likely codes are wrong, where a model said so.  `decided`: the records, or at least those with codes
    or values, where the caller has them; else they are read.  Raises UsageError: ``no-codes``, ``unknown-coder``.
    """
    people = {each.name for each in ledger.coders() if each.kind == "person"}
    if coder is not None and coder not in {each.name for each in ledger.coders()}:
        raise UsageError(
            f"nobody named {coder!r} decided anything in {ledger.path}; coders: "
            f"{', '.join(each.name for each in ledger.coders()) or 'none yet'}",
            code="unknown-coder",
        )
    found = [
        row
        for record in (ledger.records(Filter()) if decided is None else decided)
        for row in code_rows(ledger, narrowed(record, coder, scheme, names), people)
    ]
    rows, aside = [row for row in found if row.why is None], [row for row in found if row.why is not None]
    if not rows:
        why = "".join(
            f"; left out: {count} ({reason})" for reason, count in Counter(row.why for row in aside).items()
        )
        of_one = "" if scheme is None else f" of the statement type {scheme!r}"
        raise UsageError(
            f"{ledger.path} has no statement{of_one} with a concept and a stance, so there is nothing to tie: code "
            f"some with `onrecord review` or `onrecord decide`{why}",
            code="no-codes",
        )
    table = table_of(rows, ledger)
    if doubt:
        codes = ((row.record.statement.id, row.concept, row.by_person) for row in rows)
        table = replace(table, wrong=chances_of_wrong(ledger, codes))
    return Tabulated(
        table=table,
        source={"format": "ledger", "codes": _made_by(rows)}
        | ({} if coder is None else {"coder": coder})
        | ({} if scheme is None else {"statement_type": scheme}),
        usual=USUAL,
        said=lambda row: _said(rows[row]),
        aside=Aside(table=table_of(aside, ledger), why=tuple(str(row.why) for row in aside))
        if aside
        else None,
        wanting=WANTING,
    )


def _made_by(rows: Sequence[CodeRow]) -> str:
    """In words, how many codes people made and how many nobody checked."""
    unchecked = sum(not row.by_person for row in rows)
    if not unchecked:
        return "all made by people"
    return f"{unchecked} of {len(rows)} are a model's, and NOT CHECKED by anybody"


def _said(row: CodeRow) -> Said:
    return Said(statement=row.record.statement.id, document=row.record.article.id, text=row.record.words)

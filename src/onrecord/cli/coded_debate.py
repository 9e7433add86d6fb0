"""What `onrecord report` shows of a ledger's codes: who stands with whom, and how good the codes are."""

import sys
from collections.abc import Sequence

from onrecord.cli.running import progress, say
from onrecord.coding.curve import LEAST, Curve
from onrecord.encoder.bearing import Bearing
from onrecord.errors import ModelError
from onrecord.ledger import Filter, Ledger
from onrecord.model import Codebook, Record
from onrecord.model.debate import Debate
from onrecord.publishing.report import quality_view
from onrecord.publishing.report.quality import QualityView
from onrecord.suggesting import bearing_study
from onrecord.tabulating import contested, debate


def shown_of_codes(ledger: Ledger) -> tuple[Debate | None, QualityView | None]:
    """The network and its time, and the quality of the codes; None for what there is too little of."""
    codebook = ledger.codebook()
    labels = codebook.labels if codebook else {}
    # Read once for all three; what nobody decided on is of none of them.
    decided = [
        record
        for record in ledger.records(Filter())
        if record.codes or record.values or record.review.state == "accepted"
    ]
    curve = _curve(ledger, codebook, decided)
    return debate(ledger, decided), quality_view(curve, contested(ledger, decided), labels)


def _curve(ledger: Ledger, codebook: Codebook | None, decided: Sequence[Record]) -> Curve | None:
    """The learning curve, where there is a codebook and people coded enough of it to tell anything."""
    if codebook is None or not codebook.concepts or sum(ledger.concepts_coded().values()) < LEAST:
        return None
    people = {each.name for each in ledger.coders() if each.kind == "person"}
    taught = sum(any(code.coder in people for code in record.codes) for record in decided)
    if taught < LEAST:
        return None
    try:
        bearing = Bearing.load()
    except ModelError:
        say("the page has no learning curve: no model of concepts came with this version of OnRecord")
        return None
    with progress("weighing", taught if sys.stderr.isatty() else 0) as advance:
        return bearing_study(ledger, codebook, None, bearing, advance, decided).curve()

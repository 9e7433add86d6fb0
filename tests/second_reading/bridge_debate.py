"""Two reports in a ledger with a codebook: what the second reader is asked about."""

from building import NOON, Keep, protest, vote

from onrecord.ledger import Ledger
from onrecord.model import Codebook, Coder, Concept

ANN = Coder(name="Ann")
BOOK = Codebook(
    title="The bridge",
    concepts=(
        Concept(name="bridge", label="The bridge should be built", definition="Any bridge at Halvern."),
        Concept(name="jobs", label="The crews keep their jobs"),
    ),
)
BRIDGE, LEAP = (each.id for each in vote().statements)
VOTE, PROTEST = vote().article.id, protest().article.id


def store(ledger: Ledger, keep: Keep) -> Ledger:
    """Put the reports and the codebook into a new ledger."""
    keep(vote())
    keep(protest())
    ledger.take_codebook(ANN, BOOK, now=NOON)
    return ledger

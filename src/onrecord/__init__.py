"""OnRecord reads news coverage and keeps a checked record of who said what.

    from pathlib import Path
    import onrecord

    for article, statements in onrecord.read(Path("clippings")):
        for statement in statements:
            print(article.outlet, statement.kind, statement.content[0].of(article.text))

What is kept and decided stands in a ledger:

    with onrecord.Ledger.open(Path("debate.db")) as ledger:
        for record in ledger.records(onrecord.Filter(speaker="Mara Quell", review="accepted")):
            print(record.article.published, record.words)

What is listed in `__all__` is the public interface; it changes only with a note in the changelog.
"""

from typing import TYPE_CHECKING

from onrecord.api import InputWarning, find_names, read
from onrecord.errors import (
    EndpointError,
    InputError,
    LedgerError,
    ModelError,
    NotFoundError,
    OnRecordError,
    UsageError,
)
from onrecord.model import (
    CODEBOOK,
    Accept,
    Actor,
    Add,
    Addressee,
    Apart,
    Article,
    Block,
    Carrier,
    Code,
    Codebook,
    Coder,
    CodeValues,
    Concept,
    Correct,
    DateExpression,
    Decision,
    DropConcept,
    DropVariable,
    Kind,
    MarkRead,
    Merge,
    MergeConcept,
    Moved,
    Name,
    Note,
    Record,
    Reject,
    Rename,
    RenameConcept,
    Review,
    Role,
    SaidOn,
    SetCode,
    SetConcept,
    SetDate,
    SetFact,
    SetOrganisation,
    SetRole,
    SetSpeaker,
    SetTitle,
    SetTo,
    SetValues,
    SetVariable,
    SetVia,
    Skipped,
    Span,
    Speaker,
    SplitConcept,
    Statement,
    Valued,
    Variable,
    words_at,
)
from onrecord.version import __version__

if TYPE_CHECKING:
    from onrecord.ledger import Filter, Ledger, LogFilter
    from onrecord.networking import as_networkx, as_pandas, network, network_series
    from onrecord.resolution.dates import find_dates
    from onrecord.second_reading import second_read

__all__ = [
    "CODEBOOK",
    "Accept",
    "Actor",
    "Add",
    "Addressee",
    "Apart",
    "Article",
    "Block",
    "Carrier",
    "Code",
    "CodeValues",
    "Codebook",
    "Coder",
    "Concept",
    "Correct",
    "DateExpression",
    "Decision",
    "DropConcept",
    "DropVariable",
    "EndpointError",
    "Filter",
    "InputError",
    "InputWarning",
    "Kind",
    "Ledger",
    "LedgerError",
    "LogFilter",
    "MarkRead",
    "Merge",
    "MergeConcept",
    "ModelError",
    "Moved",
    "Name",
    "NotFoundError",
    "Note",
    "OnRecordError",
    "Record",
    "Reject",
    "Rename",
    "RenameConcept",
    "Review",
    "Role",
    "SaidOn",
    "SetCode",
    "SetConcept",
    "SetDate",
    "SetFact",
    "SetOrganisation",
    "SetRole",
    "SetSpeaker",
    "SetTitle",
    "SetTo",
    "SetValues",
    "SetVariable",
    "SetVia",
    "Skipped",
    "Span",
    "Speaker",
    "SplitConcept",
    "Statement",
    "UsageError",
    "Valued",
    "Variable",
    "__version__",
    "as_networkx",
    "as_pandas",
    "find_dates",
    "find_names",
    "network",
    "network_series",
    "read",
    "second_read",
    "words_at",
]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> object:
    """The ledger, networks, dates and the second reader, imported when first asked for: reading does without them."""
    if name == "find_dates":
        from onrecord.resolution import dates  # noqa: PLC0415 - as said

        return dates.find_dates
    if name == "second_read":
        from onrecord import second_reading  # noqa: PLC0415 - as said

        return second_reading.second_read
    if name in ("as_networkx", "as_pandas", "network", "network_series"):
        from onrecord import networking  # noqa: PLC0415 - as said

        return getattr(networking, name)
    if name in ("Filter", "Ledger", "LogFilter"):
        from onrecord import ledger  # noqa: PLC0415 - as said

        return getattr(ledger, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

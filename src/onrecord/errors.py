"""Every error that OnRecord raises on purpose.

    OnRecordError               the base: .code (stable, for machines) and a message for people
    ├── UsageError              the command or the call cannot be done as asked
    ├── InputError              a source cannot be read as news; becomes a stored reason (`Skipped`)
    ├── ModelError              the model's folder is missing a file, or a file does not fit
    ├── EndpointError           the endpoint of a second reader does not answer as it must
    └── LedgerError             the ledger cannot be opened, is not a ledger, or is damaged
        └── NotFoundError       no row of the ledger has that id

A message says what happened, to what, and what to do about it.  Exit statuses belong to the commands: see
`onrecord.cli.status`.
"""


class OnRecordError(Exception):
    """Something that the caller can understand and act on.

    `code` is a short stable word in kebab-case, such as ``not-text``: it is what programs compare and what the
    ledger stores, while the message may be reworded.
    """

    default_code = "error"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        self.code = code or self.default_code


class UsageError(OnRecordError):
    """The command or the call cannot be done as asked."""

    default_code = "usage"


class InputError(OnRecordError):
    """A source cannot be read as news: the batch goes on without it and keeps the reason."""

    default_code = "unreadable"


class ModelError(OnRecordError):
    """The model's folder is missing a file, or one of its files does not fit the others."""

    default_code = "model"


class EndpointError(OnRecordError):
    """The endpoint of a second reader does not answer, or not as it must."""

    default_code = "endpoint"


class LedgerError(OnRecordError):
    """The ledger cannot be opened, is not a ledger, or is damaged."""

    default_code = "ledger"


class NotFoundError(LedgerError):
    """No row of the ledger has that id."""

    default_code = "not-found"

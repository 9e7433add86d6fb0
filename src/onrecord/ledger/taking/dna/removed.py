"""The people and organisations who were removed from a ledger: a file that is taken in brings none of them back."""

from collections.abc import Mapping

from onrecord.ledger import tombstones
from onrecord.ledger.database import Database
from onrecord.model import ActorId, Amount


class Removed:
    """Those of a ledger, looked up once."""

    def __init__(self, database: Database) -> None:
        self._gone = tombstones.actors(database)

    def __contains__(self, actor: ActorId) -> bool:
        return actor in self._gone

    def names(self, words: str) -> bool:
        """Whether that is the name of one of them."""
        return tombstones.names_one(self._gone, words)

    def without(self, values: Mapping[str, Amount]) -> dict[str, Amount]:
        """The values but the names of such."""
        return {
            name: value
            for name, value in values.items()
            if not isinstance(value, str) or not self.names(value)
        }

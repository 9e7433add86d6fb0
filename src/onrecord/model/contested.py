"""What coders differ on."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Contested:
    """A concept, or a variable beside concept and stance: of `several` codes by two people or more, `differ` differ.

    `low` and `high` are the ends of the 95% interval of that share.
    """

    kind: Literal["concept", "variable"]
    name: str
    label: str
    several: int
    differ: int
    low: float
    high: float

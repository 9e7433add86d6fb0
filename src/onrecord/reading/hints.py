"""What the caller knows about a source and the source may not show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """Facts that override what a source shows of itself.

    `published` is a day as `2023-06-07`; `outlet` a name; `force` asks that a text be read that is longer than the
    cap (the pipeline uses it for articles in other languages too).
    """

    published: str | None = None
    outlet: str | None = None
    force: bool = False


NO_HINTS = Hints()

"""Why a source gave no statements."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A stage's answer where it has no result: a reason, kept like a result, so that no article disappears silently.

    `doc` names the source as `Article.doc` does; `code` is a stable word (`empty`, `not-text`, `language` ...);
    `detail` says in a sentence what was found and what to do.
    """

    doc: str
    code: str
    detail: str

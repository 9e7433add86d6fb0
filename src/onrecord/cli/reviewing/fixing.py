"""Moves the ends of places by keys, until a person keeps or leaves them."""

from collections.abc import Callable

from onrecord.cli.reviewing import drafts
from onrecord.cli.reviewing.drafts import Draft
from onrecord.cli.reviewing.keys import END, Keys
from onrecord.model import Record, words_at

_FAR = 10  # words
_STEPS = {
    "left": -1, "h": -1, "right": 1, "l": 1, "up": -_FAR, "k": -_FAR, "down": _FAR, "j": _FAR,
}  # fmt: skip


def moved(keys: Keys, show: Callable[[Draft], None], draft: Draft) -> Draft | None:
    """The draft as a person leaves it with Enter, or None where it is not to be kept."""
    while True:
        show(draft)
        key = keys.next()
        if key == "enter":
            return draft
        if key in ("escape", END):
            return None
        draft = _after(draft, key)


def behind(record: Record) -> Draft:
    """A draft of the word after a statement, from which another one grows."""
    text = record.article.text
    word = drafts.word_after(drafts.words_of(text), record.statement.content[-1].end)
    return drafts.draft(text, (word,), ())


def says(draft: Draft) -> str:
    """Which end moves."""
    if draft.word is None:
        return "there is no source: → makes one"
    return f"the {draft.edge.side} of the {draft.edge.part}: "


def words(text: str, draft: Draft) -> str:
    """The words of the part whose end moves."""
    return words_at(text, draft.content if draft.edge.part == "content" else draft.source)


def _after(draft: Draft, key: str) -> Draft:
    if key in _STEPS:
        return draft.moved(_STEPS[key])
    if key == "tab":
        return draft.turned()
    return draft.without_piece() if key == "x" else draft

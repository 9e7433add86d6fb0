"""What an interviewer asks is no part of what anybody is reported, in another paragraph, to have said."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extraction.drafts import Draft
from onrecord.model import Span


def questions_of(paragraphs: Sequence[Span], answers: Iterable[tuple[Span, ...]]) -> list[Span]:
    """The paragraphs of an interview that stand before its answers."""
    begun = {answer[0] for answer in answers}
    return [before for before, after in pairwise(paragraphs) if after in begun]


def without_questions(drafts: Iterable[Draft], questions: Sequence[Span]) -> Iterator[Draft]:
    """The drafts, those that reach into a question from elsewhere without what they hold of it."""

    def is_asked(piece: Span, draft: Draft) -> bool:
        return any(
            question.overlaps(piece) and not any(question.overlaps(cue) for cue in draft.cue)
            for question in questions
        )

    for draft in drafts:
        left = tuple(piece for piece in draft.content if not is_asked(piece, draft))
        if left and draft.cue:
            yield replace(draft, content=left)
        else:
            yield draft

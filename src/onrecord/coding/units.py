"""A statement as coding takes it: its words in their frame, who said it, and where."""

from dataclasses import dataclass

from onrecord.encoder.pairs import Framed, frame
from onrecord.model import Statement
from onrecord.model.codebook import Concept

BEFORE, AFTER = 150, 75


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """`speaker` and `article` are any words that are the same for the same one; None where nobody knows."""

    id: str
    framed: Framed
    speaker: str | None = None
    article: str | None = None

    @property
    def words(self) -> str:
        """What was said, pieces joined with a blank."""
        return " ".join(span.of(self.framed.text) for span in self.framed.content)

    @property
    def surroundings(self) -> str:
        """What was said with BEFORE code points of the article before it and AFTER behind it."""
        if not self.framed.content:
            return self.framed.text
        start, end = self.framed.content[0].start, self.framed.content[-1].end
        return self.framed.text[max(0, start - BEFORE) : end + AFTER]


def unit(text: str, statement: Statement, *, article: str | None = None) -> Unit:
    """The unit of a statement in an article's text; the words that name the speaker count as part of the cue."""
    return Unit(
        id=statement.id,
        framed=frame(text, statement.content, (*statement.cue, *statement.source)),
        speaker=statement.speaker.name if statement.speaker else None,
        article=article,
    )


def concept_text(concept: Concept) -> str:
    """A concept as the network reads it.

    >>> concept_text(Concept(name="toll", label="A toll is taken", definition="Drivers pay for the bridge."))
    'A toll is taken: Drivers pay for the bridge.'
    """
    return f"{concept.label}: {concept.definition}" if concept.definition else concept.label

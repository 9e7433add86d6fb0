"""An answer to statements and codes: each part is checked against the article, the codebook and what was asked.

What does not hold is refused, never mended, and counted by its reason:

    not-verbatim            a content does not stand in the article word for word
    ambiguous               it stands there more than once, and no paragraph is named
    cue-not-verbatim, source-not-verbatim   nor does the cue, the source, near that content: the statement is refused
    speaker-not-verbatim    the speaker's name does not stand in the article: the speaker is left open
    unknown-type            the speaker is none of the types: left open too
    unknown-concept, unknown-stance, unknown-statement      a code of what is not there
    twice                   a second code of one statement and concept
    malformed               a part is not of the shape that was asked for
    over-cap                more than a reader can mean
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from onrecord.coding.llm.places import Shown
from onrecord.coding.llm.question import Question
from onrecord.model import ACTOR_TYPES, STANCES, ActorType, Span, Stance, StatementId

CAP_STATEMENTS = 100
"""Of one article: no report of usual length has so many that a reader missed."""

CAP_CODES = 1_000
"""Of one article."""

_CAP_PIECES = 20  # of one content, cue or source


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A speaker by the name that stands in the article."""

    name: str
    type: ActorType


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A statement that the second reader finds missing, as places in the article; `codes` by concept."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: Named | None
    codes: Mapping[str, Stance]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What holds of an answer: missed statements, codes of those that are there, and how much was refused and why."""

    missed: Sequence[Missed]
    codes: Mapping[StatementId, Mapping[str, Stance]]
    refused: Mapping[str, int]


def has_the_shape(found: Mapping[str, Any]) -> bool:
    """Whether an object is an answer at all."""
    return bool({"missing", "codes"} & found.keys())


def read_answer(question: Question, found: Mapping[str, Any]) -> Answer:
    """What holds of the object that the second reader answered with."""
    return _Reader(question).read(found)


class _PartError(Exception):
    """A part that does not hold; its only argument is the reason."""


class _Reader:
    def __init__(self, question: Question) -> None:
        self._shown = Shown(text=question.article.text, paragraphs=[each.span for each in question.blocks])
        self._statements = question.statements
        self._concepts = {each.name for each in question.codebook.concepts} if question.codebook else set()
        self._refused: Counter[str] = Counter()

    def read(self, found: Mapping[str, Any]) -> Answer:
        missed = [
            one for given in self._items(found.get("missing"), CAP_STATEMENTS) if (one := self._missed(given))
        ]
        codes: dict[StatementId, dict[str, Stance]] = {}
        for given in self._items(found.get("codes"), CAP_CODES):
            try:
                statement = self._statement(_object(given).get("statement"))
                self._note_code(codes.setdefault(statement, {}), given)
            except _PartError as refused:
                self._refuse(refused)
        return Answer(
            missed=missed,
            codes={statement: some for statement, some in codes.items() if some},
            refused=dict(self._refused),
        )

    def _missed(self, given: object) -> Missed | None:
        try:
            part = _object(given)
            content = self._content(part)
            source = self._beside("source", part, content)
            cue = self._beside("cue", part, (*content, *source))
        except _PartError as refused:
            self._refuse(refused)
            return None
        codes: dict[str, Stance] = {}
        for each in self._items(part.get("codes"), CAP_CODES):
            try:
                self._note_code(codes, each)
            except _PartError as refused:
                self._refuse(refused)
        return Missed(content=content, cue=cue, source=source, speaker=self._speaker(part), codes=codes)

    def _content(self, part: Mapping[str, Any]) -> tuple[Span, ...]:
        pieces = _pieces(part.get("content"))
        if not pieces:
            raise _PartError("malformed")
        found = self._shown.content(pieces, _number(part.get("paragraph")))
        if isinstance(found, str):
            raise _PartError(found)
        return found

    def _beside(self, name: str, part: Mapping[str, Any], taken: Sequence[Span]) -> tuple[Span, ...]:
        pieces = _pieces(part.get(name))
        found = self._shown.beside(pieces, taken)
        if found is None:
            raise _PartError(f"{name}-not-verbatim")
        return found

    def _speaker(self, part: Mapping[str, Any]) -> Named | None:
        """Who said it; None where the answer names nobody, or nobody of whom the article knows."""
        try:
            return None if part.get("speaker") is None else self._named(_object(part["speaker"]))
        except _PartError as refused:
            self._refuse(refused)
            return None

    def _named(self, given: Mapping[str, Any]) -> Named | None:
        name, kind = given.get("name"), given.get("type")
        if name is None:
            return None
        if not isinstance(name, str) or not name.strip():
            raise _PartError("malformed")
        if kind not in ACTOR_TYPES:
            raise _PartError("unknown-type")
        if not self._shown.holds(name):
            raise _PartError("speaker-not-verbatim")
        return Named(name=" ".join(name.split()), type=cast("ActorType", kind))

    def _statement(self, given: object) -> StatementId:
        number = _number(given)
        if number is None or not 1 <= number <= len(self._statements):
            raise _PartError("unknown-statement")
        return self._statements[number - 1].id

    def _note_code(self, codes: dict[str, Stance], given: object) -> None:
        code = _object(given)
        concept, stance = code.get("concept"), code.get("stance")
        if not isinstance(concept, str) or concept not in self._concepts:
            raise _PartError("unknown-concept")
        if stance not in STANCES:
            raise _PartError("unknown-stance")
        if concept in codes:
            raise _PartError("twice")
        codes[concept] = cast("Stance", stance)

    def _items(self, given: object, most: int) -> Iterator[object]:
        """The parts of a list, no more than so many; nothing where it is missing."""
        if given is None:
            return
        if not isinstance(given, list):
            self._refused["malformed"] += 1
            return
        if len(given) > most:
            self._refused["over-cap"] += len(given) - most
        yield from given[:most]

    def _refuse(self, refused: _PartError) -> None:
        self._refused[str(refused)] += 1


def _object(given: object) -> Mapping[str, Any]:
    if not isinstance(given, dict):
        raise _PartError("malformed")
    return given


def _pieces(given: object) -> list[str]:
    """Quoted words, one piece or several; nothing for null and for empty words."""
    pieces = [given] if isinstance(given, str) else [] if given is None else given
    if (
        not isinstance(pieces, list)
        or len(pieces) > _CAP_PIECES
        or not all(isinstance(each, str) for each in pieces)
    ):
        raise _PartError("malformed")
    return [each for each in pieces if each.strip()]


def _number(given: object) -> int | None:
    """A whole number, also one that is spelled as words (`"3"`, `"S3"`); None for anything else."""
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    if isinstance(given, str) and (digits := given.strip().lstrip("Ss")).isdecimal() and digits.isascii():
        return int(digits[:9])
    return None

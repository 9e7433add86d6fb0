"""What an interviewer asks is nothing that was said elsewhere."""

from onrecord.extraction.drafts import Draft
from onrecord.extraction.questions import questions_of, without_questions
from onrecord.model import Span

LEAD = "The lock is old, Ilse Dorn explains."
ASKED = "Ms Dorn, will it close?"
ANSWER = "I think it will."
TEXT = "\n\n".join((LEAD, ASKED, ANSWER))


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


QUESTIONS = questions_of([place(LEAD), place(ASKED), place(ANSWER)], [(place(ANSWER),)])


def test_a_question_stands_before_its_answer() -> None:
    assert [place(ASKED)] == QUESTIONS


def test_what_is_asked_is_cut_from_what_is_said_above() -> None:
    content = (place("The lock is old"), place("will it close"))
    draft = Draft(content=content, cue=(place("explains"),), source=(place("Ilse Dorn"),), doubts={})
    (left,) = without_questions([draft], QUESTIONS)
    assert [piece.of(TEXT) for piece in left.content] == ["The lock is old"]


def test_what_a_question_reports_itself_is_left() -> None:
    draft = Draft(content=(place("it close"),), cue=(place("will"),), source=(), doubts={})
    assert list(without_questions([draft], QUESTIONS)) == [draft]

"""Questions after a Q without a colon."""

from onrecord.extraction.drafts import Draft
from onrecord.extraction.labels import name_askers
from onrecord.model import Span

BRIEFING = (
    "MS. RUIZ: Good afternoon.",
    "Q    When will it open?",
    "MS. RUIZ: In May.",
    "**Q.** Who pays?",
    "A. The county.",
    "A man laughed.",
)


def sources(paragraphs: tuple[str, ...], said: tuple[str, ...]) -> list[str | None]:
    text = "\n\n".join(paragraphs)
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in paragraphs]
    contents = [Span(text.index(words), text.index(words) + len(words)) for words in said]
    drafts = [
        Draft(content=(content,), cue=(), source=(), doubts={"no_source": -1.0}) for content in contents
    ]
    named = name_askers(drafts, spans, text)
    assert [one.doubts["no_source"] for one in named] == [0.0 if one.source else -1.0 for one in named]
    return [one.source[0].of(text) if one.source else None for one in named]


def test_what_follows_a_letter_is_said_by_whom_it_stands_for() -> None:
    said = ("When will it open?", "Who pays?", "The county.", "man laughed.", "In May.")
    assert sources(BRIEFING, said) == ["Q", "Q", "A", None, None]


def test_a_letter_once_makes_no_transcript() -> None:
    assert sources(
        ("Q is a letter of the alphabet.", "A. Ruiz says so."), ("is a letter of the alphabet.",)
    ) == [None]


def test_who_has_a_source_keeps_it() -> None:
    text = "Q Who?\n\nQ Why?"
    one = Draft(content=(Span(2, 6),), cue=(), source=(Span(8, 9),), doubts={"no_source": 0.0})
    assert name_askers([one], [Span(0, 6), Span(8, 14)], text) == [one]

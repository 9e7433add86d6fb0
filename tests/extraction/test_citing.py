"""Those whom a speaker cites in passing say nothing themselves, and to name them is no statement."""

import pytest

from onrecord.extraction.citing import cites_somebody, without_asides
from onrecord.extraction.drafts import Draft
from onrecord.model import Name, Span


def drafted(text: str, content: str, cue: str, source: str) -> Draft:
    def place(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    return Draft(content=place(content), cue=place(cue), source=place(source), doubts={})


@pytest.mark.parametrize(
    ("cited", "somebody"),
    [
        ("three officials", True),
        ("a person familiar with the sale", True),
        ("an unnamed source at the bank", True),
        ("Ilse Dorn", True),
        ("the cost of the locks", False),
        ("Ilse Dorn's letter", False),
        ("a report by Ilse Dorn", False),
        ("officials who said that the lock was open", False),
    ],
)
def test_to_name_those_cited_is_no_statement(cited: str, somebody: bool) -> None:
    text = f"The lock will close, the Post reported, citing {cited}."
    at = text.find("Ilse Dorn")
    names = [Name(span=Span(at, at + 9), kind="person", confidence=0.9)] if at >= 0 else []
    draft = drafted(text, cited, "citing", "the Post")
    assert cites_somebody(draft, names, text) is somebody


def test_what_is_said_of_somebody_is_a_statement() -> None:
    text = "The board blamed three officials."
    assert not cites_somebody(drafted(text, "three officials", "blamed", "The board"), [], text)


@pytest.mark.parametrize(
    ("text", "source", "meant"),
    [
        ("Lord Varrick, quoting Dorn, said the lock was shut.", "Dorn", ["Lord Varrick"]),
        ("On Monday Ana Roth, citing the engineer Dorn, said the lock was shut.", "Dorn", ["Ana Roth"]),
        ("The keeper of Sund, quoting Dorn, said the lock was shut.", "Dorn", ["The keeper of Sund"]),
        ("And then, quoting Dorn, said the lock was shut.", "Dorn", []),
        ("Ana Roth, quoting Dorn, said the lock was shut.", "Ana Roth", ["Ana Roth"]),
        ("Those quoting Dorn said the lock was shut.", "Dorn", ["Dorn"]),
    ],
)
def test_whoever_quotes_another_in_passing_speaks(text: str, source: str, meant: list[str]) -> None:
    found = without_asides(drafted(text, "the lock was shut", "said", source), text)
    assert [span.of(text) for span in found.source] == meant

"""Names in datelines."""

import pytest
from building import article

from onrecord.extraction.datelines import dateline_names
from onrecord.model import Block, Span


def named(line: str) -> list[tuple[str, str]]:
    """The names in a dateline that stands before a paragraph."""
    text = f"A ferry sank\n\n{line} Mara Quell was on board of it."
    head, begins = Span(0, 12), 14
    blocks = (
        Block(span=head, role="heading"),
        Block(span=Span(begins, begins + len(line)), role="dateline"),
        Block(span=Span(begins + len(line) + 1, len(text)), role="paragraph"),
    )
    return [(one.span.of(text), one.kind) for one in dateline_names(article(text, blocks=blocks))]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("HALVERN —", [("HALVERN", "place")]),
        ("Port Lisk, Norda, 4 May 2031 -", [("Port Lisk, Norda", "place")]),
        ("LISK, July 18 (Harbour Wire) --", [("LISK", "place"), ("Harbour Wire", "organisation")]),
        ("LISK and PORT NORDA, Jul 26 (HW) -", [("LISK", "place"), ("PORT NORDA", "place"), ("HW", "organisation")]),
        ("St. Olve, Monday:", [("St. Olve", "place")]),
        ("Monday, 12 March 2031", []),
        ("12 March", []),
        ("from our correspondent (late edition) -", []),
    ],
)  # fmt: skip
def test_a_dateline_names_places_and_who_reported(line: str, names: list[tuple[str, str]]) -> None:
    assert named(line) == names


def test_an_article_without_a_dateline_has_none() -> None:
    assert list(dateline_names(article("Halvern votes\n\nMara Quell spoke."))) == []

"""The marks in a report's text."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.marking import MarkingError, parse


def test_marks_go_and_their_places_stay():
    marked = parse("{1.source|Quell} {1.cue|said} {1|that she would “go”}.")
    assert marked.text == "Quell said that she would “go”."
    assert {key: marked.text[slice(*places[0])] for key, places in marked.parts.items()} == {
        (1, "source"): "Quell",
        (1, "cue"): "said",
        (1, "content"): "that she would “go”",
    }


def test_marks_stand_in_one_another():
    marked = parse("{1.source|Dorn} {1.cue|said} {1|{2.source|Quell} {2.cue|had promised} {2|a ferry}}.")
    assert marked.text == "Dorn said Quell had promised a ferry."
    assert marked.text[slice(*marked.places(1, "content")[0])] == "Quell had promised a ferry"
    assert marked.text[slice(*marked.places(2, "content")[0])] == "a ferry"


def test_pieces_of_one_part_are_in_the_order_of_the_text():
    marked = parse("{7|“Never,”} {7.source|she} {7.cue|said}, {7|“and nowhere.”}")
    assert [marked.text[a:b] for a, b in marked.places(7, "content")] == ["“Never,”", "“and nowhere.”"]


def test_two_statements_share_words():
    marked = parse("{1.source 2.source|Quell} {1.cue|left}, {2.cue|defending} {2|the toll}")
    assert marked.places(1, "source") == marked.places(2, "source") == ((0, 5),)


def test_a_line_tells_the_role_of_its_block():
    marked = parse("@heading A title\n\nWords.\n@caption A boat.\n")
    assert [(role, marked.text[a:b]) for role, (a, b) in marked.blocks] == [
        ("heading", "A title"),
        ("paragraph", "Words."),
        ("caption", "A boat."),
    ]
    assert marked.text == "A title\n\nWords.\nA boat.\n"


def test_what_is_no_statement_is_kept_apart():
    marked = parse("The {not.scare|“greenest”} ship, {not.nickname|the Duchess}")
    assert [(kind, marked.text[a:b]) for kind, (a, b) in marked.nothings] == [
        ("scare", "“greenest”"),
        ("nickname", "the Duchess"),
    ]
    assert not marked.parts


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("one\n{1|two", "line 2: the mark `{1|` has no end"),
        ("two}", "line 1: a `}` that ends no mark"),
        ("{1 two}", "has no `|` after its labels"),
        ("{1.sauce|two}", "`1.sauce` is no label"),
        ("{0|two}", "`0` is no label"),
        ("{not.said|two}", "`not.said` is no label"),
        ("{|two}", "a mark without a label"),
        ("{1|}", "the mark `{1|` holds nothing"),
        ("@header two", "no block has the role @header"),
    ],
)
def test_a_mark_that_cannot_be_read_says_where(marked: str, message: str):
    with pytest.raises(MarkingError) as caught:
        parse(marked)
    assert message in str(caught.value)


WORDS = st.text(string.ascii_letters + "“”‘’ .,|é€\U0001f600", min_size=1, max_size=12)
PIECES = st.recursive(
    WORDS.map(lambda words: (None, words)),
    lambda inner: st.tuples(st.integers(1, 9), st.lists(inner, min_size=1, max_size=4)),
    max_leaves=12,
)


def written(piece, marks: bool) -> str:
    number, inside = piece
    if number is None:
        return inside
    words = "".join(written(one, marks) for one in inside)
    return f"{{{number}|{words}}}" if marks else words


@given(st.lists(PIECES, max_size=6))
def test_the_text_is_what_stands_there_without_marks(pieces):
    plain = "".join(written(piece, marks=False) for piece in pieces)
    marked = parse("x " + "".join(written(piece, marks=True) for piece in pieces))
    assert marked.text == "x " + plain
    assert all(0 <= a < b <= len(marked.text) for places in marked.parts.values() for a, b in places)

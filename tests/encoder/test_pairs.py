import pytest
from tokenizers import Tokenizer

from onrecord.encoder.folder import SHIPPED
from onrecord.encoder.pairs import AROUND, CONCEPT, CONTENT, CUE, WHOLE_PIECES, Framed, frame, pair, whole
from onrecord.model import Span


@pytest.fixture(scope="module")
def tokenizer():
    found = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def test_every_piece_plays_a_part(tokenizer):
    framed = Framed(text="Calling the idea shameful, she left.", content=(Span(8, 25),), cue=(Span(0, 7),))
    laid = pair(tokenizer, "A toll is taken", framed)
    words = [tokenizer.id_to_token(int(n)) for n in laid.ids]
    parts = laid.parts.tolist()
    assert (words[0], words[-1]) == ("[CLS]", "[SEP]")
    assert [w for w, part in zip(words, parts, strict=True) if part == CONTENT] == [
        "the",
        "idea",
        "shame",
        "##ful",
    ]
    assert [w for w, part in zip(words, parts, strict=True) if part == CUE] == ["calling"]
    assert parts[: words.index("[SEP]") + 1] == [CONCEPT] * (words.index("[SEP]") + 1)
    assert AROUND in parts


def test_a_long_article_is_cut_to_what_stands_around_the_content(tokenizer):
    text = "Far away words. " * 200 + "The toll is theft, he said." + " And more words." * 200
    start = text.index("The toll")
    laid = pair(tokenizer, "A toll is taken", frame(text, [Span(start, start + 17)]))
    assert len(laid.ids) == WHOLE_PIECES
    assert (laid.parts == CONTENT).sum() == 4


def test_a_content_longer_than_the_room_is_cut_at_its_end(tokenizer):
    laid = pair(tokenizer, "A toll is taken", whole("toll " * 500))
    assert len(laid.ids) <= WHOLE_PIECES
    assert (laid.parts == CONTENT).sum() > 30


def test_places_move_with_the_stretch():
    text = "x" * 1000 + "said" + "y" * 1000
    framed = frame(text, [Span(1000, 1004)], [Span(0, 5)])
    assert framed.content[0].of(framed.text) == "said"
    assert framed.cue == ()


def test_no_text_at_all_is_no_error(tokenizer):
    assert [len(pair(tokenizer, "", whole(text)).ids) for text in ("", " ")] == [3, 3]

"""Places that are moved word by word stay places that can be decided."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.cli.reviewing.drafts import Draft, draft, words_of
from onrecord.model import Span

TEXT = 'Orlo said "the bridge isn\'t safe", and left. Nobody asked.'


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def said(content: str, source: str | None = "Orlo") -> Draft:
    return draft(TEXT, (span(content),), (span(source),) if source else ())


def content(made: Draft) -> list[str]:
    return [each.of(TEXT) for each in made.content]


def test_a_word_keeps_its_apostrophe_and_a_mark_stands_alone() -> None:
    assert [each.of(TEXT) for each in words_of(TEXT)][2:9] == [
        '"',
        "the",
        "bridge",
        "isn't",
        "safe",
        '"',
        ",",
    ]


def test_a_start_takes_in_and_leaves_out_a_mark() -> None:
    assert content(said("the bridge").moved(-1)) == ['"the bridge']
    assert content(said('"the bridge').moved(1)) == ["the bridge"]


def test_an_end_moves_both_ways() -> None:
    end = said("the bridge").turned()
    assert content(end.moved(2)) == ["the bridge isn't safe"]
    assert content(end.moved(-1)) == ["the"]


def test_a_place_within_a_word_goes_to_its_ends_first() -> None:
    inside = draft(TEXT, (Span(span("bridge").start + 2, span("safe").start + 2),), ())
    assert content(inside.moved(-1)) == ["bridge isn't sa"]
    assert content(inside.turned().moved(1)) == ["idge isn't safe"]


def test_the_other_end_gives_way() -> None:
    assert content(said("bridge").moved(2)) == ["safe"]
    assert content(said("bridge").turned().moved(-3)) == ["said"]


def test_an_end_stops_at_the_text_and_at_the_next_piece() -> None:
    two = draft(TEXT, (span("the"), span("safe")), ())
    assert content(two.moved(-99)) == ['Orlo said "the', "safe"]
    assert content(two.moved(99)) == ["isn't", "safe"]
    assert content(two.turned().moved(99)) == ["the bridge isn't", "safe"]
    assert content(two.turned().turned().turned().moved(99)) == ["the", TEXT[span("safe").start :]]


def test_a_source_is_made_before_the_content() -> None:
    made = said("the bridge", None)
    while made.edge.part != "source":
        made = made.turned()
    assert [each.of(TEXT) for each in made.moved(1).source] == ['"']
    assert [each.of(TEXT) for each in made.moved(1).moved(-1).source] == ['said "']


def test_the_last_piece_of_a_content_stays() -> None:
    assert said("the bridge").without_piece() == said("the bridge")


words = st.text(alphabet="ab .,'\"-\n’é橋", min_size=1, max_size=40).filter(lambda text: bool(words_of(text)))


@st.composite
def drafts(draw: st.DrawFn) -> tuple[str, Draft]:
    text = draw(words)
    found = words_of(text)
    chosen = sorted(draw(st.sets(st.integers(0, len(found) - 1), min_size=1, max_size=4)))
    source = draw(st.sampled_from([(), (found[0],), (found[-1],)]))
    return text, draft(text, tuple(found[each] for each in chosen), source)


MOVES = st.lists(st.one_of(st.integers(-12, 12), st.sampled_from(["turn", "drop"])), max_size=25)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine draws slowly
@given(drafts(), MOVES)
def test_whatever_is_moved_can_be_stored(given: tuple[str, Draft], moves: list[int | str]) -> None:
    text, made = given
    for move in moves:
        if move in ("turn", "drop"):
            made = made.turned() if move == "turn" else made.without_piece()
        else:
            made = made.moved(int(move))
        assert made.content
        for pieces in (made.content, made.source):
            assert all(each.end <= len(text) and each.of(text) == each.of(text).strip() for each in pieces)
            assert all(a.end <= b.start for a, b in pairwise(pieces))
        assert made.word is None or made.word.end <= len(text)

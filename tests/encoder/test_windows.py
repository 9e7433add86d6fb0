"""Windows keep each piece once, with context, and hear of it more than once."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.encoder.windows import EDGE, windows


@given(st.integers(0, 5000), st.integers(120, 400), st.integers(0, 50))
def test_each_piece_is_decided_once_and_with_its_context(pieces: int, size: int, margin: int) -> None:
    laid = windows(pieces, size, margin)
    decided = [piece for window in laid for piece in range(window.keep_start, window.keep_end)]
    assert decided == list(range(pieces))
    for window in laid:
        assert window.end - window.start <= size
        assert window.keep_start - window.start >= margin or window.start == 0
        assert window.end - window.keep_end >= margin or window.end == pieces


@given(st.integers(1, 5000), st.integers(120, 400), st.integers(0, 50))
def test_every_piece_is_heard_of_and_none_at_an_edge_alone(pieces: int, size: int, margin: int) -> None:
    times = [0] * pieces
    for window in windows(pieces, size, margin):
        heard = window.heard(pieces)
        assert window.start <= heard.start <= window.keep_start
        assert window.keep_end <= heard.stop <= window.end
        assert heard.start - window.start >= min(margin, EDGE) or window.start == 0
        assert window.end - heard.stop >= min(margin, EDGE) or window.end == pieces
        for piece in range(heard.start, heard.stop):
            times[piece] += 1
    assert min(times) >= 1


def test_a_text_a_little_longer_than_a_window_costs_little_more() -> None:
    laid = windows(400, 382, 48)
    assert sum(window.end - window.start for window in laid) <= 400 + 2 * 48 + len(laid)


def test_no_pieces_need_no_window() -> None:
    assert windows(0, 382, 48) == []

"""A hostile article cannot command the terminal."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.terminal import plain


def test_an_escape_sequence_becomes_visible() -> None:
    assert plain("\x1b[2Jgone\x07") == "␛[2Jgone␇"


def test_newlines_tabs_and_odd_letters_stay() -> None:
    assert plain("«Ja»,\tsaid Zoë\u00a0Ø.\n") == "«Ja»,\tsaid Zoë\u00a0Ø.\n"


def test_c1_controls_delete_and_direction_overrides_are_shown() -> None:
    assert plain("a\x9bb\x7fc\u202ed") == "a\ufffdb␡c\ufffdd"


@given(st.text())
def test_nothing_that_is_printed_is_a_control_character_and_offsets_stay(text: str) -> None:
    printed = plain(text)
    assert len(printed) == len(text)
    assert all(unicodedata.category(sign) != "Cc" for sign in printed if sign not in "\n\t")

"""Who read another's words out, or was told them, did not say them."""

import pytest
from speaking import likeliest, speakers


@pytest.mark.parametrize("by", ["read out by his agent, Ida Quell", "read aloud at the meeting by Ida Quell"])
def test_a_message_that_somebody_read_out_is_the_senders(by: str) -> None:
    text = f"It was cold\n\nTam Orle sent a message which was {by}: “I cannot come.”\n"
    assert likeliest(text, ("“I cannot come.”", ":", "Ida Quell")) == ["Tam Orle"]


def test_who_read_out_what_nobody_is_named_for_stays_the_speaker() -> None:
    text = "It was cold\n\nA message was read out by Ida Quell: “I cannot come.”\n"
    assert likeliest(text, ("“I cannot come.”", ":", "Ida Quell")) == ["Ida Quell"]


def test_who_was_told_did_not_say_it() -> None:
    text = "It was cold\n\nTam Orle left. {} had been {} to change the terms.\n"
    for who in ("He", "Tam Orle"):
        told = text.format(who, "instructed")
        assert speakers(told, ("to change the terms", "had been instructed", who)) == [None]


def test_a_paper_by_which_something_is_told_says_it() -> None:
    text = "It was cold\n\nAnother story was being told by Ida Quell.\n"
    assert likeliest(text, ("Another story", "was being told by", "Ida Quell")) == ["Ida Quell"]

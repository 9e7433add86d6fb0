"""Whom quoted words call by name did not speak them; whom a pronoun does not fit is not given out."""

from building import article
from speaking import likeliest, speakers

from onrecord.resolution.speakers.casting import cast_of

_OPENING = "It was cold\n\nTomas Wieck was telephoned by a man from the ministry. "


def test_whom_quoted_words_call_is_not_who_speaks() -> None:
    called = "“Tomas, the dam would be better lower,”"
    assert speakers(f"{_OPENING}{called} he said.\n", (called, "said", "he")) == [None]
    called = "“It would be better lower, Tomas.”"
    assert speakers(f"{_OPENING}He said: {called}\n", (called, "said", "He")) == [None]


def test_who_is_named_in_quoted_words_and_not_called_may_speak() -> None:
    words = "“Tomas Wieck is my name, and the dam should be lower,”"
    text = f"It was cold\n\nTomas Wieck came. {words} he said.\n"
    assert likeliest(text, (words, "said", "he")) == ["Tomas Wieck"]


def test_what_follows_a_call_is_nobodys_role() -> None:
    text = "It was cold\n\nTomas Wieck left. “Tomas, the Minister of Ports would be happier without it.”\n"
    (wieck,) = [one for one in cast_of(article(text)).entities if one.name == "Tomas Wieck"]
    assert wieck.role is None


def test_she_is_no_man_even_where_nobody_else_is_named() -> None:
    text = "It was cold\n\nPeter Orle asked about the herring. She replied that the passes were open.\n"
    assert speakers(text, ("the passes were open", "replied", "She")) == [None]


def test_a_spokeswoman_goes_on_as_she() -> None:
    text = (
        "It was cold\n\nMr Orle’s department denied the report. “Nothing was changed,” a spokeswoman said. "
        "Shown a copy of it, she said that there was nothing to add.\n"
    )
    found = likeliest(
        text, ("“Nothing was changed,”", "said", "a spokeswoman"), ("there was nothing to add", "said", "she")
    )
    assert found == ["spokeswoman", "spokeswoman"]


def test_who_wrote_the_report_is_he_or_she_by_the_title_of_the_byline() -> None:
    text = "It was cold\n\nMrs Orle would rather lose the vote. She told me that the river came first.\n"
    part = ("the river came first", "told", "She")
    assert likeliest(text, part, byline="Lord Quell") == ["Orle"]


def test_what_follows_hers_without_a_source_is_no_mans() -> None:
    text = (
        "It was cold\n\n“Where do they go?” Peter Orle asked.\n\nShe replied that it was safe. “It holds.”\n"
    )
    parts = [
        ("“Where do they go?”", "asked", "Peter Orle"),
        ("it was safe", "replied", "She"),
        ("“It holds.”", None, None),
    ]
    assert [one and one.name for one in speakers(text, *parts)] == ["Peter Orle", None, None]


def test_an_article_alone_is_nobody() -> None:
    assert speakers("It was cold\n\na: “outside the scope”, p. 3.\n", ("“outside the scope”", ":", "a")) == [
        None
    ]

"""What the network saw as names, beside what the rules see."""

from building import article

from onrecord.model import Name, NameKind, Span
from onrecord.resolution.speakers.cast import Cast, cast_of


def cast_with(text: str, *names: tuple[str, NameKind, float]) -> Cast:
    """The cast of a text in which the network saw these names, each where it stands first."""
    made = article("It was cold\n\n" + text + "\n")
    seen = [
        Name(span=Span(at, at + len(words)), kind=kind, confidence=sure)
        for words, kind, sure in names
        for at in [made.text.index(words)]
    ]
    return cast_of(made, seen)


def kinds(cast: Cast) -> dict[str, str]:
    return {one.name: one.kind for one in cast.entities}


def test_the_network_tells_what_words_alone_do_not() -> None:
    text = "Then Tamarind said that the quay would close."
    assert kinds(cast_with(text, ("Tamarind", "organisation", 0.95))) == {"Tamarind": "organisation"}
    assert kinds(cast_with(text, ("Tamarind", "person", 0.95))) == {"Tamarind": "person"}


def test_a_run_of_two_names_is_two() -> None:
    text = "He met Orlo Lisk Mara Quell there."
    found = kinds(cast_with(text, ("Orlo Lisk", "person", 0.9), ("Mara Quell", "person", 0.9)))
    assert found == {"Orlo Lisk": "person", "Mara Quell": "person"}


def test_words_beside_a_name_are_not_of_it() -> None:
    text = "He met Wordsmith Tamsin Quell there."
    assert "Tamsin Quell" in kinds(cast_with(text, ("Tamsin Quell", "person", 0.9)))
    assert "Wordsmith Tamsin Quell" in kinds(cast_with(text, ("Tamsin Quell", "person", 0.5)))


def test_a_name_that_no_rule_sees_is_one() -> None:
    text = "Critics said no."
    assert kinds(cast_with(text)) == {}
    assert kinds(cast_with(text, ("Critics", "organisation", 0.9))) == {"Critics": "organisation"}
    assert kinds(cast_with(text, ("Critics", "organisation", 0.3))) == {}


def test_a_name_that_lies_in_no_word_is_passed_over() -> None:
    made = article("It was cold\n\nHe met Mara Quell.\n")
    assert cast_of(made, [Name(span=Span(0, 2), kind="person", confidence=0.2)]).entities

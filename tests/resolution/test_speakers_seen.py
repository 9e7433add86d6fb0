"""What the network saw as names, beside what the rules see."""

from building import article

from onrecord.model import Name, NameKind, Span
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.casting import cast_of


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


def test_a_name_that_the_network_is_less_sure_of_says_less() -> None:
    made = article("It was cold\n\nThen Tamarind, which owns the quay, closed it. On Monday Tamarind left.\n")
    at = [made.text.index("Tamarind"), made.text.rindex("Tamarind")]

    def kind(sure: float) -> str:
        seen = [Name(span=Span(one, one + 8), kind="person", confidence=sure) for one in at]
        return kinds(cast_of(made, seen))["Tamarind"]

    assert kind(0.95) == "person"
    assert kind(0.3) == "organisation"


def test_each_place_where_a_name_stands_counts() -> None:
    text = "Then Tamarind, which owns the quay, closed it. On Monday Tamarind left."
    assert kinds(cast_with(text)) == {"Tamarind": "organisation"}
    first = text.index("Tamarind")
    made = article("It was cold\n\n" + text + "\n")
    at = [made.text.index(text) + first, made.text.rindex("Tamarind")]
    seen = [Name(span=Span(one, one + 8), kind="person", confidence=0.5) for one in at]
    assert kinds(cast_of(made, seen[:1])) == {"Tamarind": "organisation"}
    assert kinds(cast_of(made, seen)) == {"Tamarind": "person"}


def test_a_name_that_lies_in_no_word_is_passed_over() -> None:
    made = article("It was cold\n\nHe met Mara Quell.\n")
    assert cast_of(made, [Name(span=Span(0, 2), kind="person", confidence=0.2)]).entities


def test_where_words_say_nothing_the_network_has_to_be_sure_and_of_one_mind() -> None:
    text = "They remember Tamarind. Later they forgot Tamarind too."
    made = article("It was cold\n\n" + text + "\n")
    at = [made.text.index("Tamarind"), made.text.rindex("Tamarind")]

    def kind(*said: tuple[NameKind, float]) -> str:
        seen = [
            Name(span=Span(begins, begins + 8), kind=one, confidence=sure)
            for begins, (one, sure) in zip(at, said, strict=False)
        ]
        return kinds(cast_of(made, seen))["Tamarind"]

    assert kind() == "unknown"
    assert kind(("place", 0.95), ("place", 0.9)) == "place"
    assert kind(("place", 0.95), ("person", 0.9)) == "unknown"
    assert kind(("place", 0.5), ("place", 0.6)) == "unknown"
    assert kind(("place", 0.95)) == "unknown"

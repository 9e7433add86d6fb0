"""Which names are outlets by what the article says of them."""

import pytest
from building import article, statement

from onrecord.resolution.speakers.resolving import Resolver
from onrecord.resolution.speakers.shown import Shown


def _outlets(text: str) -> set[str]:
    report = article(f"Ferry divides the town\n\n{text}\n", outlet="Quay News")
    cast = Resolver(report, []).cast
    shown = Shown(cast)
    return {entity.name for entity in cast.entities if shown.is_outlet(entity)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The letter was printed on Tuesday by Havnabladet, which would not say who sent it.", "Havnabladet"),
        ("She spoke to the daily Havnabladet, and Havnabladet kept it for a week.", "Havnabladet"),
        ("The memo, first quoted by Deltaruf, has eleven pages.", "Deltaruf"),
        ("She told QRL radio that it was late. Nobody at QRL called back.", "QRL"),
        ("Speaking on Deltaruf television, she laughed.", "Deltaruf"),
    ],
)
def test_what_stands_beside_a_name_shows_an_outlet(text: str, name: str) -> None:
    assert name in _outlets(text)


def test_a_name_beside_nothing_of_the_kind_is_none() -> None:
    assert "Borrelkraft" not in _outlets("The cranes belong to Borrelkraft, and Borrelkraft will keep them.")


def _options(text: str, content: str, cue: str, source: str) -> dict[str, dict[str, float]]:
    report = article(f"Ferry divides the town\n\n{text}\n", outlet="Quay News")
    one = statement(report, content, cue=cue, source=source)
    resolver = Resolver(report, [one])
    list(resolver.opinions())
    chains = resolver.chains_with({})
    [(_, options, _)] = chains.looked(chains.carriers([one]))
    return {option.entity.name: option.features for option in options}


def test_who_printed_the_document_that_is_the_source_may_be_in_its_chain() -> None:
    source = "a letter published on Tuesday by the Halvern Examiner"
    options = _options(
        f"The piles were never tested, according to {source}.",
        "The piles were never tested",
        "according to",
        source,
    )
    assert options["Halvern Examiner"]["near:published"] == 1.0


def test_an_outlet_to_which_somebody_conceded_something_was_told() -> None:
    options = _options(
        "Ilse Dorn conceded to the Halvern Examiner that the piles were never tested.",
        "that the piles were never tested",
        "conceded",
        "Ilse Dorn",
    )
    assert options["Halvern Examiner"]["rule"] == 1.0


def test_a_title_in_quotation_marks_before_podcast_is_an_outlet() -> None:
    options = _options(
        "‘The piles were never tested,’ Ilse Dorn told the ‘Deep Water and Other Trouble’ podcast.",
        "‘The piles were never tested,’",
        "told",
        "Ilse Dorn",
    )
    assert options["Deep Water and Other Trouble"]["titled"] == 1.0

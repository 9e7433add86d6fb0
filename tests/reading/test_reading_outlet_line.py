"""An outlet that stands in a line of its own, above or below the title."""

import pytest

from onrecord.model import Article
from onrecord.reading import read_bytes

BODY = (
    "The city council met in Brenholm on Monday to talk about the tunnel, which has cost more than planned.\n"
)


def read(*lines: str) -> Article:
    text = "\n\n".join((*lines, BODY))
    (article,) = read_bytes("report.txt", text.encode())
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("outlet", ["The Brenholm Gazette", "VBS News", "The Linden Post"])
def test_a_line_that_is_made_as_an_outlets_name_is_no_title(outlet: str) -> None:
    for article in (read("Tunnel row deepens", outlet), read(outlet, "Tunnel row deepens again")):
        assert (article.title or "").startswith("Tunnel row deepens")
        assert article.outlet == outlet


def test_an_outlet_before_the_day() -> None:
    article = read("Tunnel row deepens", "The Varnland Observer, 8 March 2031")
    assert (article.title, article.outlet, article.published) == (
        "Tunnel row deepens",
        "The Varnland Observer",
        "2031-03-08",
    )


def test_a_place_before_the_day_is_no_outlet() -> None:
    article = read("Tunnel row deepens", "Brenholm, 8 March 2031")
    assert (article.title, article.outlet) == ("Tunnel row deepens", None)

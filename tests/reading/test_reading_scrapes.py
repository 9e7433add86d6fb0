"""Invented scrapes of many kinds, each with the role of every block beside it (NAME.roles: role, first words)."""

from pathlib import Path

import pytest

from onrecord.model import Article
from onrecord.reading import read_bytes

SCRAPES = Path(__file__).parent / "scrapes"
NAMES = sorted(path.name for path in SCRAPES.iterdir() if path.suffix in (".txt", ".md"))
SHOWN = 48


def read(name: str) -> Article:
    (article,) = read_bytes(name, (SCRAPES / name).read_bytes())
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("name", NAMES)
def test_every_block_of_a_scrape_has_its_role(name: str) -> None:
    article = read(name)
    found = [f"{b.role} {' '.join(b.span.of(article.text).split())[:SHOWN]}".rstrip() for b in article.blocks]
    assert found == (SCRAPES / name).with_suffix(".roles").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("name", "title", "byline", "outlet", "published"),
    [
        (
            "agency.txt",
            "Ministers split over entry of Velmora into northern pact",
            "Ingrid Halloway and Tomas Reyl",
            "Meridian",
            "2022-09-14",
        ),
        ("blog.md", "Notes from the Sarn valley", "Mirela Aust", "Borderlines", "2022-09-18"),
        (
            "broadcaster.txt",
            "Can a divided Velmora join the Northern Pact?",
            "Lena Osei",
            "KRT",
            "2022-09-16",
        ),
        (
            "magazine.txt",
            "The man who wants to move the border",
            "Karla Venn",
            "The Meridian Review",
            "2022-10-02",
        ),
        (
            "party_paper.md",
            "The Pact's war drive and the question of “full membership” for Velmora",
            "Jonas Feld",
            "Workers' Voice",
            "2022-09-17",
        ),
        (
            "paywall.txt",
            "Opinion poll: half of Adeln would let Velmora in, but not yet",
            "Mathilde Corr",
            "The Adeln Courier",
            "2022-09-19",
        ),
        (
            "radio.txt",
            "Why one valley does not want to be saved",
            "Iva Strand",
            "Coast Public Radio",
            "2022-09-21",
        ),
        (
            "tabloid.txt",
            "'WE'RE DONE WAITING' Velmora boss blasts 'cowardly' pact chiefs in fiery rant",
            "Danny Crisp",
            "Daily Blast",
            "2022-09-15",
        ),
        (
            "weekly.txt",
            "Council of Lower Sarn asks for a voice in pact talks",
            "Edda Morrow",
            "The Sarn Valley Messenger",
            "2022-09-20",
        ),
    ],
)
def test_a_scrape_shows_its_title_author_outlet_and_day(
    name: str, title: str, byline: str, outlet: str, published: str
) -> None:
    article = read(name)
    assert (article.title, article.byline, article.outlet, article.published) == (
        title,
        byline,
        outlet,
        published,
    )
    assert article.language == "en"

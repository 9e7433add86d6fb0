"""Whether the groups of the report's network would be found again: said in figures and in words."""

from dataclasses import replace

import lxml.html
import pytest
from building import vote
from debates import debate

from onrecord.model.debate import Debate
from onrecord.publishing.report import render
from onrecord.publishing.report.firmness import firmness_view, verdict


def tree(of: Debate) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(render([vote()], made="2031-07-01", version="9.9.9", debate=of))


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_each_group_has_both_figures_and_what_they_come_to() -> None:
    rows = tree(debate(firm=(0.9, 0.41))).cssselect(".firm tbody tr")
    said = [[words(cell) for cell in row.cssselect("td")] for row in rows]
    assert said == [["0.90", "0.93", "yes"], ["0.97", "0.41", "do not rely on it"]]
    assert [words(row.cssselect("th .unseen")[0]) for row in rows] == ["A", "B"]


@pytest.mark.parametrize(
    ("articles", "codes", "said"),
    [
        (0.85, 1.0, "yes"),
        (1.0, 0.84, "more or less"),
        (0.6, 0.6, "more or less"),
        (0.597, 0.9, "more or less"),  # shown as 0.60
        (0.59, 0.9, "do not rely on it"),
        (None, 0.9, "yes"),
        (None, None, "do not rely on it"),
    ],
)
def test_the_lesser_figure_counts(articles: float | None, codes: float | None, said: str) -> None:
    assert verdict(articles, codes).startswith(said)


def test_who_hardly_belongs_is_named_and_nobody_else() -> None:
    shaky = debate()
    assert shaky.firmness is not None
    firmness = replace(shaky.firmness, rows=(0.9, 0.3, None, 0.9))
    view = firmness_view(replace(shaky, firmness=firmness), 6)
    assert view is not None
    assert view.loose == "Hardly belongs where it is: Dana Rusk."
    many = replace(shaky.firmness, rows=(0.1,) * 4)
    assert "are: Ines Orlo, Dana Rusk, Bridge Office, Anglers." in str(
        firmness_view(replace(shaky, firmness=many), 6)
    )


def test_a_name_in_it_is_no_markup() -> None:
    page = tree(debate(("<b onclick=alert(1)>", "a", "b", "c"), firm=(0.1, 0.1)))
    assert not page.xpath("//@onclick")
    assert "<b onclick=alert(1)>" in words(page.cssselect(".firm")[0])


def test_without_groups_there_is_nothing_to_say() -> None:
    page = tree(replace(debate(), firmness=None))
    assert page.cssselect("#network")
    assert not page.cssselect(".firm")

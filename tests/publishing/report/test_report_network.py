"""The network in the report: whole without scripts, and no name is more than a name."""

import lxml.html
from building import vote
from debates import debate

from onrecord.model.debate import Debate
from onrecord.publishing.report import render
from onrecord.publishing.report.network import MOST_STEPS, MOST_TIES, network_view

HOSTILE = (
    '"><script>alert(1)</script>',
    "</title></svg><img src=x onerror=alert(2)>",
    "a\u202eb\x07",
    "{{ 7 * 7 }}",
)


def tree(of: Debate | None) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(render([vote()], made="2031-07-01", version="9.9.9", debate=of))


def test_a_report_without_codes_has_no_network() -> None:
    page = tree(None)
    assert not page.cssselect("#network")
    assert not page.cssselect('a[href="#network"]')


def test_every_actor_is_drawn_named_and_listed_with_where_it_stands() -> None:
    page = tree(debate())
    assert [each.get("transform") for each in page.cssselect(".net-node")] == [
        each.get("transform") for each in page.cssselect(".net-name")
    ]
    assert [each.text_content() for each in page.cssselect(".net-list .name")] == [
        "Ines Orlo",
        "Dana Rusk",
        "Bridge Office",
        "Anglers",
    ]
    said = [" ".join(each.text_content().split()) for each in page.cssselect(".net-list .positions li")]
    assert said == ["Build the crossing agrees 1"] * 2 + ["Build the crossing disagrees 2"] * 2


def test_lines_end_in_the_middle_of_their_nodes() -> None:
    page = tree(debate())
    at = [each.get("transform")[len("translate(") : -1].split() for each in page.cssselect(".net-node")]
    for line in page.cssselect(".net-ties line"):
        assert [line.get("x1"), line.get("y1")] == at[int(line.get("data-one"))]
        assert [line.get("x2"), line.get("y2")] == at[int(line.get("data-other"))]


def test_what_sets_apart_is_of_another_kind_than_what_unites() -> None:
    kinds = {(tie.one, tie.other): tie.kind for tie in network_view(debate()).ties}
    assert kinds[0, 1] == kinds[2, 3] == "same"
    assert kinds[0, 2] == kinds[1, 3] == "opposite"


def test_no_name_and_no_concept_becomes_markup() -> None:
    page = tree(debate(HOSTILE, concept="<b onclick=alert(3)>build</b>"))
    plain = tree(None)
    assert len(page.cssselect("script")) == len(plain.cssselect("script"))
    assert not page.xpath("//img | //@onerror | //@onclick | //@style")
    shown = "".join(each.text_content() for each in page.cssselect(".net-list"))
    assert "<script>alert(1)</script>" in shown
    assert "\u202e" not in shown
    assert "49" not in shown


def test_codes_that_nobody_checked_are_said_to_be_so_beside_the_picture() -> None:
    assert not tree(debate()).cssselect(".unchecked")
    (warning,) = tree(debate(codes="3 of 9 are a model's, and NOT CHECKED by anybody")).cssselect(
        ".unchecked"
    )
    assert "3 of 9 are a model's" in warning.text_content()


def test_the_slider_begins_where_the_picture_is_and_holds_every_weight_or_forty() -> None:
    view = network_view(debate([f"Actor {number}" for number in range(30)]))
    assert list(map(float, view.steps)) == sorted({round(float(tie.size), 3) for tie in view.ties})
    drawn = [float(tie.size) for tie in view.ties if tie.drawn]
    assert len(drawn) < len(view.ties)
    assert float(view.steps[view.step]) <= min(drawn)
    assert len(view.steps) <= MOST_STEPS


def test_of_very_many_ties_the_page_holds_the_strongest_and_says_so() -> None:
    view = network_view(debate([f"Actor {number}" for number in range(60)], actors=400))
    assert MOST_TIES <= len(view.ties) < 60 * 59 / 2
    assert any("strongest of 1,770 ties" in note for note in view.notes)
    assert any("60 of 400 actors" in note for note in view.notes)


def test_actors_without_a_tie_are_drawn_too() -> None:
    alone = debate(["Ines Orlo", "Dana Rusk"])
    alone.network.matrix[:] = 0
    view = network_view(alone)
    assert (len(view.nodes), view.ties, view.steps) == (2, (), ("0",))
    assert len(tree(alone).cssselect(".net-node")) == 2

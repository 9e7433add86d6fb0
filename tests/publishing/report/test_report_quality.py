"""How good the codes are, in the report: the verdict, the curve, what coders differ on."""

import lxml.html
import pytest
from building import vote

from onrecord.coding.curve import Curve, Point, Quality
from onrecord.model.contested import Contested
from onrecord.publishing.report import quality_view, render

GOOD = Quality(value=0.8, low=0.7, high=0.9, count=12)
POOR = Quality(value=0.4, low=0.2, high=0.6, count=3)


def curve(*sizes: int, enough: bool = True) -> Curve:
    return Curve(
        points=tuple(Point(reviewed=size, concepts=GOOD, codes=POOR) for size in sizes),
        by_concept={"bridge": GOOD, "<b>toll</b>": POOR},
        stance=POOR,
        enough=enough,
        verdict="F1 of concepts 0.80 [0.70, 0.90]: good enough to stop" if enough else "go on, it pays",
    )


def section(made: Curve | None, *contested: Contested) -> lxml.html.HtmlElement:
    view = quality_view(made, contested, {"bridge": "The bridge is sound"})
    tree = lxml.html.fromstring(render([vote()], made="2031-07-01", version="9.9.9", quality=view))
    (found,) = tree.cssselect("#quality")
    return found


def test_where_nothing_is_known_there_is_no_section() -> None:
    assert quality_view(None, (), {}) is None
    assert 'id="quality"' not in render([vote()], made="2031-07-01", version="9.9.9")


def test_whether_it_is_good_enough_is_said_in_words() -> None:
    assert section(curve(30, 60)).cssselect(".verdict b")[0].text_content() == "Good enough to stop."
    going = section(curve(30, 60, enough=False)).cssselect(".verdict")[0].text_content()
    assert going.split() == "Not yet. Go on, it pays.".split()


@pytest.mark.parametrize("sizes", [(30,), (31, 62), (30, 60, 120)])
def test_the_curve_has_a_mark_with_its_interval_for_each_size(sizes: tuple[int, ...]) -> None:
    view = quality_view(curve(*sizes), (), {})
    assert view is not None
    assert [mark.reviewed for mark in view.marks] == list(sizes)
    assert all(mark.high < mark.y < mark.low for mark in view.marks)  # pixels go down
    places = [mark.x for mark in view.marks]
    assert places == sorted(places)
    assert 0 < places[0] <= places[-1] < view.width


def test_every_concept_has_its_label_its_codes_and_its_interval_and_is_no_markup() -> None:
    cells = [row.cssselect("th, td") for row in section(curve(30)).cssselect("tbody tr")]
    rows = [" ".join(each.text_content().strip() for each in some) for some in cells]
    assert rows == [
        "The bridge is sound 12 0.80 [0.70, 0.90]",
        "<b>toll</b> 3 0.40 [0.20, 0.60]",
        "Stance, where a concept is coded (macro F1) 3 0.40 [0.20, 0.60]",
    ]


def test_what_coders_differ_on_is_shown_without_a_curve_too() -> None:
    toll = Contested(kind="variable", name="toll", label="Toll", several=8, differ=2, low=0.07, high=0.59)
    found = section(None, toll)
    assert not found.cssselect(".verdict, .curve")
    (row,) = found.cssselect("tbody tr")
    assert " ".join(row.text_content().split()) == "Toll variable 2 of 8, 25% [7%, 59%]"

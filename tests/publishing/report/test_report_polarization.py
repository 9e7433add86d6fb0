"""Polarization in the report: drawn where articles are enough, in words beside."""

from dataclasses import replace

import lxml.html
from building import vote
from debates import debate

from onrecord.model.network import Period
from onrecord.model.polarization import Polarization, Polarized
from onrecord.publishing.report import render
from onrecord.publishing.report.polarization import polarization_view


def point(month: int, *, sure: bool = True) -> Polarized:
    when = f"2031-{month:02}-15T00:00:00"
    return Polarized(
        period=Period(start=when, middle=when, stop=when),
        value=0.5,
        low=0.25 if sure else None,
        high=0.75 if sure else None,
        share=0.8,
        chance=0.6,
        statements=30,
        rows=6,
        camps=(4, 2),
    )


def tree(*points: Polarized) -> lxml.html.HtmlElement:
    settings = {"rules": "onrecord", "camps": 2, "every": 1, "size": 60}
    of = replace(debate(), polarization=Polarization(points=points, settings=settings))
    return lxml.html.fromstring(render([vote()], made="2031-07-01", version="9.9.9", debate=of))


def test_every_window_is_a_point_and_a_line_of_words() -> None:
    page = tree(point(1), point(2), point(3))
    (drawing,) = page.cssselect(".pol-drawing")
    assert len(drawing.cssselect("circle")) == 3
    assert "last around 15 March 2031: 0.50 (0.25 to 0.75)" in drawing.get("aria-label")
    said = [each.text_content() for each in page.cssselect(".pol-pane ~ details li")]
    assert said[0] == "around 15 January 2031: 0.50 (0.25 to 0.75), 30 statements by 6, camps of 4 and 2"


def test_of_too_few_articles_there_is_no_picture() -> None:
    assert not tree(point(1, sure=False), point(2, sure=False)).cssselect(".pol-drawing")
    assert len(tree(point(1, sure=False), point(2)).cssselect(".pol-drawing .pol-few")) == 1


def test_no_day_sticks_out_of_the_drawing_and_every_sign_is_explained() -> None:
    page = tree(point(1), point(2), point(3, sure=False))
    (drawing,) = page.cssselect(".pol-drawing")
    width = float(drawing.get("viewbox").split()[2])
    days = [each for each in drawing.cssselect(".pol-text") if each.get("text-anchor") == "middle"]
    assert days
    # Half of a day in letters of 11 pixels, 6 pixels each.
    assert all(float(day.get("x")) - 3 * len(day.text) >= 0 for day in days)
    assert all(float(day.get("x")) + 3 * len(day.text) <= width for day in days)
    keys = [each.text_content() for each in page.cssselect(".pol-pane + .net-legend dd")]
    assert "its 95% interval" in keys
    assert "fewer than five articles: no interval" in keys


def test_the_page_says_which_codes_are_in_no_window() -> None:
    settings = {"camps": 2, "every": 1, "left_out": {"the article shows no day": 3}}
    view = polarization_view(Polarization(points=(point(1),), settings=settings))
    assert view is not None
    assert view.explained.endswith("Left out: 3 codes (the article shows no day).")

"""The report in a real browser, where one is installed: what a pointer and keys do to the network."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from building import vote
from debates import debate

from onrecord.publishing.report import render

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")

NAMES = ("Ines <b>Orlo</b>", "Dana Rusk", "Bridge Office", "Anglers")
SLOW = 120_000  # milliseconds: a machine may be busy


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], timeout=SLOW)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render([vote()], made="2031-07-01", version="9.9.9", debate=debate(NAMES)), "utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": 1200, "height": 900})
    opened.set_default_timeout(SLOW)
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text))
    opened.goto(address)
    yield opened
    assert wrong == []  # no script failed, and the policy refused nothing
    opened.close()


def classes(page: Any, selector: str) -> str:
    return str(page.locator(selector).get_attribute("class"))


def middle(page: Any, node: int) -> tuple[float, float]:
    box = page.locator(f'[data-node="{node}"] circle').bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drawn(page: Any) -> list[str]:
    """The sizes of the ties that are drawn: a line that lies level has no height, and counts as hidden elsewhere."""
    lines = page.locator(".net-ties line")
    shown = "line => getComputedStyle(line).display === 'none' ? '' : line.dataset.size"
    return [size for at in range(lines.count()) if (size := lines.nth(at).evaluate(shown))]


def test_pointing_shows_where_an_actor_stands_and_a_click_keeps_its_neighbours(page: Any) -> None:
    page.locator("#network").scroll_into_view_if_needed()
    page.mouse.move(*middle(page, 0))
    panel = page.locator("[data-net-panel]")
    assert "Ines <b>Orlo</b>" in panel.inner_text()
    assert "agrees 1" in panel.inner_text()
    page.mouse.down()
    page.mouse.up()
    assert "kept" in classes(page, '[data-node="0"]')
    lines = page.locator(".net-ties line")
    for at in range(lines.count()):
        line = lines.nth(at)
        of_first = "0" in (line.get_attribute("data-one"), line.get_attribute("data-other"))
        assert ("aside" in str(line.get_attribute("class"))) is not of_first
    page.keyboard.press("Escape")
    assert "kept" not in classes(page, '[data-node="0"]')


def test_a_drag_moves_a_node_with_its_name_and_lines_and_keeps_nothing(page: Any) -> None:
    page.locator("#network").scroll_into_view_if_needed()
    x, y = middle(page, 1)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=3)
    page.mouse.up()
    moved = middle(page, 1)
    assert moved != (x, y)
    at = page.locator('[data-node="1"]').get_attribute("transform")
    assert page.locator('[data-name="1"]').get_attribute("transform") == at
    line = page.locator('.net-ties line[data-one="1"]').first
    assert at == f"translate({line.get_attribute('x1')} {line.get_attribute('y1')})"
    assert "kept" not in classes(page, '[data-node="1"]')
    page.locator("[data-net-reset]").click()
    assert page.locator('[data-node="1"]').get_attribute("transform") != at


def test_the_slider_takes_weaker_ties_away(page: Any) -> None:
    slider = page.locator("input[name=least-weight]")
    slider.focus()
    page.keyboard.press("End")
    assert set(drawn(page)) == {str(slider.get_attribute("data-steps")).split()[-1]}
    assert "or more" in page.locator("#net-count").inner_text()
    page.keyboard.press("Home")
    assert len(drawn(page)) == 6


def test_keys_reach_every_actor_from_one_stop(page: Any) -> None:
    assert page.locator('.net-node[tabindex="0"]').count() == 1
    page.locator('.net-node[tabindex="0"]').focus()
    reached = set()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp") * 3:
        reached.add(page.evaluate("document.activeElement.dataset.node"))
        page.keyboard.press(key)
    assert len(reached) >= 3
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "false"
    assert page.locator('.net-node[tabindex="0"]').count() == 1


def test_without_scripts_the_picture_and_the_positions_are_there(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(SLOW)
    page.goto(address)
    assert len(drawn(page)) == 6
    assert page.locator(".net-node:visible").count() == 4
    assert not page.locator(".net-controls").is_visible()
    assert not page.locator("[data-net-panel]").is_visible()
    page.locator(".net-list summary").click()
    assert page.locator(".net-list .positions").first.is_visible()
    context.close()


def test_on_a_telephone_nothing_is_wider_than_the_screen_and_no_name_covers_another(
    browser: Any, address: str
) -> None:
    page = browser.new_page(viewport={"width": 400, "height": 800}, color_scheme="dark")
    page.set_default_timeout(SLOW)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == 400
    assert (
        page.evaluate("document.querySelector('[data-net-pane]').scrollWidth") <= 400
    )  # the drawing neither
    boxes = [each.bounding_box() for each in page.locator(".net-name").all()]
    for at, one in enumerate(boxes):
        assert one["x"] >= 0
        assert one["x"] + one["width"] <= 400
        for other in boxes[:at]:
            beside = one["x"] >= other["x"] + other["width"] or other["x"] >= one["x"] + one["width"]
            below = one["y"] >= other["y"] + other["height"] or other["y"] >= one["y"] + one["height"]
            assert beside or below
    page.set_viewport_size({"width": 1200, "height": 900})
    assert page.locator("[data-net-pane] svg").get_attribute("data-narrow") is None
    page.close()

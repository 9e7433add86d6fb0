"""The page of decisions in a real browser, where one is installed: what its filter leaves to be seen."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord.model import Accept, Change, Coder, Decision, DecisionId, Note, Reject, Undo
from onrecord.publishing.logbook import Entry, render

sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")

SLOW = 60_000  # milliseconds: a machine may be busy


def entry(
    number: int, coder: str, change: Change, *, day: int, undone: bool = False, subject: str = "s-bbbb"
) -> Entry:
    """The decision d-NUMBER, on a day of March."""
    decision = Decision(
        id=DecisionId(f"d-{number}"),
        at=f"2024-03-{day:02}T09:30:00.000001Z",
        coder=Coder(name=coder),
        subject=subject,
        change=change,
    )
    return Entry(decision=decision, undone=undone, words=f"words of number {number}")


ENTRIES = (
    entry(5, "Ann", Undo(), day=3, subject="d-1"),
    entry(4, "Ben", Note(text="see <b>page</b> 2"), day=3),
    entry(3, "Ann", Reject(reason="a headline"), day=2),
    entry(2, "Ann", Accept(), day=1),
    entry(1, "Ben", Accept(), day=1, undone=True),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], timeout=SLOW)
        yield opened
        opened.close()


MANY = (
    entry(1300, "Ann", Undo(), day=4, subject="d-1"),
    *(entry(number, "</noscript><i>&lt;Ben", Note(text="<li id='x'>"), day=1 + number // 500)
      for number in range(1299, 1, -1)),
    entry(1, "Ann", Accept(), day=1, undone=True),
)  # fmt: skip


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    yield from opened_page(browser, tmp_path, ENTRIES)


@pytest.fixture
def long_page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    yield from opened_page(browser, tmp_path, MANY)


def opened_page(browser: Any, folder: Path, entries: tuple[Entry, ...]) -> Iterator[Any]:
    path = folder / "log.html"
    path.write_text(render(entries, title="debate.db", made="2024-03-04", version="9"), "utf-8")
    opened = browser.new_page(viewport={"width": 1000, "height": 700})
    opened.set_default_timeout(SLOW)
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text))
    opened.goto(path.as_uri())
    yield opened
    assert wrong == []  # no script failed, and the policy refused nothing
    opened.close()


def seen(page: Any) -> list[str]:
    """The decisions that are to be seen, and the days that have one."""
    script = "all => all.filter(one => !one.closest('[hidden]')).map(one => one.id || one.dataset.day)"
    return list(page.locator("#log li, #log section").evaluate_all(script))


def choose(page: Any, count: str, **values: str) -> list[str]:
    """What is to be seen once the page says `count`."""
    for name, value in values.items():
        if name == "words":
            page.fill("[name=words]", value)
        else:
            page.select_option(f"[name={name}]", value)
    page.get_by_text(count, exact=True).wait_for()
    return seen(page)


def test_the_filter_leaves_a_coder_a_kind_some_days_and_words(page: Any) -> None:
    assert choose(page, "3 of 5 decisions", coder="Ann") == [
        "2024-03-03", "d-5", "2024-03-02", "d-3", "2024-03-01", "d-2",
    ]  # fmt: skip
    assert choose(page, "1 of 5 decisions", action="accept") == ["2024-03-01", "d-2"]
    page.click("text=Clear")
    found = choose(page, "3 of 5 decisions", since="2024-03-02", until="2024-03-03", words="number")
    assert found == ["2024-03-03", "d-5", "d-4", "2024-03-02", "d-3"]


def test_words_are_found_wherever_they_stand_and_nothing_says_so_too(page: Any) -> None:
    assert choose(page, "1 of 5 decisions", words="<B>page</b>  2") == ["2024-03-03", "d-4"]
    assert choose(page, "0 of 5 decisions", words="nowhere") == []
    assert page.get_by_text("No decision fits.").is_visible()
    page.click("text=Clear")
    page.get_by_text("5 decisions", exact=True).wait_for()
    assert len(seen(page)) == 5 + 3


def test_what_was_taken_back_can_be_put_away_and_a_link_brings_it_back(page: Any) -> None:
    page.check("[name=standing]")
    page.get_by_text("4 of 5 decisions", exact=True).wait_for()
    assert "d-1" not in seen(page)
    page.click("#d-5 .id a")
    page.get_by_text("5 decisions", exact=True).wait_for()
    assert page.locator("#d-1").is_visible()


def test_older_decisions_are_set_in_as_they_are_asked_for(long_page: Any) -> None:
    rows, button = long_page.locator("#log li"), long_page.get_by_text("Older decisions")
    assert rows.count() == 500
    for count in (1000, 1300):
        button.scroll_into_view_if_needed()
        rows.nth(count - 1).wait_for(state="attached")
    assert not button.is_visible()
    assert long_page.locator("#log li").evaluate_all("all => all.map(one => one.id)") == [
        f"d-{number}" for number in range(1300, 0, -1)
    ]
    assert long_page.locator("#log h2").all_inner_texts() == [
        "2024-03-04 1", "2024-03-03 300", "2024-03-02 500", "2024-03-01 499",
    ]  # fmt: skip
    assert long_page.locator("#log i").count() == 0  # what people wrote is text here too


def test_the_filter_and_links_reach_decisions_that_are_not_set_in(long_page: Any) -> None:
    assert choose(long_page, "1 of 1,300 decisions", words="<li id='x'> words of number 1077") == [
        "2024-03-03", "d-1077",
    ]  # fmt: skip
    assert (
        choose(long_page, "1,298 of 1,300 decisions", words="", coder="</noscript><i>&lt;Ben")[1] == "d-1299"
    )
    long_page.click("text=Clear")
    long_page.get_by_text("1,300 decisions", exact=True).wait_for()
    long_page.click("#d-1300 .id a")
    long_page.locator("#d-1").wait_for()
    assert long_page.locator("#log li").count() == 21
    long_page.get_by_text("Newer decisions").click()
    assert long_page.locator("#log li").count() == 521


def test_without_scripts_every_decision_is_there_to_read(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "log.html"
    path.write_text(render(MANY, title="debate.db", made="2024-03-04", version="9"), "utf-8")
    still = browser.new_page(java_script_enabled=False)
    still.set_default_timeout(SLOW)
    still.goto(path.as_uri())
    assert still.locator("li").count() == 1300
    assert still.locator("#d-1").is_visible()
    still.close()

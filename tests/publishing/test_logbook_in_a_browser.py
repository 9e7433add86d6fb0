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


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    path = tmp_path / "log.html"
    path.write_text(render(ENTRIES, title="debate.db", made="2024-03-04", version="9"), "utf-8")
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

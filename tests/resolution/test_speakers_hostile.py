"""Articles made to harm: nothing fails, and time grows with length alone."""

import time

import pytest
from building import article, statement

from onrecord.resolution.resolving import resolve

SECONDS = 12.0
"""Far above what a slow machine needs (2 s), far below what a quadratic step would take."""


def _timed(text: str, source: str) -> float:
    report = article(text)
    found = [statement(report, "the end", source=source)]
    begun = time.process_time()
    resolve(report, found)
    return time.process_time() - begun


@pytest.mark.parametrize(
    "line",
    ["A" * 400_000, "Ab " * 150_000, "'" * 200_000, "A." * 100_000, "of the Ministry of " * 20_000, "A-" * 100_000,
     "told the " * 40_000, ", the minister of " * 20_000],
)  # fmt: skip
def test_long_lines_take_linear_time(line: str) -> None:
    assert _timed(f"Heading\n\n{line} said the end.\n", line[:3].strip() or "A") < SECONDS


def test_five_thousand_names_take_linear_time() -> None:
    names = " ".join(
        f"Minister Na{chr(97 + i % 26)}x{i:04d} Su{chr(97 + i // 26 % 26)}y{i} spoke." for i in range(5000)
    )
    assert _timed(f"Heading\n\n{names} The minister said the end.\n", "The minister") < SECONDS


@pytest.mark.parametrize(
    "name", ["Robert'); DROP TABLE actors;--", "<script>alert(1)</script>", "{{ 7*7 }}", "\u202eevil"]
)
def test_a_name_that_is_code_is_only_words(name: str) -> None:
    report = article(f"Heading\n\nMr {name} said the end.\n")
    [given] = resolve(report, [statement(report, "the end", cue="said", source=f"Mr {name}")])
    assert given.speaker is None or given.speaker.name in report.text


def test_no_names_no_sentences_no_words() -> None:
    for text in ("x", "…", "said", '"', "\u00a0\n\n1"):
        report = article(text)
        [given] = resolve(report, [statement(report, text.strip()[0])])
        assert given.speaker is None

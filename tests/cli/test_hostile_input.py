"""Input that means harm, or has come to it: a message, a status, and nothing lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.model import Reading, Skipped
from onrecord.pipeline import Batch, Outcome, Stages
from onrecord.reading import find

GOOD = '"We are going home," envoy Mara Lind told reporters on Monday.\n'


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


def page(body: str) -> bytes:
    return f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>".encode()


CASES: dict[str, tuple[str, Callable[[Path], object], set[str]]] = {
    "empty": ("x.txt", lambda p: p.write_bytes(b""), {"empty"}),
    "blank": ("x.txt", lambda p: p.write_bytes(b" \n\t\n"), {"empty"}),
    "binary": ("x.txt", lambda p: p.write_bytes(bytes(range(256)) * 20), {"not-text"}),
    "a picture": ("x.html", lambda p: p.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 99), {"not-text"}),
    "100 MB": ("x.txt", sparse, {"too-large"}),
    "one line of 1 MB": ("x.txt", lambda p: p.write_text("word " * 200_000), {"too-long"}),
    "10,000 nested tags": ("x.html", lambda p: p.write_bytes(page("<div>" * 10_000 + GOOD)), {"", "nesting"}),
    "tags never closed": ("x.html", lambda p: p.write_bytes(page("<a <b <c " * 10_000)), {"", "no-text"}),
    "no statements": (
        "x.txt",
        lambda p: p.write_text("Rain fell on the harbour all day and all night."),
        {""},
    ),
    "nothing but marks": ("x.txt", lambda p: p.write_text("“" * 3_000), {"", "empty", "no-text", "language"}),
}


def read(*paths: Path) -> list[Outcome]:
    return list(Batch(stages=Stages(), workers=1).outcomes(find([str(path) for path in paths])))


@pytest.mark.parametrize("case", CASES)
def test_bad_input_has_a_reason_and_good_input_beside_it_is_read(tmp_path: Path, case: str) -> None:
    name, write, codes = CASES[case]
    write(tmp_path / name)
    (tmp_path / "z.txt").write_text(GOOD, encoding="utf-8")
    bad, good = read(tmp_path)
    assert {skipped.code for skipped in bad.skipped} or {""} <= codes
    assert all(skipped.detail for skipped in bad.skipped)
    assert any(reading.statements for reading in good.readings)


def test_a_text_that_is_not_utf_8_is_read_or_has_a_reason(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes("“We go,” said the café’s owner, naïve as ever.".encode("cp1252"))
    (outcome,) = read(tmp_path)
    if outcome.readings:
        assert "café’s" in outcome.readings[0].article.text
    else:
        assert {skipped.code for skipped in outcome.skipped} == {"encoding"}


def test_articles_in_one_text_do_not_lose_each_other_s_words() -> None:
    """Two reports pasted into one file: each statement's words are still the text's words, in one paragraph each."""
    stages = Stages()
    text = GOOD + "\n" + GOOD.replace("Lind", "Oller") + "\n" + "Rain fell.\n"
    (item,) = stages.results("-", text.encode())
    assert not isinstance(item, Skipped)
    assert isinstance(item, Reading)
    for statement in item.statements:
        for span in statement.content:
            assert "\n\n" not in span.of(text)


def test_many_quotation_marks_are_paired_in_one_pass() -> None:
    from onrecord.encoder.marks import quotations
    from onrecord.model import Span

    text = "“a” 'b' " * 12_500
    assert len(quotations(text, [Span(0, len(text))])) == 25_000

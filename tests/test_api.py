"""The Python interface."""

from pathlib import Path

import pytest

import onrecord

TEXT = '"We are going home," envoy Mara Lind told reporters on Monday. She said the talks had failed.\n'


def test_a_text_gives_an_article_and_its_statements() -> None:
    ((article, statements),) = onrecord.read(text=TEXT)
    assert article.doc == "-"
    assert any(onrecord.words_at(article.text, s.content) == '"We are going home,"' for s in statements)


def test_a_folder_gives_its_articles_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert [Path(article.doc).name for article, _ in onrecord.read(tmp_path)] == ["a.txt", "b.txt"]


def test_a_file_that_cannot_be_read_is_an_error_with_a_code(tmp_path: Path) -> None:
    with pytest.raises(onrecord.InputError) as caught:
        list(onrecord.read(tmp_path / "none.txt"))
    assert caught.value.code == "not-found"


def test_a_bad_file_among_others_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    with pytest.warns(onrecord.InputWarning, match=r"b\.txt.*empty"):
        assert len(list(onrecord.read(tmp_path))) == 1


def test_reasons_can_be_collected(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"")
    reasons: list[onrecord.Skipped] = []
    assert list(onrecord.read(tmp_path, on_skip=reasons.append)) == []
    assert [reason.code for reason in reasons] == ["empty"]


def test_hints_override_what_the_text_shows() -> None:
    ((article, _),) = onrecord.read(text=TEXT, published="2031-03-07", outlet="The Lamp")
    assert (article.published, article.outlet) == ("2031-03-07", "The Lamp")


def test_path_and_text_together_are_refused() -> None:
    with pytest.raises(onrecord.UsageError):
        onrecord.read("a.txt", text=TEXT)


def test_the_public_names_are_those_decided_on() -> None:
    assert set(onrecord.__all__) <= set(dir(onrecord))
    assert "read" in onrecord.__all__


def test_a_text_that_looks_like_a_page_is_read_as_the_text_it_is() -> None:
    text = f"<html><body><p>{TEXT}</p></body></html>\n\n{TEXT}"
    ((article, _),) = onrecord.read(text=text)
    assert (article.doc, article.format, article.text) == ("-", "text", text)


def test_an_empty_entry_of_a_feed_does_not_cost_the_others(tmp_path: Path) -> None:
    items = "".join(
        f"<item><title>T{n}</title><description>{words}</description></item>"
        for n, words in enumerate([TEXT, "", TEXT])
    )
    feed = tmp_path / "f.xml"
    feed.write_text(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{items}</channel></rss>', "utf-8"
    )
    with pytest.warns(onrecord.InputWarning):
        assert len(list(onrecord.read(feed))) == 2


@pytest.mark.parametrize("wrong", [{"published": "yesterday"}, {"workers": 0}])
def test_arguments_that_do_not_fit_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(onrecord.UsageError):
        onrecord.read(text=TEXT, **wrong)  # type: ignore[arg-type]


def test_half_a_character_is_refused() -> None:
    with pytest.raises(onrecord.InputError, match="surrogate"):
        list(onrecord.read(text="\ud800 said he would go home."))


def test_the_names_of_an_article_have_their_places_and_kinds() -> None:
    ((article, _),) = onrecord.read(text=TEXT)
    names = onrecord.find_names(article)
    assert [(one.span.of(article.text), one.kind) for one in names] == [("Mara Lind", "person")]
    assert all(0.5 < one.confidence <= 1 for one in names)

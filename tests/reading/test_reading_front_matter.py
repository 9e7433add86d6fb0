"""What a file says of itself in lines at its top."""

from onrecord.model import Article
from onrecord.reading import read_bytes

BODY = "The harbour board will close the east quay in May, its chairman said on Monday.\n"


def read(text: str) -> Article:
    (article,) = read_bytes("report.md", text.encode())
    assert isinstance(article, Article)
    return article


def facts(article: Article) -> tuple[str | None, ...]:
    return article.title, article.byline, article.outlet, article.published


def test_fields_between_dashes() -> None:
    article = read(
        '---\ntitle: "Quay to close"\nauthors:\n  - Mina Holt\n  - Jan Oster\ndate: 2032-06-07T08:00:00Z\n'
        f"publication: Selmouth Lookout\ntags: [quay, ferry]\n---\n\n# Quay to close\n\n{BODY}"
    )
    assert facts(article) == ("Quay to close", "Mina Holt and Jan Oster", "Selmouth Lookout", "2032-06-07")
    assert [block.role for block in article.blocks][-2:] == ["heading", "paragraph"]
    assert {block.role for block in article.blocks[:-2]} == {"boilerplate"}


def test_fields_above_an_empty_line() -> None:
    article = read(
        f"Source: Selmouth Lookout\nDate: 7 June 2032\nAuthor: Mina Holt\n\nQuay to close\n\n{BODY}"
    )
    assert facts(article) == ("Quay to close", "Mina Holt", "Selmouth Lookout", "2032-06-07")


def test_turns_of_a_talk_are_no_fields() -> None:
    article = read(f"Holt: Will the quay close?\nBrandt: It will.\n\n{BODY}")
    assert article.outlet is None
    assert all(block.role != "boilerplate" for block in article.blocks)


def test_a_rule_at_the_top_opens_no_fields() -> None:
    article = read(f"---\n{BODY}\n---\n\n{BODY}")
    assert [block.role for block in article.blocks].count("paragraph") == 2


def test_values_may_stand_in_a_column() -> None:
    article = read(f"Source:     Selmouth Lookout\nDate:       7 June 2032\nAuthor:     Mina Holt\n\n{BODY}")
    assert facts(article)[1:] == ("Mina Holt", "Selmouth Lookout", "2032-06-07")


def test_a_column_of_values_right_above_the_text_is_given_up_at_once() -> None:
    """Every blank was tried as the first of its value, times those of all other lines: hours for these twelve."""
    assert read(f"Note:{' ' * 12}x\n" * 12 + BODY).text.endswith(BODY)

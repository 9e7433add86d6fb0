"""What must always hold of what is read, whatever the articles: with the model that ships."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import Reading
from onrecord.pipeline import Batch, Stages
from onrecord.reading import find

PARAGRAPHS = (
    '"We are going home," envoy Mara Lind told reporters on Monday.',
    "The mayor said the bridge “belongs to nobody”, and that it would stay open.",
    "According to Oller, the talks had failed. He said:",
    "We have waited long enough, and nobody has come to us.",
    "«Nous restons», a minister said.\u00a0‘The workers’ vote is ours,’ he added.",
    "“The first part goes on for a while and does not end here.",
    "Rain fell on the harbour all day long, and the ferries stayed in port.",
    "A *Courier* editor called it **shameful**; critics disagreed.",
    "Share on Pelican",
    "ⓤⓝⓘⓒⓞⓓⓔ 😀 said “😀 yes”\ufeff and \u202eleft\u202c.",
)
texts = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6).flatmap(
    lambda chosen: st.sampled_from(["\n\n", "\r\n\r\n", "\n"]).map(lambda gap: gap.join(chosen) + gap)
)
some = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def stages() -> Stages:
    made = Stages()
    made.load_model()
    return made


def read_folder(stages: Stages, articles: list[str], workers: int) -> list[tuple[Reading, ...]]:
    with TemporaryDirectory() as folder:
        for number, text in enumerate(articles):
            (Path(folder) / f"{number}.txt").write_bytes(text.encode("utf-8"))
        outcomes = list(Batch(stages=stages, workers=workers).outcomes(find([folder])))
    return [tuple(_nameless(reading) for reading in outcome.readings) for outcome in outcomes]


def _nameless(reading: Reading) -> Reading:
    """The reading without the folder's name, which differs from run to run."""
    facts = {name: getattr(reading.article, name) for name in reading.article.__dataclass_fields__}
    return Reading(article=type(reading.article)(**(facts | {"doc": "x.txt"})), statements=reading.statements)


@some
@given(texts)
def test_every_span_s_words_are_the_text_s_words_in_one_block(stages: Stages, text: str) -> None:
    for item in stages.results("-", text.encode("utf-8")):
        if not isinstance(item, Reading):
            continue
        assert item.article.text == text
        blocks = [block.span for block in item.article.blocks if block.role != "boilerplate"]
        for statement in item.statements:
            for span in (*statement.content, *statement.cue, *statement.source):
                assert span.of(text).strip() == span.of(text) != ""
                assert any(block.holds(span) for block in blocks)


@some
@given(st.lists(texts, min_size=2, max_size=4), st.integers(1, 4))
def test_articles_read_together_are_as_if_read_alone(
    stages: Stages, articles: list[str], workers: int
) -> None:
    together = read_folder(stages, articles, workers)
    alone = [read_folder(stages, [text], 1)[0] for text in articles]
    assert together == alone


@some
@given(texts)
def test_ids_name_one_statement_each_and_do_not_change(stages: Stages, text: str) -> None:
    first, second = (list(stages.results("-", text.encode("utf-8"))) for _ in range(2))
    assert first == second
    ids = [one.id for item in first if isinstance(item, Reading) for one in item.statements]
    assert len(ids) == len(set(ids))

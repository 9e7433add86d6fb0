"""Many sources through the stages, with the model that ships."""

from pathlib import Path

import pytest

from onrecord.errors import ModelError
from onrecord.model import Skipped
from onrecord.pipeline import Batch, Outcome, Stages
from onrecord.reading import Hints, Source, find

EXAMPLES = Path(__file__).parents[2] / "examples"
ENGLISH = (
    'Envoy Mara Lind said the talks had failed. "We are going home," she told reporters on Monday.\n' * 3
)
GERMAN = (
    "Die Botschafterin sagte am Montag, die Verhandlungen seien gescheitert und man werde nun abreisen.\n" * 3
)


@pytest.fixture(scope="module")
def stages() -> Stages:
    return Stages()


def outcomes(stages: Stages, *paths: Path, workers: int = 1) -> list[Outcome]:
    return list(Batch(stages=stages, workers=workers).outcomes(find([str(path) for path in paths])))


def test_the_number_of_workers_changes_nothing(stages: Stages) -> None:
    one, three = (outcomes(stages, EXAMPLES, workers=count) for count in (1, 3))
    assert one == three
    assert sum(len(reading.statements) for outcome in one for reading in outcome.readings) > 100


def test_every_statement_s_words_are_the_text_s_words(stages: Stages) -> None:
    for outcome in outcomes(stages, EXAMPLES):
        for reading in outcome.readings:
            for record in reading.records():
                assert record.words
                assert all(span.end <= len(reading.article.text) for span in record.statement.content)


def test_what_is_read_beside_an_article_does_not_change_it(stages: Stages, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (alone,) = outcomes(stages, tmp_path / "a.txt")
    beside = outcomes(stages, EXAMPLES, tmp_path / "a.txt", workers=2)
    assert beside[-1].readings == alone.readings


def test_one_bad_file_does_not_stop_the_others(stages: Stages, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "c.txt").write_text(ENGLISH + "More.", encoding="utf-8")
    first, bad, last = outcomes(stages, tmp_path, workers=2)
    assert first.readings
    assert last.readings
    assert [skipped.code for skipped in bad.skipped] == ["not-text"]


def test_an_article_in_another_language_is_kept_and_not_read(stages: Stages, tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text(GERMAN, encoding="utf-8")
    (outcome,) = outcomes(stages, tmp_path / "d.txt")
    assert [reading.article.language for reading in outcome.readings] == ["de"]
    assert [reading.statements for reading in outcome.readings] == [()]
    assert [skipped.code for skipped in outcome.skipped] == ["language"]


def test_force_reads_another_language_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text(GERMAN, encoding="utf-8")
    (outcome,) = outcomes(Stages(hints=Hints(force=True)), tmp_path / "d.txt")
    assert outcome.skipped == ()


def test_known_bytes_are_not_read_again(stages: Stages, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    batch = Batch(stages=stages, known=lambda _digest: True)
    (outcome,) = batch.outcomes([Source(doc="a.txt", path=tmp_path / "a.txt")])
    assert (outcome.known, outcome.readings) == (True, ())


def test_a_path_that_is_not_there_has_a_reason(stages: Stages, tmp_path: Path) -> None:
    (outcome,) = outcomes(stages, tmp_path / "none.txt")
    assert isinstance(outcome.skipped[0], Skipped)
    assert outcome.skipped[0].code == "not-found"


def test_a_wrong_model_folder_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"encoder\.onnx"):
        Stages(model=tmp_path).load_model()


def test_leaving_early_starts_nothing_more(stages: Stages) -> None:
    running = Batch(stages=stages, workers=2).outcomes(find([str(EXAMPLES)]))
    assert next(running).readings
    running.close()

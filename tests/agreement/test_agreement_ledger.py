"""What each coder says, as a ledger's decisions have it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from building import statement, vote
from coding import ANN, BEN, BRIDGE, CLEO, CRITICS, INNER, LEAP, NOW, OUTER, decide, reports, rows, shorter

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import Filter, Ledger
from onrecord.model import (
    Accept,
    Add,
    Coder,
    Correct,
    Merge,
    Note,
    Reading,
    Reject,
    SaidOn,
    SetCode,
    SetDate,
    SetSpeaker,
    Stance,
)
from onrecord.review.agreement import agreement

CRITICS_SAID = Add(content=CRITICS.content, cue=CRITICS.cue, source=CRITICS.source, kind="indirect")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with reports(tmp_path) as made:
        yield made


def code(concept: str, stance: Stance | None) -> SetCode:
    return SetCode(concept=concept, stance=stance)


def test_who_accepts_says_what_the_machine_found(ledger: Ledger) -> None:
    decide(ledger, ANN, BRIDGE.id, Accept())
    decide(ledger, ANN, LEAP.id, Correct(content=shorter(LEAP.content), kind="direct"), Accept())
    for one in (BRIDGE, LEAP):
        decide(ledger, BEN, one.id, Accept())
    found = rows(ledger)
    assert [found[name].units for name in ("verdict", "kind", "content", "source")] == [2, 2, 2, 2]
    percents = [found[name].percent.value for name in ("verdict", "kind", "content", "source")]
    assert percents == [1.0, 0.5, 0.5, 1.0]
    assert "speaker" not in found, "what the machine left open is not accepted by accepting the statement"


def test_what_another_coder_corrected_is_not_taken_for_the_machines(ledger: Ledger) -> None:
    decide(ledger, ANN, BRIDGE.id, Accept(), Correct(source=()))
    decide(ledger, BEN, BRIDGE.id, Accept())
    assert rows(ledger)["source"].percent.value == 0


def test_who_rejects_says_nothing_else(ledger: Ledger) -> None:
    decide(ledger, ANN, BRIDGE.id, Correct(kind="direct"), code("bridge", "agree"), Reject(reason="a plan"))
    decide(ledger, BEN, BRIDGE.id, Accept(), code("bridge", "agree"))
    assert set(rows(ledger)) == {"verdict"}
    assert rows(ledger)["verdict"].percent.value == 0


def test_a_correction_alone_is_no_verdict(ledger: Ledger) -> None:
    for coder in (ANN, BEN):
        decide(ledger, coder, BRIDGE.id, Correct(kind="direct"), Note(text="see the minutes"))
    assert set(rows(ledger)) == {"kind"}


def test_only_the_latest_decision_in_effect_counts(ledger: Ledger) -> None:
    decide(ledger, BEN, BRIDGE.id, Accept())
    decide(ledger, ANN, BRIDGE.id, Reject(), Accept())
    assert rows(ledger)["verdict"].percent.value == 1
    ledger.undo(ANN, now=NOW)
    assert rows(ledger)["verdict"].percent.value == 0
    ledger.redo(ANN, now=NOW)
    assert rows(ledger)["verdict"].percent.value == 1


def test_what_settles_a_disagreement_does_not_make_agreement(ledger: Ledger) -> None:
    decide(ledger, ANN, BRIDGE.id, Accept())
    decide(ledger, BEN, BRIDGE.id, Reject())
    decide(ledger, BEN, BRIDGE.id, Accept(), settles=True)
    assert rows(ledger)["verdict"].percent.value == 0


def test_speakers_who_were_merged_are_one_and_dates_are_compared(ledger: Ledger) -> None:
    orlo, mayor = (ledger.new_actor(ANN, name, "person", now=NOW) for name in ("Ines Orlo", "Mayor Orlo"))
    decide(ledger, ANN, BRIDGE.id, SetSpeaker(actor=orlo), SetDate(said_on=SaidOn(value="2023-06-04")))
    decide(ledger, BEN, BRIDGE.id, SetSpeaker(actor=mayor, role="mayor"), SetDate(said_on=None))
    assert [rows(ledger)[name].percent.value for name in ("speaker", "date")] == [0, 0]
    decide(ledger, ANN, mayor, Merge(into=orlo))
    assert rows(ledger)["speaker"].percent.value == 1


def test_which_concepts_and_which_stance_are_two_questions(ledger: Ledger) -> None:
    decide(ledger, ANN, BRIDGE.id, Accept(), code("bridge", "agree"), code("cost", "neither"))
    decide(ledger, ANN, LEAP.id, Accept())
    decide(
        ledger, BEN, BRIDGE.id, Accept(), code("bridge", "agree"), code("cost", "neither"), code("cost", None)
    )
    decide(ledger, BEN, LEAP.id, Accept())
    found = rows(ledger)
    assert found["concepts"].units == 2, "one accepted without a code, beside one with a code, has none"
    assert found["concepts"].percent.value == 0.5
    assert (found["stance: bridge"].units, found["stance: bridge"].percent.value) == (1, 1)
    assert "stance: cost" not in found


def test_where_nobody_codes_in_an_article_nothing_is_said_of_its_concepts(ledger: Ledger) -> None:
    for coder in (ANN, BEN):
        decide(ledger, coder, BRIDGE.id, Accept(), code("bridge", "agree"))
        decide(ledger, coder, OUTER.id, Accept())
    assert rows(ledger)["concepts"].units == 1


def test_places_are_compared_in_articles_that_two_coders_went_through(ledger: Ledger) -> None:
    for coder in (ANN, BEN):
        decide(ledger, coder, BRIDGE.id, Accept())
        decide(ledger, coder, LEAP.id, Accept())
    decide(ledger, ANN, OUTER.id, Accept())
    decide(ledger, ANN, INNER.id, Accept())
    decide(ledger, BEN, OUTER.id, Accept())
    found = rows(ledger)["content in the text"]
    assert (found.unit, found.units, found.kappa_name) == ("article", 1, None), "Ben left INNER"
    assert (found.percent.value, found.alpha.value) == (1, 1)


def test_a_statement_that_one_coder_added_is_a_disagreement_on_places(ledger: Ledger) -> None:
    for coder in (ANN, BEN):
        decide(ledger, coder, BRIDGE.id, Accept())
        decide(ledger, coder, LEAP.id, Accept())
    decide(ledger, ANN, vote().article.id, CRITICS_SAID)
    found = rows(ledger)
    assert found["verdict"].units == 2
    alpha = found["content in the text"].alpha.value
    assert alpha is not None
    assert 0 < alpha < 1
    decide(ledger, BEN, CRITICS.id, Accept())
    assert rows(ledger)["content in the text"].alpha.value == 1
    assert rows(ledger)["verdict"].units == 3


def test_decisions_on_an_earlier_reading_count_for_the_later_one(ledger: Ledger) -> None:
    decide(ledger, ANN, BRIDGE.id, Accept())
    wider = statement(
        vote().article, 'said the bridge would open "before the first snow"', source="Mayor Ines Orlo"
    )
    run = ledger.start_run(
        model_hash="m1", options={}, at=datetime(2024, 3, 5, tzinfo=UTC), stage="rereading"
    )
    ledger.reread(run, Reading(article=vote().article, statements=(wider, LEAP)))
    decide(ledger, BEN, wider.id, Reject())
    found = rows(ledger)["verdict"]
    assert (found.units, found.percent.value) == (1, 0)


def test_three_coders_have_fleiss_kappa_of_what_all_of_them_decided(ledger: Ledger) -> None:
    for coder in (ANN, BEN, CLEO):
        decide(ledger, coder, BRIDGE.id, Accept())
        decide(ledger, coder, LEAP.id, Reject())
    decide(ledger, ANN, OUTER.id, Accept())
    decide(ledger, BEN, OUTER.id, Reject())
    found = rows(ledger)["verdict"]
    assert (found.coders, found.kappa_name, found.units, found.kappa_units) == (3, "fleiss", 3, 2)
    assert found.kappa.value == 1
    assert found.percent.value == pytest.approx(6 / 7)
    assert rows(ledger, "Ann", "Cleo")["verdict"].kappa_name == "cohen"


def test_conditions_choose_the_statements_and_rejected_ones_stay_in(ledger: Ledger) -> None:
    for coder in (ANN, BEN):
        decide(ledger, coder, BRIDGE.id, Reject())
        decide(ledger, coder, OUTER.id, Accept())
    chosen = Filter(outlet="Halvern Courier")
    (found,) = agreement(ledger, selection=chosen, draws=10).rows
    assert (found.variable, found.units) == ("verdict", 1)
    quoted = Filter(words="snow", source="orlo")
    assert agreement(ledger, selection=quoted, draws=10).rows[0].units == 1


def test_a_model_is_a_coder_only_where_it_is_named(ledger: Ledger) -> None:
    model = Coder(name="stance-1.0", kind="model")
    for coder in (ANN, BEN, model):
        decide(ledger, coder, BRIDGE.id, code("bridge", "agree"))
    assert agreement(ledger, draws=10).coders == ("Ann", "Ben")
    assert agreement(ledger, ["stance-1.0", "Ann"], draws=10).coders == ("Ann", "stance-1.0")


def test_one_coder_alone_agrees_with_nobody(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="nobody decided anything"):
        agreement(ledger)
    decide(ledger, ANN, BRIDGE.id, Accept())
    with pytest.raises(UsageError, match="only Ann decided anything"):
        agreement(ledger)
    with pytest.raises(UsageError, match="name two or more, not Ann alone"):
        agreement(ledger, ["Ann"])
    with pytest.raises(NotFoundError, match="no coder Zoe: there are Ann"):
        agreement(ledger, ["Ann", "Zoe"])


def test_a_joined_ledger_gives_what_both_decided(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    with reports(tmp_path / "one") as one, reports(tmp_path / "two") as two:
        decide(one, ANN, BRIDGE.id, Accept())
        decide(two, BEN, BRIDGE.id, Correct(content=shorter(BRIDGE.content)), Accept())
        one.join(two)
        found = rows(one)
    assert (found["verdict"].percent.value, found["content"].percent.value) == (1, 0)


def test_a_statement_with_other_confidence_is_the_same_statement(ledger: Ledger) -> None:
    decide(ledger, ANN, BRIDGE.id, Accept())
    decide(ledger, BEN, BRIDGE.id, Accept())
    run = ledger.start_run(
        model_hash="m1", options={}, at=datetime(2024, 3, 5, tzinfo=UTC), stage="rereading"
    )
    ledger.reread(run, Reading(article=vote().article, statements=(replace(BRIDGE, confidence=0.5), LEAP)))
    assert rows(ledger)["content"].percent.value == 1

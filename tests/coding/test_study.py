from sund_crossing import BOOK, WordReads, prior, statements

from onrecord.coding.evidence import gather
from onrecord.coding.learner import learn
from onrecord.coding.study import Study
from onrecord.coding.units import unit
from onrecord.model import Span, Statement
from onrecord.model.actor import Speaker
from onrecord.model.ids import StatementId


def _study(count=60):
    units, codes = statements(count)
    return Study(evidence=gather(units, BOOK, WordReads()), prior=prior(), model="words"), codes


def test_only_the_suggestions_that_count_are_given_unless_every_one_is_wanted():
    study, _ = _study()
    shown, every = study.suggest(), study.suggest(every=True)
    assert len(every) == 60 * 3
    assert set(shown) == {one for one in every if one.shown}
    assert 0 < len(shown) < len(every)


def test_the_coder_is_named_with_model_and_version_and_changes_with_what_is_reviewed():
    study, codes = _study()
    assert study.coder().startswith("words/")
    assert study.coder() == study.coder({})
    assert study.coder() != study.coder(dict(list(codes.items())[:12]))


def test_the_light_model_is_fitted_once_for_what_was_reviewed(monkeypatch):
    study, codes = _study()
    fits = []
    monkeypatch.setattr("onrecord.coding.study.learn", lambda *given: fits.append(1) or learn(*given))
    reviewed = dict(list(codes.items())[:12])
    study.suggest(reviewed), study.coder(reviewed), study.next_to_review(reviewed)
    assert len(fits) == 1
    before = study.coder(reviewed)
    name = list(codes)[12]
    reviewed[name] = codes[name]
    assert study.coder(reviewed) != before
    assert len(fits) == 2


def test_what_to_review_next_and_the_curve_go_together():
    study, codes = _study()
    reviewed = {}
    for _ in range(4):
        reviewed |= {name: codes[name] for name in study.next_to_review(reviewed, count=10)}
    assert len(reviewed) == 40
    assert [point.reviewed for point in study.curve(reviewed).points] == [40]


def test_a_statement_of_an_article_is_framed_where_it_stands():
    text = "The mayor was brief. Calling the toll shameful, she left."
    statement = Statement(
        id=StatementId("s-1"),
        kind="indirect",
        content=(Span(29, 46),),
        cue=(Span(21, 28),),
        source=(Span(48, 51),),
        confidence=0.9,
        speaker=Speaker(name="Mara Quell", type="person", confidence=0.9),
    )
    one = unit(text, statement, article="a-1")
    assert one.words == "the toll shameful"
    assert one.surroundings == text
    assert [span.of(one.framed.text) for span in one.framed.cue] == ["Calling", "she"]
    assert (one.speaker, one.article) == ("Mara Quell", "a-1")

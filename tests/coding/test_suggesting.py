"""Suggestions for a ledger, and the commands for them, with a network that knows words."""

import csv
import io
import json
import re
import tomllib
from pathlib import Path

import lxml.html
import pytest
from building import NOON, Keep, article, statement
from click.testing import CliRunner, Result
from sund_crossing import BOOK, WordReads, prior

from onrecord.cli import group
from onrecord.cli import review as reviewing
from onrecord.coding.prior import stored
from onrecord.encoder.bearing import About, Bearing
from onrecord.ledger import Filter, Ledger
from onrecord.model import Accept, Coder, Reading, SetCode
from onrecord.reading.codebook import read_codebook
from onrecord.suggesting import bearing_study, reviewed_of, store

ANN, BEN = Coder(name="Ann"), Coder(name="Ben")
SAID = {
    "welcome the bridge near the harbour": ("bridge", "agree"),
    "shame on the bridge with a sigh": ("bridge", "disagree"),
    "we need the toll said in May": ("toll", "agree"),
    "stop the toll before the council": ("toll", "disagree"),
    "ask me later about the eel now": ("eel", "neither"),
    "nothing beats the weather on the radio": (None, None),
}


class Words(WordReads):
    about = About(name="words-1", digest="d0", network="n0", weights=stored(prior()))


@pytest.fixture(autouse=True)
def _words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bearing, "load", classmethod(lambda _cls, _path=None: Words()))


def report(number: int, *said: str) -> Reading:
    text = f"Report {number}\n\n" + "\n\n".join(f"Dana Rusk said they {words}." for words in said) + "\n"
    made = article(text, doc=f"reports/{number}.txt")
    return Reading(
        article=made,
        statements=tuple(
            statement(made, words, cue="said", source="Dana Rusk", kind="indirect") for words in said
        ),
    )


@pytest.fixture
def debate(ledger: Ledger, keep: Keep) -> Ledger:
    for number, words in enumerate(SAID):
        keep(report(number, words))
    ledger.take_codebook(ANN, BOOK, now=NOON)
    return ledger


def named(ledger: Ledger) -> dict[str, str]:
    return {record.words: record.statement.id for record in ledger.records()}


def study(ledger: Ledger, selection: Filter | None = None):
    return bearing_study(ledger, BOOK, selection or Filter(), Words(), lambda: None)


def call(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(group, [str(argument) for argument in arguments])
    assert result.exit_code == code, (result.output, result.exception)
    return result


def test_suggests_what_nobody_coded_and_nothing_for_what_bears_on_nothing(debate):
    found = {one.record.words: one.suggestions for one in study(debate).suggested("sure")}
    assert {words: {each.concept for each in some} for words, some in found.items()} == {
        words: {concept} for words, (concept, _) in SAID.items() if concept
    }


def test_the_surest_first_and_in_the_order_to_ask_every_one(debate):
    made = study(debate)
    sure = [one.suggestions[0].confidence for one in made.suggested("sure")]
    assert sure == sorted(sure, reverse=True)
    asked = made.suggested("ask")
    assert {one.record.words for one in asked} == set(SAID)
    assert [one.record.statement.id for one in asked] == list(made.study.next_to_review(count=6))
    (weather,) = [one for one in asked if "weather" in one.record.words]
    assert [each.shown for each in weather.suggestions] == [False]
    assert len(made.suggested("ask", 2)) == 2
    assert len(made.suggested("sure", 3)) == 3


def test_what_people_coded_teaches_and_is_not_suggested_again_whatever_the_conditions(debate):
    ids = named(debate)
    bridge = ids["welcome the bridge near the harbour"]
    debate.decide(ANN, bridge, SetCode(concept="bridge", stance="agree"), now=NOON)
    made = study(debate, Filter(review="unreviewed", words="toll"))
    assert made.reviewed == {bridge: {"bridge": "agree"}}
    assert made.open == {one for words, one in ids.items() if "toll" in words}
    assert {one.record.statement.id for one in made.suggested("ask")} == made.open
    assert made.coder.name != study(debate, Filter(words="toll")).study.coder({})


def test_accepted_without_a_code_bears_on_nothing_only_where_the_article_is_coded(ledger, keep):
    keep(report(1, "welcome the bridge", "we need the weather"))
    keep(report(2, "stop the toll"))
    ids = named(ledger)
    for words in ("we need the weather", "stop the toll"):
        ledger.decide(ANN, ids[words], Accept(), now=NOON)
    assert reviewed_of(list(ledger.records()), {"Ann"}) == {}
    ledger.decide(ANN, ids["welcome the bridge"], SetCode(concept="bridge", stance="agree"), now=NOON)
    assert reviewed_of(list(ledger.records()), {"Ann"}) == {
        ids["welcome the bridge"]: {"bridge": "agree"},
        ids["we need the weather"]: {},
    }
    assert reviewed_of(list(ledger.records()), {"Ben"}) == {}


def test_where_people_differ_a_statement_neither_teaches_nor_is_suggested(debate):
    one = named(debate)["welcome the bridge near the harbour"]
    for who, stance in ((ANN, "agree"), (BEN, "disagree")):
        debate.decide(who, one, SetCode(concept="bridge", stance=stance), now=NOON)
    made = study(debate)
    assert made.reviewed == {}
    assert one not in made.open


def test_stored_codes_are_a_models_once_and_in_place_of_an_earlier_version(debate):
    first = study(debate)
    kept = store(debate, first.coder, first.suggested("sure"), now=NOON)
    assert (kept.stored, kept.taken_back) == (5, 0)
    assert {code.coder for record in debate.records() for code in record.codes} == {first.coder.name}
    assert [one.kind for one in debate.coders() if one.name == first.coder.name] == ["model"]
    again = study(debate)
    assert again.reviewed == {}  # a model does not learn from itself
    assert store(debate, again.coder, again.suggested("sure"), now=NOON).stored == 0
    one = named(debate)["welcome the bridge near the harbour"]
    debate.decide(ANN, one, SetCode(concept="bridge", stance="disagree"), now=NOON)
    assert not debate.record(one).review.contested  # a suggestion is no second opinion
    later = study(debate)
    assert later.coder != first.coder
    kept = store(debate, later.coder, later.suggested("sure"), now=NOON)
    assert kept.taken_back == 4
    coders = {code.coder for record in debate.records() for code in record.codes}
    assert coders <= {"Ann", first.coder.name, later.coder.name}
    for record in debate.records():
        if record.statement.id != one:
            assert {code.coder for code in record.codes} <= {later.coder.name}
    assert debate.check() == []


def test_two_people_still_differ(debate):
    one = named(debate)["stop the toll before the council"]
    for who, stance in ((ANN, "agree"), (BEN, "disagree")):
        debate.decide(who, one, SetCode(concept="toll", stance=stance), now=NOON)
    assert debate.record(one).review.contested


def test_the_command_prints_jsonl_csv_and_a_table(debate):
    debate.close()
    rows = [json.loads(line) for line in call("suggest", debate.path, "--order", "sure").stdout.splitlines()]
    assert len(rows) == 5
    assert all(row["counts"] and row["coder"].startswith("words-1/") for row in rows)
    assert [row["confidence"] for row in rows] == sorted((row["confidence"] for row in rows), reverse=True)
    assert all(abs(row["agree"] + row["disagree"] + row["neither"] - 1) < 0.002 for row in rows)
    result = call("suggest", debate.path, "--format", "csv", "--limit", "2", "--words", "toll")
    table = list(csv.DictReader(io.StringIO(result.stdout)))
    assert {row["concept"] for row in table} == {"toll"}
    assert "2 statements of 2 that nobody coded; learned from 0 coded statements" in result.stderr
    shown = call("suggest", debate.path, "--format", "table").stdout
    assert "bridge" in shown
    assert "?" in shown  # the weather


@pytest.mark.parametrize("columns", [80, 100, 140])
def test_the_table_shows_ids_that_can_be_asked_for_however_narrow_it_is(debate, columns, monkeypatch):
    debate.close()
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = call("suggest", debate.path, "--format", "table").stdout
    assert max(map(len, shown.splitlines())) <= columns
    ids = re.findall(r"s-\w+", shown)
    assert len(ids) == len(set(ids)) == 6
    for each in ids:
        call("decide", debate.path, each, "code", "bridge", "agree", "--coder", "Ann")


def test_storing_again_says_that_nothing_is_new(debate):
    debate.close()
    call("suggest", debate.path, "--order", "sure", "--store")
    said = call("suggest", debate.path, "--order", "sure", "--store").stderr
    assert "0 codes stored" in said
    assert "stored already" in said
    assert "nobody has checked" not in said


def test_review_goes_in_the_order_in_which_suggest_asks(debate, monkeypatch):
    debate.close()
    rows = [json.loads(line) for line in call("suggest", debate.path).stdout.splitlines()]
    asked = list(dict.fromkeys(row["statement"] for row in rows))
    trails = []
    monkeypatch.setattr(reviewing, "_run", lambda _ledger, trail, _decided: trails.append(trail) or 0)
    call("review", debate.path, "--queue", "suggest", "--coder", "Ann")
    (trail,) = trails
    shown = []
    for _ in asked:
        trail.forth()
        shown.append(trail.current)
    assert len(asked) == trail.total == 6
    assert shown == asked


def test_the_command_stores_only_when_asked(debate):
    debate.close()
    call("suggest", debate.path)
    with Ledger.open(debate.path) as opened:
        assert opened.concepts_coded() == {}
    said = call("suggest", debate.path, "--order", "sure", "--limit", "2", "--store").stderr
    assert "2 codes stored by words-1/" in said
    with Ledger.open(debate.path) as opened:
        assert sum(opened.concepts_coded().values()) == 2
        assert opened.check() == []


def test_a_codebook_is_needed_and_may_be_a_file(ledger, keep, tmp_path):
    keep(report(1, "welcome the bridge"))
    ledger.close()
    missing = CliRunner().invoke(group, ["suggest", str(ledger.path)])
    assert "has no codebook" in str(missing.exception)
    book = tmp_path / "book.toml"
    book.write_text('title = "T"\n[[concept]]\nname = "b"\nlabel = "A bridge is built"\n', encoding="utf-8")
    (line,) = call("suggest", ledger.path, "--codebook", book).stdout.splitlines()
    assert json.loads(line)["concept"] == "b"
    book.write_text('title = "T"\n', encoding="utf-8")
    empty = CliRunner().invoke(group, ["suggest", str(ledger.path), "--codebook", str(book)])
    assert "has no concept yet" in str(empty.exception)


@pytest.mark.parametrize("option", [("--store",), ("--format", "csv"), ("--limit", "3")])
def test_a_curve_is_no_suggestion_to_be_stored_or_listed(ledger, option: tuple[str, ...]):
    ledger.take_codebook(ANN, BOOK, now=NOON)
    found = CliRunner().invoke(group, ["suggest", str(ledger.path), "--curve", *option])
    assert "makes none" in str(found.exception)


def test_the_curve_says_when_too_few_are_coded_and_then_how_good_it_is(ledger, keep, tmp_path: Path):
    words = [f"{said.rpartition(' ')[0]} number{n}" for n in range(6) for said in SAID]
    for number, some in enumerate(words):
        keep(report(number, some))
    ledger.take_codebook(ANN, BOOK, now=NOON)
    path = ledger.path
    ledger.close()
    assert "0 reviewed: too few to tell" in call("suggest", path, "--curve", code=1).stdout
    call("report", path, "--out", tmp_path / "early.html")
    assert 'id="quality"' not in (tmp_path / "early.html").read_text("utf-8")
    with Ledger.open(path) as opened:
        for said, (concept, stance) in zip(words, list(SAID.values()) * 6, strict=True):
            if concept:
                opened.decide(ANN, named(opened)[said], SetCode(concept=concept, stance=stance), now=NOON)
    shown = call("suggest", path, "--curve").stdout
    assert "on 30 reviewed statements" in shown
    assert all(f"  {concept}\n" in shown for concept in ("bridge", "toll", "eel"))
    assert "stance, where a concept is coded" in shown
    page = tmp_path / "page.html"
    call("report", path, "--out", page)
    (section,) = lxml.html.parse(page).getroot().cssselect("#quality")
    said = " ".join(section.text_content().split())
    assert "on 30 reviewed statements" in said
    assert "ood enough to stop" in said or "go on" in said
    names = [each.text_content() for each in section.cssselect("tbody th")]
    assert names[:3] == ["A bridge is built", "Drivers pay a toll", "The eel is protected"]
    assert len(section.cssselect(".curve circle")) == 1


def test_a_draft_is_a_codebook_that_can_be_brought_in(ledger, keep, tmp_path: Path):
    for number, said in enumerate(f"{a} {b}" for b in ("bridge", "toll", "eel") for a in SAID):
        keep(report(number, said))
    path, out = ledger.path, tmp_path / "draft.toml"
    ledger.close()
    said = call("suggest-concepts", path, "--out", out, "--concepts", "3").stderr
    assert "groups in 18 statements" in said
    drafted = read_codebook(out)
    assert drafted.concepts
    assert all(concept.examples_for for concept in drafted.concepts)
    assert tomllib.loads(call("suggest-concepts", path, "--concepts", "3").stdout)["title"] == drafted.title
    call("codebook", "import", path, out, "--coder", "Ann")
    assert "is there already" in str(
        CliRunner().invoke(group, ["suggest-concepts", str(path), "--out", str(out)]).exception
    )


def test_too_few_statements_make_no_draft(ledger, keep):
    keep(report(1, "welcome the bridge"))
    ledger.close()
    assert "three statements" in call("suggest-concepts", ledger.path, code=1).stderr

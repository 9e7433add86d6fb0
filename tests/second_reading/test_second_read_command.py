"""`onrecord second-read` as a person calls it: what it says before it sends, what it prints, how it ends."""

import json
import subprocess
import sys

import pytest
from bridge_debate import ANN, BRIDGE, PROTEST, VOTE, store
from building import NOON, statement, vote
from click.testing import CliRunner, Result
from loopback import answers, serving, status, words

from onrecord.cli import group
from onrecord.coding.llm.endpoint import Endpoint
from onrecord.errors import UsageError
from onrecord.ledger import Filter, Ledger, LogFilter
from onrecord.model import Accept, Reading

KEY = "sk-command-42"
CODES = [{"statement": 1, "concept": "bridge", "stance": "agree"}]
INVENTED = [{"paragraph": 2, "content": "the bridge is doomed"}]


@pytest.fixture
def server():
    with serving() as made:
        yield made


@pytest.fixture
def path(ledger, keep):
    with store(ledger, keep):
        return ledger.path


def call(*arguments: object, code: int = 0, **environment: str | None) -> Result:
    known = {"ONRECORD_LLM_KEY": None, "OPENAI_API_KEY": None} | environment
    result = CliRunner().invoke(group, ["second-read", *map(str, arguments)], env=known)
    assert result.exit_code == code, (result.output, result.exception)
    return result


def test_it_says_what_goes_where_before_anything_goes(path, server):
    seen = []

    def looks(handler):
        seen.append(sys.stderr.buffer.getvalue().decode())  # what a person has seen by then
        answers(codes=CODES)(handler)

    server.does(looks, answers())
    result = call(path, "--llm", server.url, "--model", "tern-7b")
    assert f"to {server.url}/chat/completions (this machine), without a key, for the model tern-7b" in seen[0]
    assert (
        "the text of 2 articles with title, outlet, day and statements, and the codebook 'The bridge'"
        in seen[0]
    )
    assert "2 articles read by tern-7b@" in result.stderr
    assert "1 code" in result.stderr
    assert "nobody has checked it" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("options", [[], ["--llm", "http://localhost/v1"], ["--model", "tern-7b"]])
def test_without_an_endpoint_and_a_model_nothing_is_done(path, options):
    assert "Missing option" in call(path, *options, code=2).stderr


@pytest.mark.parametrize(
    ("host", "words"),
    [
        ("http://192.0.2.7:1/v1", "(ANOTHER MACHINE, readable on the way there)"),
        ("https://192.0.2.7/v1", "(ANOTHER MACHINE)"),
    ],
)
def test_a_dry_run_shows_the_first_question_and_sends_nothing(path, host, words):
    result = call(path, "--llm", host, "--model", "tern-7b", "--dry-run", ONRECORD_LLM_KEY=KEY)
    assert words in result.stderr
    assert "with a key" in result.stderr
    assert "nothing was sent" in result.stderr
    system, user = json.loads(result.stdout)
    assert (system["role"], user["role"]) == ("system", "user")
    assert json.loads(user["content"])["article"]["title"] == "Halvern council votes on the bridge"
    assert KEY not in result.output
    with Ledger.open(path) as opened:
        assert {each.name for each in opened.coders()} == {"Ann"}


def test_the_key_comes_from_the_environment_and_is_nowhere_else(path, server):
    server.does(status(401, json.dumps({"error": {"message": f"{KEY} is unknown"}})))
    result = call(path, "--llm", server.url, "--model", "tern-7b", code=2, ONRECORD_LLM_KEY=KEY)
    assert server.asked[0].headers["authorization"] == f"Bearer {KEY}"
    assert "[key] is unknown" in result.stderr
    assert KEY not in result.output
    assert KEY.encode() not in path.read_bytes()
    server.does(answers())
    call(
        path, "--llm", server.url, "--model", "tern-7b", "--key-from", "QUAY", QUAY="k2", ONRECORD_LLM_KEY=KEY
    )
    assert server.asked[-1].headers["authorization"] == "Bearer k2"


def test_another_programs_key_is_not_taken_unasked(path, server):
    server.does(answers())
    call(path, "--llm", server.url, "--model", "tern-7b", OPENAI_API_KEY=KEY)
    assert all("authorization" not in each.headers for each in server.asked)


def test_a_setting_that_is_not_there_ends_it(path, server):
    server.does(answers())
    result = call(path, "--llm", server.url, "--model", "tern-7b", "--key-from", "QUAY", code=1)
    assert isinstance(result.exception, UsageError)  # which ends the program with status 2
    assert "no setting QUAY" in str(result.exception)
    assert server.asked == []


def test_what_is_refused_and_skipped_is_said_and_the_status_is_one(path, server):
    server.does(answers(INVENTED, CODES), words("no"))
    result = call(path, "--llm", server.url, "--model", "tern-7b", code=1)
    assert "1 refused (1 not-verbatim)" in result.stderr
    assert f"{PROTEST}: tern-7b gave no JSON of the shape that was asked for, twice" in result.stderr
    assert "1 article skipped" in result.stderr


def test_an_endpoint_that_lets_nobody_in_ends_it_at_once(path, server):
    server.does(status(403))
    result = call(path, "--llm", server.url, "--model", "tern-7b", code=2)
    assert len(server.asked) == 1
    assert "ended early, 1 article not asked about" in result.stderr


def test_broken_off_it_goes_on_from_there(path, server, monkeypatch):
    ask, calls = Endpoint.ask, []

    def once(self, body):
        calls.append(body)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return ask(self, body)

    server.does(answers(codes=CODES), answers())
    monkeypatch.setattr(Endpoint, "ask", once)
    result = call(path, "--llm", server.url, "--model", "tern-7b", code=130)
    assert "1 article read by" in result.stderr
    assert "goes on from there" in result.stderr
    again = call(path, "--llm", server.url, "--model", "tern-7b")
    assert "1 article read by" in again.stderr
    assert [each.shown["article"]["title"] for each in server.asked] == [
        "Halvern council votes on the bridge", "Ferry crews protest",
    ]  # fmt: skip
    done = call(path, "--llm", server.url, "--model", "tern-7b")
    assert "has read every article" in done.stderr
    assert len(server.asked) == 2


def test_ids_a_limit_and_what_people_reviewed_narrow_it(path, server):
    server.does(answers())
    call(path, PROTEST, "--llm", server.url, "--model", "tern-7b")
    call(path, "--again", "--limit", "1", "--llm", server.url, "--model", "tern-7b")
    with Ledger.open(path) as opened:
        opened.decide(ANN, BRIDGE, Accept(), now=NOON)
    call(path, "--again", "--reviewed", "--llm", server.url, "--model", "tern-7b")
    titles = [each.shown["article"]["title"] for each in server.asked]
    assert titles == ["Ferry crews protest"] + ["Halvern council votes on the bridge"] * 2


def test_its_decisions_stand_in_the_log_under_its_name_and_can_be_taken_back(path, server):
    server.does(answers(codes=CODES), answers())
    call(path, "--llm", server.url, "--model", "tern-7b")
    with Ledger.open(path) as opened:
        (name,) = (each.name for each in opened.coders() if each.kind == "model")
        (code,) = opened.log(LogFilter(coder=name, action="code"))
    run = CliRunner()
    logged = run.invoke(group, ["log", str(path), "--coder", name]).stdout
    assert code.decision.id in logged
    assert f"{name} (a model)  code {BRIDGE}" in logged
    assert run.invoke(group, ["undo", str(path), code.decision.id, "--coder", "Ann"]).exit_code == 0
    with Ledger.open(path) as opened:
        assert opened.record(BRIDGE).codes == ()
        assert opened.article(VOTE)
        assert opened.check() == []


ADDED = [{"paragraph": 3, "content": "not convinced", "source": "Critics"}]


def test_what_it_adds_is_shown_as_a_models_wherever_it_is_looked_at(path, server):
    server.does(answers(ADDED), answers())
    call(path, "--llm", server.url, "--model", "tern-7b")
    with Ledger.open(path) as opened:
        (added,) = opened.records(Filter(review="added"))
        (name,) = (each.name for each in opened.coders() if each.kind == "model")
    run, one = CliRunner(), added.statement.id
    shown = run.invoke(group, ["show", str(path), one]).stdout
    assert "added by a model, and no person has accepted it" in shown
    assert "by a person" not in shown
    review = [sys.executable, "-m", "onrecord", "review", path, "--queue", "uncertain", "--coder", "Ann"]
    page = subprocess.run(review, input="? q", capture_output=True, text=True, check=True).stdout
    assert "added by a model, not accepted yet" in page
    assert f"{name} (a model) added it" in page
    assert "A second reader, which is a model, found it" in page


def test_it_stays_a_models_on_the_way_to_another_ledger(path, server, tmp_path):
    server.does(answers(ADDED, CODES), answers())
    call(path, "--llm", server.url, "--model", "tern-7b")
    run, file, other = CliRunner(), tmp_path / "debate.jsonl", tmp_path / "other.db"
    rows = run.invoke(group, ["export", str(path), "--format", "jsonl", "--texts"]).stdout
    file.write_text(rows, encoding="utf-8")
    (row,) = [each for each in map(json.loads, rows.splitlines()) if each["review"]["added"]]
    assert row["review"]["by_model"]
    assert row["confidence"] == 0
    Ledger.open(other, create=True).close()
    taken = run.invoke(group, ["import", str(other), str(file), "--coder", "Ann"])
    assert taken.exit_code == 0, taken.output
    joined = tmp_path / "joined.db"
    Ledger.open(joined, create=True).close()
    assert run.invoke(group, ["add", str(path), "--ledger", str(joined)]).exit_code == 0
    for each in (other, joined):
        with Ledger.open(each) as opened:
            (added,) = opened.records(Filter(review="added"))
            assert (added.review.by_model, added.statement.confidence) == (True, 0.0)
            kinds = {coder.name: coder.kind for coder in opened.coders()}
            assert {kinds[code.coder] for code in opened.record(BRIDGE).codes} == {"model"}
            assert opened.check() == []


def test_what_the_machine_finds_later_is_the_machines(path, server):
    server.does(answers(ADDED), answers())
    call(path, "--llm", server.url, "--model", "tern-7b")
    report = vote()
    found = statement(report.article, "not convinced", source="Critics", kind="indirect", confidence=0.7)
    with Ledger.open(path) as opened:
        run = opened.start_run(model_hash="m1", options={}, at=NOON)
        reading = Reading(article=report.article, statements=(*report.statements, found))
        opened.reread(run, reading, now=NOON)
        record = opened.record(found.id)
        assert (record.review.added, record.review.by_model, record.statement.confidence) == (
            False,
            False,
            0.7,
        )
        assert opened.check() == []

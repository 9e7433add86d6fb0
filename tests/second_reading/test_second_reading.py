"""What a second reader does to a ledger: decisions of its own, which nobody could take for a person's."""

import pytest
from bridge_debate import ANN, BRIDGE, LEAP, PROTEST, VOTE, store
from building import NOON, article
from loopback import answers, drops, html, serving, status, words

import onrecord
from onrecord.coding.llm.endpoint import Endpoint
from onrecord.coding.llm.patience import Patience
from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import Filter, LogFilter
from onrecord.model import Accept, Add, Coder, MarkRead, Note, Reading, Reject, SetCode, SetSpeaker
from onrecord.review.agreement import agreement
from onrecord.review.evaluating import evaluate
from onrecord.second_reading import SecondRead, SecondReader

CRITICS = {
    "paragraph": 3,
    "content": "not convinced",
    "cue": None,
    "source": "Critics",
    "speaker": {"name": "Critics", "type": "group"},
    "codes": [{"concept": "bridge", "stance": "disagree"}],
}
CODES = [
    {"statement": 1, "concept": "bridge", "stance": "agree"},
    {"statement": 2, "concept": "bridge", "stance": "disagree"},
]


@pytest.fixture
def server():
    with serving() as made:
        yield made


@pytest.fixture
def debate(ledger, keep):
    return store(ledger, keep)


def reader(ledger, server, **settings):
    endpoint = Endpoint(url=server.url, model="tern-7b", timeout=5)
    return SecondReader(
        ledger=ledger,
        patience=Patience(endpoint=endpoint, sleep=lambda _: None),
        now=lambda: NOON,
        **settings,
    )


def run(ledger, server, articles=(), **options):
    made = reader(ledger, server)
    done = SecondRead(coder=made.coder)
    for one in made.read(made.due(articles, **options), done):
        done.count(one)
    return done


def test_statements_and_codes_arrive_as_decisions_of_a_model(debate, server):
    server.does(answers([CRITICS], CODES), answers())
    done = run(debate, server)
    assert (done.articles, done.statements, done.codes, done.refused, done.stopped) == (2, 1, 3, {}, None)
    host = server.url.removeprefix("http://").removesuffix("/v1")
    assert done.coder.name.startswith(f"tern-7b@{host}/")
    assert [each for each in debate.coders() if each.name == done.coder.name] == [
        Coder(name=done.coder.name, kind="model")
    ]
    made = [each.decision.change for each in debate.log(LogFilter(coder=done.coder.name))][::-1]
    assert [type(each) for each in made if type(each) in (Add, SetSpeaker, SetCode, MarkRead)] == [
        Add, SetSpeaker, SetCode, SetCode, SetCode, MarkRead, MarkRead,
    ]  # fmt: skip
    (added,) = debate.records(Filter(review="added"))
    assert (added.words, added.source_words, added.statement.kind) == ("not convinced", "Critics", "indirect")
    assert added.statement.speaker is not None
    assert (added.statement.speaker.name, added.statement.speaker.type) == ("Critics", "group")
    assert [(code.concept, code.stance, code.coder) for code in added.codes] == [
        ("bridge", "disagree", done.coder.name)
    ]
    assert debate.check() == []


def test_what_it_adds_is_no_persons_until_one_accepts_it(debate, server):
    server.does(answers([CRITICS], CODES), answers())
    run(debate, server)
    (added,) = debate.records(Filter(review="added"))
    assert added.review.by_model
    assert (added.review.state, added.review.corrected, added.review.contested) == (
        "unreviewed",
        False,
        False,
    )
    assert (added.statement.confidence, added.statement.speaker.confidence) == (0.0, 0.0)
    assert list(debate.records(Filter(min_confidence=0.1, review="added"))) == []
    assert not debate.desk.is_read(VOTE)
    assert debate.desk.verdict(added.statement.id).judged is False
    assert debate.desk.verdict(added.statement.id).real is False
    assert evaluate(debate).estimates == ()
    assert next(iter(debate.desk.queued("uncertain", Filter(), 1))) == added.statement.id
    debate.decide(ANN, added.statement.id, Accept(), now=NOON)
    accepted = debate.record(added.statement.id)
    assert (accepted.review.by_model, accepted.statement.confidence) == (False, 1.0)
    assert debate.desk.verdict(added.statement.id).real
    assert debate.check() == []


def test_a_person_before_it_who_codes_otherwise_is_a_disagreement_and_one_after_it_is_not(debate, server):
    debate.decide(ANN, BRIDGE, SetCode(concept="bridge", stance="neither"), now=NOON)
    server.does(answers(codes=CODES), answers())
    run(debate, server)
    assert list(debate.desk.queued("disagreements", Filter(), 1)) == [BRIDGE]
    debate.decide(ANN, LEAP, SetCode(concept="bridge", stance="neither"), now=NOON)
    assert not debate.record(LEAP).review.contested
    debate.decide(ANN, BRIDGE, SetCode(concept="bridge", stance="neither"), now=NOON, settles=True)
    assert not debate.record(BRIDGE).review.contested
    assert debate.check() == []


def test_its_agreement_with_a_person_counts_what_it_left_without_a_code(debate, server):
    for statement, stance in ((BRIDGE, "agree"), (LEAP, "agree")):
        debate.decide(ANN, statement, Accept(), now=NOON)
        debate.decide(ANN, statement, SetCode(concept="bridge", stance=stance), now=NOON)
    inner, outer = (record.statement.id for record in debate.records(Filter(article=PROTEST)))
    debate.decide(ANN, inner, SetCode(concept="jobs", stance="agree"), now=NOON)
    debate.decide(ANN, outer, SetCode(concept="jobs", stance="agree"), now=NOON)
    server.does(answers(codes=CODES), answers(codes=[{"statement": 1, "concept": "jobs", "stance": "agree"}]))
    done = run(debate, server)
    rows = {row.variable: row for row in agreement(debate, ["Ann", done.coder.name]).rows}
    assert (rows["concepts"].units, rows["concepts"].percent.value) == (4, 0.75)
    assert (rows["stance: bridge"].units, rows["stance: bridge"].percent.value) == (2, 0.5)


def test_what_is_refused_is_counted_and_noted_without_a_word_of_it(debate, server):
    invented = {"paragraph": 3, "content": "the bridge is doomed", "source": "Critics"}
    known = {"paragraph": 2, "content": 'the bridge would open "before the first snow"'}
    codes = [*CODES, {"statement": 1, "concept": "tunnel", "stance": "agree"}]
    server.does(answers([invented, known, "nothing"], codes), answers())
    done = run(debate, server)
    assert done.refused == {"not-verbatim": 1, "known": 1, "malformed": 1, "unknown-concept": 1}
    assert (done.statements, done.codes) == (0, 2)
    (note,) = [each.decision.change for each in debate.log(LogFilter(coder=done.coder.name, action="note"))]
    assert note == Note(text="refused: 1 known, 1 malformed, 1 not-verbatim, 1 unknown-concept")


def test_nothing_but_articles_statements_and_the_codebook_is_sent(debate, server):
    debate.decide(ANN, LEAP, Reject(reason="no statement to my mind"), now=NOON)
    debate.decide(ANN, BRIDGE, SetCode(concept="bridge", stance="neither"), now=NOON)
    debate.decide(ANN, BRIDGE, Note(text="ask Ines"), now=NOON)
    server.does(answers())
    run(debate, server, [VOTE])
    (asked,) = server.asked
    assert set(asked.shown) == {"article", "statements", "concepts"}
    assert [each["content"] for each in asked.shown["statements"]] == [
        ['the bridge would open "before the first snow"']
    ]
    for never in ("Ann", "neither", "ask Ines", "to my mind", "Ferry", str(debate.path)):
        assert never not in asked.body["messages"][1]["content"]


def test_a_run_goes_on_where_it_stopped_and_again_takes_back_what_it_no_longer_says(debate, server):
    server.does(answers([CRITICS], CODES), status(401))
    first = run(debate, server)
    assert (first.articles, [each.code for each in first.skipped]) == (1, ["key"])
    assert first.stopped is not None
    assert list(debate.log(LogFilter(coder=first.coder.name, action="note"))) == []  # no article's fault
    server.does(answers())
    assert run(debate, server).articles == 1
    assert run(debate, server).articles == 0
    assert len(server.asked) == 3
    server.does(answers(codes=CODES[:1]))
    again = run(debate, server, [VOTE], again=True)
    assert (again.codes, again.taken_back) == (0, 2)
    assert {code.concept for code in debate.record(LEAP).codes} == set()
    assert debate.check() == []


def test_a_code_taken_back_does_not_fall_back_to_an_older_one(debate, server):
    for stance in ("agree", "disagree"):
        server.does(answers(codes=[{"statement": 1, "concept": "bridge", "stance": stance}]))
        run(debate, server, [VOTE], again=True)
    server.does(answers())
    assert run(debate, server, [VOTE], again=True).taken_back == 1
    assert not any(record.codes for record in debate.records(Filter(article=VOTE)))
    server.does(answers())
    assert run(debate, server, [VOTE], again=True).taken_back == 0


def test_storing_an_answer_twice_is_storing_it_once(debate, server):
    server.does(answers([CRITICS], CODES))
    run(debate, server, [VOTE])
    (mark,) = debate.log(LogFilter(action="read"))
    debate.undo(ANN, mark.decision.id, now=NOON)  # as if it had been killed before it said that it had read
    before = {record.statement.id: record.codes for record in debate.records()}
    shown = [*CODES, {"statement": 3, "concept": "bridge", "stance": "disagree"}]
    server.does(
        answers([CRITICS], [{**code, "statement": at} for at, code in enumerate(_sorted(debate, shown), 1)])
    )
    done = run(debate, server, [VOTE])
    assert (done.statements, done.codes, done.refused) == (0, 0, {"known": 1})
    assert {record.statement.id: record.codes for record in debate.records()} == before


def _sorted(ledger, codes):
    """The codes in the order in which the article has its statements."""
    stances = {BRIDGE: "agree", LEAP: "disagree"}
    found = ledger.records(Filter(article=VOTE))
    return [{"concept": "bridge", "stance": stances.get(each.statement.id, "disagree")} for each in found]


@pytest.mark.parametrize(
    ("act", "code"),
    [(drops, "dropped"), (html(), "not-json"), (words("no"), "malformed"), (status(500), "server-error")],
)
def test_an_article_that_fails_is_skipped_with_its_reason_and_asked_about_again(debate, server, act, code):
    server.does(act)
    done = run(debate, server, [VOTE])
    assert [(each.doc, each.code) for each in done.skipped] == [(VOTE, code)]
    notes = [each.decision.change for each in debate.log(LogFilter(coder=done.coder.name, subject=VOTE))]
    assert notes == [Note(text=f"not read: {code}")]
    run(debate, server, [VOTE])
    assert len(list(debate.log(LogFilter(coder=done.coder.name, subject=VOTE)))) == 1  # said once
    server.does(answers())
    assert run(debate, server, [VOTE]).articles == 1


def test_three_failures_in_a_row_end_the_run(debate, server, keep):
    for number in range(4):
        keep(
            Reading(
                article=article(f"Report {number}\n\nNothing was said.\n", doc=f"{number}.txt"), statements=()
            )
        )
    server.does(words("no"))
    done = run(debate, server)
    assert (len(done.skipped), done.articles) == (3, 0)
    assert done.stopped is not None
    assert done.stopped.startswith("3 in a row failed")


def test_too_long_a_question_is_not_sent(debate, server):
    server.does(answers())
    made = reader(debate, server, max_characters=500)
    done = SecondRead(coder=made.coder)
    assert [one.skipped.code for one in made.read([VOTE], done)] == ["too-long"]
    assert server.asked == []


def test_a_forgotten_article_is_never_sent_and_its_answer_never_stored(debate, server):
    made = reader(debate, server)
    due = made.due()
    debate.forget(ANN, due[0], "asked for", now=NOON)

    def forgets(handler):
        with onrecord.Ledger.open(debate.path) as other:
            other.forget(ANN, due[1], "asked for", now=NOON)
        answers([CRITICS], CODES)(handler)

    server.does(forgets)
    done = SecondRead(coder=made.coder)
    assert [one.skipped.code for one in made.read(due, done)] == ["gone", "gone"]
    (asked,) = server.asked
    assert asked.shown["article"]["title"] == "Ferry crews protest"
    assert [each.id for each in debate.articles()] == []
    assert list(debate.log(LogFilter(coder=made.coder.name))) == []


def test_only_articles_that_a_person_looked_at(debate, server):
    made = reader(debate, server)
    assert made.due(reviewed=True) == []
    debate.decide(ANN, LEAP, SetCode(concept="bridge", stance="disagree"), now=NOON)
    assert made.due(reviewed=True) == [VOTE]
    assert made.due([PROTEST], reviewed=True) == []


def test_a_name_that_is_a_persons_is_refused(debate, server):
    name = reader(debate, server).coder.name
    debate.decide(Coder(name=name), BRIDGE, Accept(), now=NOON)
    with pytest.raises(UsageError, match="is a person"):
        reader(debate, server)


def test_a_codebook_that_comes_later_is_another_question(debate, server, tmp_path):
    with_book = reader(debate, server).coder
    with onrecord.Ledger.open(tmp_path / "bare.db", create=True) as bare:
        assert reader(bare, server).coder != with_book


def test_the_function_does_what_the_command_does(debate, server):
    server.does(answers([CRITICS], CODES))
    done = onrecord.second_read(
        debate, llm=server.url, model="tern-7b", key="k-1", articles=[VOTE[:8]], tries=1
    )
    assert (done.articles, done.statements, done.codes) == (1, 1, 3)
    assert server.asked[0].headers["authorization"] == "Bearer k-1"
    with pytest.raises(NotFoundError):
        onrecord.second_read(debate, llm=server.url, model="tern-7b", articles=["a-zzzz"])

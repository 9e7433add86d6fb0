"""The page of decisions: every one is there, in words, and nothing in it can act."""

import re

from building import vote

from onrecord.model import (
    Accept,
    Change,
    Coder,
    Correct,
    Decision,
    DecisionId,
    Merge,
    Note,
    Reject,
    SetCode,
    SetSpeaker,
    Span,
    Undo,
    actor_id,
)
from onrecord.publishing.logbook import Entry, render
from onrecord.publishing.logbook.words import said

ORLO = actor_id("Ines Orlo", "person", "")


def decision(change: Change, *, at: str = "2024-03-01T09:30:00.000001Z", coder: str = "Ann") -> Decision:
    return Decision(id=DecisionId("d-aaaa"), at=at, coder=Coder(name=coder), subject="s-bbbb", change=change)


def page(*entries: Entry) -> str:
    return render(entries, title="debate.db", made="2024-03-02", version="1")


def test_decisions_stand_under_their_day_with_coder_and_words() -> None:
    code = SetCode(concept="toll", stance="agree")
    html = page(
        Entry(decision=decision(Accept(), at="2024-03-02T10:00:00.000001Z"), undone=True, words="the bridge"),
        Entry(decision=decision(code, coder="Ben"), undone=False, article=vote().article),
    )  # fmt: skip
    assert re.findall(r"<h2>(\d.*?) <span", html) == ["2024-03-02", "2024-03-01"]
    assert "2 decisions, of which 1 was taken back" in html
    assert "toll: agree" in html
    assert "Halvern Courier · 2023-06-04" in html
    assert html.count('class="undone">') == 1


def test_a_ledger_without_decisions_says_so() -> None:
    assert "Nobody has decided anything yet" in page()


def test_what_people_and_articles_wrote_is_shown_and_does_nothing() -> None:
    nasty = "<script>alert(1)</script>\u202e"
    html = page(Entry(decision=decision(Note(text=nasty), coder=nasty), undone=False, words=nasty))
    assert "alert(1)" in html
    assert html.count("<script") == 1  # our own, the filter
    assert "\u202e" not in html
    (policy,) = re.findall(r'Content-Security-Policy" content="(.*?)">', html)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_what_was_taken_back_says_by_whom_and_leads_there() -> None:
    accept = decision(Accept())
    undo = Decision(
        id=DecisionId("d-cccc"), at="2024-03-01T10:00:00.000001Z", coder=Coder(name="qwen", kind="model"),
        subject=accept.id, change=Undo(),
    )  # fmt: skip
    html = page(Entry(decision=undo, undone=False, takes_back=accept), Entry(decision=accept, undone=True))
    assert 'taken back by <a href="#d-cccc"><bdi>qwen (a model)</bdi></a>' in html
    assert '<a href="#d-aaaa">d-aaaa</a>' in html
    # one that was itself taken back takes nothing back
    html = page(Entry(decision=undo, undone=True, takes_back=accept), Entry(decision=accept, undone=False))
    assert "taken back by" not in html


def test_each_kind_of_decision_is_put_in_words() -> None:
    assert said(Reject(reason="a headline")) == "a headline"
    assert said(Correct(content=(Span(1, 5), Span(7, 9)), source=(), kind="direct")) == (
        "content 1 to 5, 7 to 9; source none; direct"
    )
    assert said(SetSpeaker(actor=ORLO, role="mayor"), who="Ines Orlo") == "Ines Orlo as mayor"
    assert said(SetSpeaker(actor=None)) == "nobody knows"
    assert said(Merge(into=ORLO), who="Ines Orlo") == "is Ines Orlo"
    assert said(Undo(), takes_back=decision(Accept())) == "accept by Ann"
    assert said(SetCode(concept="toll", stance=None)) == "toll: no code"

"""What keys do in a review, and what is shown."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from building import Keep, article, protest, statement, vote
from striking import reviewed

from onrecord.ledger import Ledger
from onrecord.model import (
    Accept,
    Carrier,
    Code,
    Codebook,
    Coder,
    Concept,
    Reading,
    Reject,
    SaidOn,
    SetCode,
    Span,
    Speaker,
    words_at,
)

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
BEN = Coder(name="Ben")
BRIDGE, LEAP = (each.id for each in vote().statements)
OUTER, INNER = (each.id for each in protest().statements)


@pytest.fixture
def held(ledger: Ledger, keep: Keep) -> Ledger:
    keep(vote(), protest())
    return ledger


def states(held: Ledger) -> list[str]:
    return [held.record(each).review.state for each in (BRIDGE, LEAP, OUTER, INNER)]


def source_of(held: Ledger, found: str) -> str | None:
    return held.record(found).source_words


def test_a_statement_is_shown_in_its_place_with_its_facts(held: Ledger) -> None:
    (page,) = reviewed(held, "q")
    assert "1 of 4" in page
    assert "Halvern council votes on the bridge" in page
    assert "Halvern Courier · 2023-06-04" in page
    assert '{{Mayor Ines Orlo}} ((said)) [[the bridge would open "before the first snow"]]' in page
    assert "mixed · confidence 0.95" in page
    assert "Critics are not convinced." in page


def test_one_key_accepts_or_rejects_and_shows_the_next(held: Ledger) -> None:
    pages = reviewed(held, "arq")
    assert states(held) == ["accepted", "rejected", "unreviewed", "unreviewed"]
    assert "3 of 4 · 1 accepted · 1 rejected" in pages[-1]
    assert "rejected: the plan … " in pages[-1]


def test_what_lies_around_a_statement_is_told(held: Ledger) -> None:
    pages = reviewed(held, [" ", " ", " "])
    assert "inside “that Orlo had said the crews would keep their jobs”" in pages[3]


def test_behind_the_last_one_is_an_end_from_which_one_can_go_back(held: Ledger) -> None:
    pages = reviewed(held, [*"aaaaa", "left", "r"])
    assert "That was the last one." in pages[4]
    assert "4 decisions made, and stored." in pages[4]
    assert states(held) == ["accepted", "accepted", "accepted", "rejected"]


def test_a_limit_ends_the_review(held: Ledger) -> None:
    pages = reviewed(held, "aa", limit=2)
    assert "1 of 2" in pages[0]
    assert "That was the last one." in pages[2]


def test_undo_goes_back_to_what_it_undoes_and_redo_does_it_again(held: Ledger) -> None:
    pages = reviewed(held, "aru")
    assert states(held)[:2] == ["accepted", "unreviewed"]
    assert "2 of 4 · 1 accepted" in pages[-1]
    assert "undone: reject" in pages[-1]
    pages = reviewed(held, "aruuzz")
    assert states(held)[:2] == ["accepted", "rejected"]
    assert "done again: reject" in pages[-1]


def test_undo_reaches_no_further_back_than_the_review(held: Ledger) -> None:
    held.decide(Coder(name="Ann"), BRIDGE, Accept(), now=NOW)
    assert "nothing in this review to be undone" in reviewed(held, "u")[-1]
    assert states(held)[0] == "accepted"


def test_ends_move_by_words_and_are_kept_with_enter(held: Ledger) -> None:
    reviewed(held, ["f", "tab", "left", "left", "left", "tab", "right", "enter"])
    assert held.record(BRIDGE).words == 'the bridge would open "before the'
    assert source_of(held, BRIDGE) == "Ines Orlo"
    assert held.record(BRIDGE).review.corrected
    assert held.record(BRIDGE).review.state == "unreviewed"
    assert held.check() == []


def test_an_escape_leaves_places_as_they_were(held: Ledger) -> None:
    before = held.record(BRIDGE)
    reviewed(held, ["f", "right", "right", "escape"])
    reviewed(held, ["f", "right", "left", "enter"])
    assert held.record(BRIDGE) == before
    assert list(held.log()) == []


def test_a_source_can_be_dropped_and_made(held: Ledger) -> None:
    reviewed(held, ["f", "tab", "tab", "x", "enter"])
    assert source_of(held, BRIDGE) is None
    pages = reviewed(held, ["f", "tab", "tab", "right", "left", "tab", "left", "enter"])
    assert "there is no source: → makes one" in "".join(pages)
    assert source_of(held, BRIDGE) == "Orlo"


def test_a_statement_that_was_missed_is_added_behind_this_one(held: Ledger) -> None:
    pages = reviewed(held, [*"m", "right", "tab", "right", "right", "tab", "right", "enter", "d", "a"])
    added = next(each for each in held.records() if each.review.added)
    assert (added.words, added.source_words) == ("are not convinced", "Critics")
    assert (added.statement.kind, added.review.state) == ("direct", "accepted")
    assert "2 of 5" in pages[-2]
    assert held.check() == []


def test_an_addition_that_is_undone_is_gone(held: Ledger) -> None:
    pages = reviewed(held, [*"m", "enter", "i", "u", "a"])
    assert "undone: add" in pages[-2]
    assert states(held)[0] == "accepted"
    assert len(list(held.records())) == 4


def test_a_new_speaker_is_named_typed_and_given_a_role(held: Ledger) -> None:
    pages = reviewed(held, [*"sIdris Carrow", "enter", "p", *"spokesman", "enter"])
    speaker = held.record(BRIDGE).statement.speaker
    assert speaker is not None
    assert (speaker.name, speaker.type, speaker.role) == ("Idris Carrow", "person", "spokesman")
    assert "you set the speaker: Idris Carrow, spokesman" in pages[-1]


def test_a_speaker_that_is_known_is_offered_by_the_beginning_of_any_name(held: Ledger) -> None:
    actor = held.new_actor(BEN, "Tomas Wieck", "person", now=NOW)
    held.new_actor(BEN, "Wielun Bridge Works", "organisation", now=NOW)
    pages = reviewed(held, [*"swiec", "tab", "enter", "enter"])
    assert "  Tomas Wieck  person" in pages[5]
    assert "Wielun" in pages[4]
    assert "Wielun" not in pages[5]
    assert held.record(BRIDGE).statement.speaker is not None
    assert held.record(BRIDGE).statement.speaker.actor == actor  # type: ignore[union-attr]


def test_the_words_of_the_source_are_offered_and_can_be_shortened(held: Ledger) -> None:
    reviewed(held, ["s", "tab", *["backspace"] * 5, "enter", "p", "enter"])
    assert held.record(BRIDGE).statement.speaker is not None
    assert held.record(BRIDGE).statement.speaker.name == "Mayor Ines"  # type: ignore[union-attr]


def test_a_name_that_two_actors_bear_asks_which(held: Ledger) -> None:
    held.new_actor(BEN, "Tomas Wieck", "person", note="the engineer", now=NOW)
    second = held.new_actor(BEN, "Tomas Wieck", "person", note="the skipper", now=NOW)
    shown = "".join(reviewed(held, [*"stomas wieck", "enter", "escape"]))
    assert "tomas wieck: which one?" in shown
    number = shown[shown.rindex(" person, the skipper, p-") - 1]
    reviewed(held, [*"stomas wieck", "enter", number, "enter"])
    assert held.record(BRIDGE).statement.speaker.actor == second  # type: ignore[union-attr]


def test_a_speaker_is_left_open_with_none(held: Ledger) -> None:
    pages = reviewed(held, [*"snone", "enter"])
    assert "you left the speaker open" in pages[-1]


def test_a_question_that_is_left_decides_nothing(held: Ledger) -> None:
    for keys in (
        ["s", "escape"],
        [*"sIdris", "enter", "escape"],
        [*"ctoll", "enter", "escape"],
        ["c", "enter"],
        ["d", "escape"],
        ["n", "enter"],
        ["m", "enter", "escape"],
    ):
        reviewed(held, keys)
    assert list(held.log()) == []


def test_a_code_is_a_concept_and_a_key(held: Ledger) -> None:
    reviewed(held, [*"ctoll", "enter", "d"])
    assert held.record(BRIDGE).codes == (Code(concept="toll", stance="disagree", coder="Ann"),)
    pages = reviewed(held, [*" cto", "tab", "enter", "a"])
    assert "▸ toll" in "".join(pages)
    assert held.record(LEAP).codes == (Code(concept="toll", stance="agree", coder="Ann"),)
    reviewed(held, [*"ctoll", "enter", "x"])
    assert held.record(BRIDGE).codes == ()


def test_a_date_begins_with_that_of_the_article_and_nonsense_is_refused(held: Ledger) -> None:
    reviewed(held, ["d", "backspace", "3", "enter"])
    assert held.record(BRIDGE).statement.said_on == SaidOn(value="2023-06-03")
    pages = reviewed(held, ["d", "\x15", *"soon", "enter"])
    assert "not taken: 'soon' is no date" in "".join(pages)
    assert held.record(BRIDGE).statement.said_on == SaidOn(value="2023-06-03")


def test_what_is_refused_stays_to_be_mended_and_no_letter_of_it_is_a_key(held: Ledger) -> None:
    pages = reviewed(held, ["d", *"2023-06-31a", "enter", *"ra", *["backspace"] * 4, *"0", "enter", "q"])
    assert "not taken: '2023-06-31a' is no date in EDTF: write 2023-06-07, 2023-06, 2023 or" in "".join(pages)
    assert states(held) == ["unreviewed"] * 4
    assert held.record(BRIDGE).statement.said_on == SaidOn(value="2023-06-30")


def test_an_unknown_concept_is_refused_before_its_side_is_asked(held: Ledger) -> None:
    held.take_codebook(BEN, Codebook(title="Bridge", concepts=(Concept(name="toll", label="Toll"),)), now=NOW)
    pages = reviewed(held, [*"ctolls", "enter", "backspace", "enter", "a"])
    assert "not taken: " in "".join(pages)
    assert held.record(BRIDGE).codes == (Code(concept="toll", stance="agree", coder="Ann"),)


def test_the_role_alone_is_another(held: Ledger) -> None:
    reviewed(held, [*"sInes Orlo", "enter", "p", *"mayor", "enter", "o", *"minister", "enter"])
    speaker = held.record(BRIDGE).statement.speaker
    assert speaker is not None
    assert (speaker.name, speaker.role) == ("Ines Orlo", "minister")
    assert "nobody is the speaker yet" in reviewed(held, " o")[-1]


def test_a_chain_and_hearers_are_typed_as_names_and_known_ones_are_offered(held: Ledger) -> None:
    board = held.new_actor(BEN, "Skerry Mail", "outlet", now=NOW)
    pages = reviewed(
        held, [*"vThe Wire > Sker", "tab", "enter", "t", *"tthe crews; Bridge Board", "enter", "g", "o"]
    )
    assert "▸ The Wire > Skerry Mail" in "".join(pages)
    said = held.record(BRIDGE).statement
    assert [(one.name, one.type) for one in said.via] == [("The Wire", "outlet"), ("Skerry Mail", "outlet")]
    assert said.via[1].actor == board
    assert [(one.name, one.type) for one in said.to] == [
        ("the crews", "group"),
        ("Bridge Board", "organisation"),
    ]
    reviewed(held, ["v", *"none", "enter", "t", "enter"])  # what stands there is kept with Enter
    said = held.record(BRIDGE).statement
    assert said.via == ()
    assert len(said.to) == 2


def test_why_says_what_speaks_for_speaker_day_and_chain(ledger: Ledger, keep: Keep) -> None:
    of = article(
        'The weir\n\nIda Stroud came on Monday. "It leaks," she told the Skerry Mail.\n',
        published="2031-03-05",
    )
    day = of.text.index("Monday")
    said = replace(
        statement(of, "It leaks,", cue="told", source="she"),
        speaker=Speaker(name="Ida Stroud", type="person", role="engineer", confidence=0.91),
        said_on=SaidOn(value="2031-03-03", span=Span(day, day + 6), confidence=0.8),
        via=(Carrier(name="Skerry Mail", type="outlet"),),
    )
    keep(Reading(article=of, statements=(said,)))
    page = reviewed(ledger, "?q")[1]
    assert "speaker: Ida Stroud, engineer, 91% sure; named in “The weir Ida Stroud came" in page
    assert "day: 2031-03-03, 80% sure; by the words “Monday”, with the day of publication, 2031-03-05" in page
    assert "via: Skerry Mail, named in “" in page


def test_what_is_typed_takes_the_place_of_the_date_that_stands_there(held: Ledger) -> None:
    reviewed(held, ["d", *"2023-05", "enter"])
    assert held.record(BRIDGE).statement.said_on == SaidOn(value="2023-05")


def test_another_speaker_does_not_inherit_the_role_of_the_one_before(held: Ledger) -> None:
    reviewed(held, [*"sIdris Carrow", "enter", "p", *"spokesman", "enter"])
    reviewed(held, [*"sBela Venn", "enter", "p", "enter"])
    speaker = held.record(BRIDGE).statement.speaker
    assert speaker is not None
    assert (speaker.name, speaker.role) == ("Bela Venn", None)


def test_the_same_speaker_keeps_the_role_with_enter(held: Ledger) -> None:
    reviewed(held, [*"sIdris Carrow", "enter", "p", *"spokesman", "enter"])
    reviewed(held, ["s", "tab", "enter", "enter"])
    assert held.record(BRIDGE).statement.speaker.role == "spokesman"  # type: ignore[union-attr]


def test_a_note_and_the_log_are_behind_the_question_mark(held: Ledger) -> None:
    held.decide(BEN, BRIDGE, Accept(), now=NOW)
    pages = reviewed(held, [*"nask the ministry", "enter", "?", " "])
    why = next(page for page in pages if page.startswith("Why"))
    assert "The machine is 95% sure that content and source are right together." in why
    assert "2024-03-02 09:30 Ben accepted it" in why
    assert "Ann noted: ask the ministry" in why


def test_both_sides_of_a_disagreement_are_shown_and_a_decision_settles_it(held: Ledger) -> None:
    held.decide(BEN, LEAP, Accept(), now=NOW)
    held.decide(Coder(name="Cleo"), LEAP, Reject(reason="a headline"), now=NOW)
    pages = reviewed(held, "a", name="disagreements")
    assert "coders differ · Ben accepted it · Cleo rejected it: a headline" in pages[0]
    assert not held.record(LEAP).review.contested
    assert next(iter(held.log())).decision.settles


def test_what_a_newer_reading_no_longer_finds_is_shown_with_what_was_decided(held: Ledger) -> None:
    held.decide(BEN, LEAP, Accept(), now=NOW)
    run = held.start_run(model_hash="m1", options={}, at=datetime(2024, 4, 1, tzinfo=UTC), stage="rereading")
    held.reread(run, Reading(article=vote().article, statements=vote().statements[:1]))
    pages = reviewed(held, "r", name="needs-look")
    assert "the latest reading no longer finds it · Ben accepted it" in pages[0]
    review = held.record(LEAP).review
    assert (review.needs_look, review.contested, review.state) == (False, True, "rejected")


def test_decisions_follow_a_statement_into_a_newer_reading(held: Ledger) -> None:
    held.decide(BEN, BRIDGE, SetCode(concept="toll", stance="agree"), now=NOW)
    wider = statement(vote().article, 'said the bridge would open "before the first snow"')
    run = held.start_run(model_hash="m1", options={}, at=datetime(2024, 4, 1, tzinfo=UTC), stage="rereading")
    held.reread(run, Reading(article=vote().article, statements=(wider, vote().statements[1])))
    pages = reviewed(held, ["?", " "])
    assert "people   Ben coded it toll agree" in pages[0]
    assert "2024-03-02 09:30 Ben coded it toll agree (in an earlier reading)" in pages[1]


def test_a_statement_that_went_meanwhile_is_passed_over(held: Ledger) -> None:
    class Meanwhile:
        def __init__(self) -> None:
            self.keys = iter(["a", "a", "end"])

        def next(self) -> str:
            key = next(self.keys)
            if key == "a" and held.counts().articles == 2:
                held.forget(BEN, protest().article.id, "asked for", now=NOW)
            return key

    import io

    from onrecord.cli.reviewing.deciding import Decided
    from onrecord.cli.reviewing.screen import Screen
    from onrecord.cli.reviewing.session import Session
    from onrecord.cli.reviewing.trail import Trail

    shown = io.StringIO()
    trail = Trail(iter([BRIDGE, OUTER, INNER, LEAP]), 4, more=False, limit=None)
    decided = Decided(held, Coder(name="Ann"), settles=False)
    Session(held, Meanwhile(), Screen(shown), trail, decided).run()
    assert held.record(LEAP).review.state == "accepted"
    assert "is no longer in the ledger" in shown.getvalue()


def test_a_key_that_means_nothing_says_so(held: Ledger) -> None:
    assert "'j' is no key here" in reviewed(held, "j")[-1]


def test_control_characters_of_an_article_reach_no_terminal(ledger: Ledger, keep: Keep) -> None:
    from building import article

    hostile = article(
        'Orlo\x1b]0;mine\x07 said "the\x1b[2J bridge" would open\n', title="T\x1b[2Jitle", outlet="Q\x9b"
    )
    keep(
        Reading(
            article=hostile,
            statements=(statement(hostile, '"the\x1b[2J bridge"', source="Orlo\x1b]0;mine\x07"),),
        )
    )
    shown = "".join(reviewed(ledger, [*"a?", " ", "left", "s", "tab", "escape", "f", "tab", "escape"]))
    assert not {"\x1b", "\x07", "\x9b"} & set(shown)
    assert words_at(hostile.text, ()) == ""

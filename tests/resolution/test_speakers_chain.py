"""Through whom words came."""

from dataclasses import replace

from building import article, statement

from onrecord.model import Span
from onrecord.resolution.choosing import shipped
from onrecord.resolution.resolving import resolve
from onrecord.resolution.speakers.resolving import Resolver

TEXT = """Mill to close

Mill owner Casimir Abernethy-Voll told the Lindholm Courier on Monday that the mill would close.

Union leader Huberta Nakashian told reporters she was surprised.

The Lindholm Courier reported that Casimir Abernethy-Voll had praised the staff.
"""


def _via(content: str, cue: str, source: str, **facts: object) -> list[str]:
    report = article(TEXT, **({"outlet": "Quay News"} | facts))
    [given] = resolve(report, [statement(report, content, cue=cue, source=source)])
    return [one.name for one in given.via]


def test_the_outlet_that_was_told_is_in_the_chain() -> None:
    assert _via("that the mill would close", "told", "Mill owner Casimir Abernethy-Voll") == [
        "Lindholm Courier"
    ]


def test_the_articles_own_outlet_is_not() -> None:
    own = {"outlet": "Lindholm Courier"}
    assert _via("that the mill would close", "told", "Mill owner Casimir Abernethy-Voll", **own) == []


def test_those_who_only_listened_are_not() -> None:
    text = TEXT.replace("told reporters she", "assured reporters that she")
    report = article(text, outlet="Quay News")
    owner = statement(
        report, "that the mill would close", cue="told", source="Mill owner Casimir Abernethy-Voll"
    )
    leader = statement(
        report, "that she was surprised", cue="assured", source="Union leader Huberta Nakashian"
    )
    assert [len(one.via) for one in resolve(report, [owner, leader])] == [1, 0]


def test_who_reports_what_another_said_is_in_the_chain_of_the_inner_statement() -> None:
    report = article(TEXT, outlet="Quay News")
    outer = statement(
        report,
        "that Casimir Abernethy-Voll had praised the staff",
        cue="reported",
        source="The Lindholm Courier",
    )
    last = report.text.rindex("Casimir Abernethy-Voll")
    assert outer.content[0].start <= last
    inner = statement(
        report, "the staff", cue="had praised", source="Casimir Abernethy-Voll", parent=outer.id
    )
    given = resolve(report, [outer, inner])
    assert given[0].via == ()
    assert [one.name for one in given[1].via] == ["Lindholm Courier"]


def _chains(text: str, *given: tuple[str, str, str], outlet: str = "Quay News") -> list[list[str]]:
    report = article(text, outlet=outlet)
    found = [statement(report, content, cue=cue, source=source) for content, cue, source in given]
    return [[one.name for one in done.via] for done in resolve(report, found)]


POLLED = """Ferry divides the town

A poll by the Sprott Institute, taken last week, gives the council something to think about.

Sixty-one per cent want the ferry back, and one in four would pay more for it.
"""


def test_whoever_asked_is_in_the_chain_of_those_who_answered() -> None:
    both = _chains(
        POLLED,
        ("the ferry back", "want", "Sixty-one per cent"),
        ("would pay more for it", "would pay", "one in four"),
    )
    assert both == [["Sprott Institute"], ["Sprott Institute"]]


def test_a_body_above_is_not_in_the_chain_of_one_who_is_no_share() -> None:
    text = POLLED.replace("Sixty-one per cent want", "Mayor Ines Orlo wants")
    assert _chains(text, ("the ferry back", "wants", "Mayor Ines Orlo")) == [[]]


def test_the_articles_own_outlet_is_known_by_a_part_of_its_name() -> None:
    text = "Mill\n\nMill owner Casimir Abernethy-Voll told OVL that the mill would close.\n"
    given = ("that the mill would close", "told", "Mill owner Casimir Abernethy-Voll")
    assert _chains(text, given, outlet="OVL English") == [[]]


def test_the_same_paper_is_the_one_that_was_named_last() -> None:
    text = (
        "Mill\n\nMill owner Casimir Abernethy-Voll told the Lindholm Courier that the mill would close.\n\n"
        "Union leader Huberta Nakashian told the same paper that she was surprised.\n"
    )
    given = ("that she was surprised", "told", "Union leader Huberta Nakashian")
    assert _chains(text, given) == [["Lindholm Courier"]]


def test_an_outlet_without_a_name_is_given_in_the_articles_words() -> None:
    text = "Mill\n\nMill owner Casimir Abernethy-Voll told a podcast that the mill would close.\n"
    given = ("that the mill would close", "told", "Mill owner Casimir Abernethy-Voll")
    assert _chains(text, given) == [["a podcast"]]


def test_a_go_between_is_in_the_chain_by_name() -> None:
    text = "Mill\n\nMill owner Casimir Abernethy-Voll said through Huberta Nakashian that the mill would close.\n"
    given = ("that the mill would close", "said", "Mill owner Casimir Abernethy-Voll")
    assert _chains(text, given) == [["Huberta Nakashian"]]


def test_a_paper_that_quotes_somebody_else_a_paragraph_above_is_less_likely() -> None:
    text = (
        "Dam in doubt\n\nIts leader, Bram Okker, was quoted by Vallis Daily as saying that he had expected it.\n\n"
        "Harbour master Joan Edder defended the minister. Okker called the dam a wall.\n"
    )
    report = article(text, outlet="Lowmere Wire")
    statements = [
        statement(report, "that he had expected it", cue="as saying", source="Its leader, Bram Okker,"),
        statement(report, "the minister", cue="defended", source="Harbour master Joan Edder"),
        statement(report, "the dam a wall", cue="called", source="Okker"),
    ]
    resolver = Resolver(report, statements)
    assert all(one.speaker for one in resolver.opinions())
    chains = resolver.chains_with(shipped("onrecord.resolution.speakers", "chain_weights.json"))
    found = [
        {one.entity.name: one.features.get("above:others", 0.0) for one in options}["Vallis Daily"]
        for _, options, _ in chains.looked(chains.carriers(statements))
    ]
    assert found == [0.0, 1.0, 0.0]


def test_a_broadcaster_shown_by_its_radio_is_one_with_its_bare_name() -> None:
    text = """Mill to close

Casimir Abernethy-Voll told QRL radio that the mill would close. The gates are shut.

It was over, Casimir Abernethy-Voll told the QRL.
"""
    report = article(text, outlet="Quay News")
    who = "Casimir Abernethy-Voll"
    first = statement(report, "that the mill would close", cue="told", source=who)
    at = text.index("told the QRL")
    last = replace(
        statement(report, "It was over", source=who),
        cue=(Span(at, at + len("told")),),
        source=(Span(at - len(who) - 1, at - 1),),
    )
    assert [[one.name for one in given.via] for given in resolve(report, [first, last])] == [["QRL"], ["QRL"]]


def test_where_one_outlet_was_told_no_other_counts_that_stands_elsewhere() -> None:
    text = (
        "Mill to close\n\nMr Voll told Havnia Public Radio on Sunday that he had no doubts.  As a young man he wrote "
        "in the Daily Skelp that the mill was a coffin.\n"
    )
    report = article(text, outlet="Quay News")
    first = statement(report, "that he had no doubts", cue="told", source="Mr Voll")
    second = statement(report, "that the mill was a coffin", cue="wrote", source="he")
    given = resolve(report, [first, second])
    assert [[one.name for one in done.via] for done in given] == [["Havnia Public Radio"], ["Daily Skelp"]]

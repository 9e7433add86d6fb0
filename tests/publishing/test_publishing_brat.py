"""brat's standoff."""

import re

from building import article, statement, vote

from onrecord.model import Record
from onrecord.publishing import brat
from onrecord.publishing.jsonl import row

LINES = "One said\n“two\r\n\r\nthree” and\u2028four.\n"


def standoff(*records: Record) -> list[str]:
    made = brat.standoff([row(record, full=True) for record in records], records[0].article.text)
    assert made.endswith("\n")
    return made.split("\n")[:-1]


def test_an_event_names_its_parts() -> None:
    lines = standoff(vote().records()[1])
    text = vote().article.text
    plan, leap = text.index("the plan"), text.index('"a leap')
    assert lines[0].startswith("T1\tAttribution ")
    assert lines[1] == f'T2\tContent {plan} {plan + 8};{leap} {leap + 20}\tthe plan "a leap in the dark"'
    assert "E1\tAttribution:T1 Content:T2 Cue:T3 Source:T4" in lines
    assert "A1\tKind E1 mixed" in lines


def test_no_piece_crosses_the_end_of_a_line() -> None:
    report = article(LINES)
    record = Record(article=report, statement=statement(report, "“two\r\n\r\nthree” and\u2028four"))
    bound = [line.split("\t") for line in standoff(record) if line.startswith("T")]
    for _, places, words in bound:
        pieces = [tuple(map(int, each.split())) for each in places.split(" ", 1)[1].split(";")]
        assert [LINES[start:end] for start, end in pieces] == ["“two", "three” and", "four"]
        assert words == "“two three” and four"


def test_each_article_has_a_name_of_its_own_that_any_disk_takes() -> None:
    one = article(doc="a folder/Ümlaut: x?.html#2")
    assert re.fullmatch(r"[\w.-]+_a-[a-z2-7]{13}", brat.name_of(one), re.ASCII)
    assert brat.name_of(one) != brat.name_of(article(outlet="The Quay"))
    assert brat.name_of(article(doc="-")) == article(doc="-").id


def test_the_configuration_names_all_types_that_are_written() -> None:
    for name in ("Content", "Cue", "Source", "Attribution", "Kind", "direct", "mixed", "indirect"):
        assert name in brat.ANNOTATION_CONF
        assert name in brat.VISUAL_CONF
    for heading in ("[entities]", "[relations]", "[events]", "[attributes]"):
        assert heading in brat.ANNOTATION_CONF

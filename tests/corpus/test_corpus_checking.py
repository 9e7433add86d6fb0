"""Loading a debate, and what the checker sees."""

import pytest
from small_debate import FACTS, LINES, LISTS, TEXT

from corpus.check import duplicates, problems
from corpus.debate import DebateError, load_debate
from corpus.forms import count
from corpus.report import ReportError, load
from onrecord.model.edtf import is_edtf


def found(folder) -> str:
    return "\n".join(problems(load_debate(folder)))


def test_a_debate_without_faults_is_passed(write_debate):
    assert found(write_debate()) == ""


def test_a_report_has_its_facts_and_statements(write_debate):
    report = load_debate(write_debate()).reports[0]
    assert (report.outlet, report.published, report.title) == (
        "The Sund Courier", "2031-03-04", "Quell: ‘We will not wait’",
    )  # fmt: skip
    assert [report.words(s.content) for s in report.statements][2:] == [
        "“Never,” … “and nowhere.”",
        "Quell had promised a ferry",
        "a ferry",
    ]
    assert [s.parent for s in report.statements] == [None, None, None, None, 4]


def test_forms_are_counted_from_marks_and_lines(write_debate):
    counts = count([load_debate(write_debate())])
    names = (
        "headline",
        "interrupted",
        "mixed",
        "nested",
        "unnamed",
        "not title",
        "direct",
        "indirect",
        "single",
    )
    assert {name: counts[name] for name in names} == {
        "headline": 1, "interrupted": 1, "mixed": 1, "nested": 1, "unnamed": 1, "not title": 1, "direct": 2,
        "indirect": 2, "single": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('speaker = "Ilse Dorn"', 'speaker = "Ilse Darn"', "speaker 'Ilse Darn' is in no list"),
        ('kind = "mixed"', 'kind = "partly"', "kind: 'partly' is not known"),
        ('act = "speech", unnamed', 'act = "saying", unnamed', "act: 'saying' is not known"),
        ('build = "agree"', 'build = "yes"', "codes: 'yes' is not known"),
        ("codes = { build", "codes = { dig", "codes: 'dig' is not known"),
        ('said_on = "2031-03-03" }', 'said_on = "2031-03-33" }', "said_on '2031-03-33' is no date"),
        ('said_on = "2031-03-03" }', 'said_on = "2031-03-05" }', "is after the report"),
        ('via = ["The Harbour Post"]', 'via = ["The Sund Courier"]', "this report's own outlet"),
        ('via = ["The Harbour Post"]', 'via = ["The Herald"]', "via 'The Herald' is in no list"),
        ('unnamed = "an aide"', 'unnamed = "a friend"', "unnamed 'a friend': these words do not occur"),
        ('unnamed = "an aide"', 'forms = ["noun"]', "it has a source; who is it?"),
        ('unnamed = "an aide"', 'unnamed = "an aide", retracts = "9"', "retracts '9'"),
        ('role = "transport minister"', 'role = "premier"', "role 'premier': these words do not occur"),
        ('4 = { kind = "indirect"', '4 = { kind = "direct"', "its content holds no quotation mark"),
        ('2 = { kind = "mixed"', '2 = { kind = "indirect", forms = ["block"]', "a block quotation is direct"),
    ],
)
def test_a_wrong_line_is_seen(write_debate, old: str, new: str, message: str):
    assert old in LINES
    assert message in found(write_debate(lines=LINES.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{3|“and", "{3| “and", "begins or ends with a blank"),
        ("{4.source|Dorn}", "{4.source|Dorn {4.cue|said}}", "its own content, cue and source overlap"),
        ("{5|a ferry}", "{5.cue|a ferry}", "it has no content"),
        ("@heading", "@standfirst", "no @heading"),
        (
            "{5.source|Quell} {5.cue|had promised} {5|a ferry}",
            "{5|Quell had promised a ferry}",
            "2 statements have",
        ),
    ],
)
def test_a_wrong_mark_is_seen(write_debate, old: str, new: str, message: str):
    assert old in TEXT
    assert message in found(write_debate(text=TEXT.replace(old, new)))


def test_an_outlet_or_a_text_in_two_debates_is_seen(write_debate):
    both = [load_debate(write_debate()), load_debate(write_debate(folder="other"))]
    assert len(duplicates(both)) == 3


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"lines": LINES.replace("5 = ", "6 = ")},
            "numbers without a line: ['5']; lines without a mark: ['6']",
        ),
        ({"lines": LINES + "oops"}, "the TOML of the facts or the statements"),
        ({"lines": LINES.replace("unnamed", "anonymous")}, "a key is missing or unknown"),
        ({"lines": LINES.replace('via = ["The Harbour Post"]', 'via = "The Harbour Post"')}, "via is a list"),
        ({"facts": FACTS + 'title = "x"\n'}, "title"),
        ({"text": TEXT + "{6|x\n"}, "line 12: the mark `{6|` has no end"),
        ({"text": TEXT + "+++\n"}, "here are 3"),
    ],
)
def test_a_file_that_is_no_report_says_why(write_debate, given: dict[str, str], message: str):
    folder = write_debate(**given)
    with pytest.raises(ReportError) as caught:
        load(folder / "01-courier.marked")
    assert message in str(caught.value)
    assert "01-courier.marked" in str(caught.value)


def test_a_list_that_lacks_a_key_says_which(write_debate):
    with pytest.raises(DebateError, match="'definition'"):
        load_debate(write_debate(codebook=LISTS["codebook.toml"].replace("definition", "meaning")))


def test_a_list_that_is_no_toml_says_which(write_debate):
    with pytest.raises(DebateError, match=r"actors\.toml"):
        load_debate(write_debate(actors="[[actor"))


@pytest.mark.parametrize(
    ("value", "good"),
    [
        ("2031-03-03", True), ("2031-03", True), ("2031", True), ("2031-03-03~", True), ("2031-03?", True),
        ("2031-03-01/2031-03-03", True), ("2031-03-03/2031-03-01", False), ("2031-02-29", False),
        ("2031-13", False), ("March 2031", False), ("", False), ("2031-3-3", False), ("2031/2032/2033", False),
    ],
)  # fmt: skip
def test_dates_are_edtf(value: str, good: bool):
    assert is_edtf(value) is good

"""When each statement was said."""

import pytest
from building import article, statement
from hypothesis import given, settings
from hypothesis import strategies as st
from speaking import told

from onrecord.model import Article, SaidOn, Statement
from onrecord.model.edtf import is_edtf
from onrecord.resolution.dates import find_dates
from onrecord.resolution.resolving import resolve
from onrecord.resolution.sayings import Dater, said_on
from onrecord.resolution.speakers.resolving import Resolver
from onrecord.resolution.speakers.words import words_of

MILL = """Mill to close

Mill owner Casimir Abernethy-Voll told reporters on Friday that the mill would close in October.

"We have no orders after September," he said.

Union leader Huberta Nakashian warned in May that the mill would not see 2024.
"""


def _days(text: str, *parts: tuple[str, str | None, str | None], **facts: object) -> list[SaidOn | None]:
    report, found = told(text, *parts, **facts)
    return [one.said_on for one in resolve(report, found)]


def test_the_date_beside_the_cue_counts_and_never_the_one_within_the_content() -> None:
    [day] = _days(MILL, ("that the mill would close in October", "told", "Mill owner Casimir Abernethy-Voll"))
    assert day is not None
    assert day.value == "2023-06-02"
    assert day.span is not None
    assert day.span.of(MILL) == "Friday"
    assert not day.inferred


@pytest.mark.parametrize("when", ["next Monday", "next Thursday", "on 8 June", "tomorrow", "next month"])
def test_a_day_to_come_is_no_day_on_which_something_was_said(when: str) -> None:
    text = f"""Mill to close

Gareth Abernethy-Voll, of the opposition, was less polite:

A minister who cannot tell a ceiling from an average should not be trusted with a bucket.

Abernethy-Voll added that he would table a motion {when}.

The union said that it had expected nothing else.
"""
    days = _days(
        text,
        (
            "A minister who cannot tell a ceiling from an average should not be trusted with a bucket",
            "added",
            "Abernethy-Voll",
        ),
        ("that it had expected nothing else", "said", "The union"),
    )
    assert [day and (day.value, day.span) for day in days] == [("2023-06-03/2023-06-04", None)] * 2


def test_the_days_of_which_a_quotation_speaks_are_no_options() -> None:
    quoted = '"On Friday I defended ten crowns. On Sunday I am told it was an average,"'
    report, found = told(f"Mill to close\n\n{quoted} he complained.\n", (quoted, "complained", "he"))
    dates = find_dates(report.text, report.published, report.blocks)
    [dated] = Dater(report, found, words_of(report), dates, {}).dated()
    assert len(dates) == 2
    assert [one.span for one in dated.options] == [None, None]


def test_a_month_is_given_as_a_month() -> None:
    [day] = _days(MILL, ("that the mill would not see 2024", "warned", "Union leader Huberta Nakashian"))
    assert day is not None
    assert (day.value, day.inferred) == ("2023-05", False)


def test_a_statement_that_goes_on_has_the_day_of_the_one_before() -> None:
    days = _days(
        MILL,
        ("that the mill would close in October", "told", "Mill owner Casimir Abernethy-Voll"),
        ('"We have no orders after September,"', "said", "he"),
    )
    assert [day and day.value for day in days] == ["2023-06-02", "2023-06-02"]


def test_without_a_date_it_is_the_day_of_publication_or_the_one_before_and_marked_so() -> None:
    text = "Mill to close\n\nMill owner Casimir Abernethy-Voll said the mill would close.\n"
    [day] = _days(text, ("the mill would close", "said", "Mill owner Casimir Abernethy-Voll"))
    assert day is not None
    assert (day.value, day.inferred, day.span) == ("2023-06-03/2023-06-04", True, None)


def test_without_a_day_of_publication_nothing_is_concluded() -> None:
    text = "Mill to close\n\nMill owner Casimir Abernethy-Voll said the mill would close.\n"
    source = "Mill owner Casimir Abernethy-Voll"
    assert _days(text, ("the mill would close", "said", source), published=None) == [None]


def test_a_weekday_to_come_is_read_as_the_last_one_since_nothing_is_said_in_the_future() -> None:
    text = "Mill to close\n\nNakashian on Wednesday: the mill would be missed.\n"
    [day] = _days(text, ("the mill would be missed", ":", "Nakashian"), published="2023-06-04")
    assert day is not None
    assert day.value in ("2023-05-31", "2023-06-03/2023-06-04")


def test_a_poll_between_two_days_has_both() -> None:
    text = "Poll\n\nIn a survey taken between 8 and 12 May 2023, residents said the mill should stay.\n"
    [day] = _days(text, ("the mill should stay", "said", "residents"))
    assert day is not None
    assert day.value == "2023-05-08/2023-05-12"


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "no day", None, "2031-02-29"])
def test_days_at_the_ends_of_the_calendar_do_no_harm(published: str | None) -> None:
    text = (
        "Mill\n\nA year ago and three weeks ago the owner said on Monday the mill would close next Friday.\n"
    )
    for day in _days(text, ("the mill would close next Friday", "said", "the owner"), published=published):
        assert day is None or is_edtf(day.value)


PIECES = [
    "on Monday",
    "in May",
    "last year",
    "said",
    '"so"',
    "Mara Quell",
    "told",
    "\n\n",
    ",",
    "three weeks ago",
    "2031",
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=25), st.data())
def test_whatever_the_text_days_are_edtf_and_the_order_of_statements_changes_nothing(
    pieces: list[str], data: st.DataObject
) -> None:
    text = "Heading\n\nA " + " ".join(pieces) + " end.\n"
    report = article(text)
    found = _some(report, data)
    one, other = (
        {made.id: made.said_on for made in resolve(report, given)} for given in (found, found[::-1])
    )
    assert one == other
    for day in one.values():
        assert day is None or (is_edtf(day.value) and 0 <= day.confidence <= 1)


def test_of_two_statements_that_begin_alike_it_does_not_matter_which_comes_first() -> None:
    report = article("Heading\n\nA on Monday on Monday on Monday on Monday said on Monday end.\n")
    found = [statement(report, words) for words in ("on Monday on", "on Monday sa", "Monday on Mo")]
    one, other = ({made.id: made for made in resolve(report, given)} for given in (found, found[::-1]))
    assert one == other


def _some(report: Article, data: st.DataObject) -> list[Statement]:
    places = [place for place, sign in enumerate(report.text) if sign == " "]
    starts = data.draw(st.lists(st.sampled_from(places), max_size=4, unique=True))
    words = {report.text[at + 1 :].split("\n")[0][:12].strip() for at in starts}
    return [statement(report, one) for one in sorted(words) if one]


def test_options_are_weighed_to_one() -> None:
    report = article(MILL)
    one = statement(report, "that the mill would close in October", cue="told")
    [dated] = Dater(report, [one], words_of(report), [], {}).dated()
    assert sum(dated.chances) == pytest.approx(1)
    assert said_on(report, dated) is not None


NIGHT = """Count goes on

{}

Mayor Ines Orlo says the bridge is safe.

{}

The engineer Tomas Wieck calls the count a farce.

{}

A clerk asks for quiet.
"""


@pytest.mark.parametrize(
    ("times", "days"),
    [
        (("17:10", "17:40", "18:05"), ("2023-06-04", "2023-06-04")),
        (("18.05", "17.40", "17.10"), ("2023-06-04", "2023-06-04")),
        (("9:30 p.m.", "11:50 p.m.", "12:20 a.m."), ("2023-06-03", "2023-06-03")),
        (("0:15", "23:40", "22:05"), ("2023-06-04", "2023-06-03")),
    ],
)
def test_entries_with_a_time_of_day_were_said_on_the_day_of_their_page(
    times: tuple[str, str, str], days: tuple[str, str]
) -> None:
    one, other = _days(
        NIGHT.format(*times),
        ("the bridge is safe", "says", "Mayor Ines Orlo"),
        ("the count a farce", "calls", "The engineer Tomas Wieck"),
    )
    assert (one.value if one else None, other.value if other else None) == days


def _options(text: str, part: tuple[str, str, str], **facts: object) -> dict[str, dict[str, float]]:
    """The days that are weighed for one statement, with their features."""
    report, found = told(text, part, **facts)
    resolver = Resolver(report, found)
    list(resolver.opinions())
    dates = find_dates(report.text, report.published, report.blocks)
    words, who = resolver.cast.words, resolver.who
    dater = Dater(report, found, words, dates, who, {}, named=resolver.named)
    [(_, dated)] = dater.looks(None)
    return {one.value: one.features for one in dated.options}


def test_since_a_month_may_be_every_day_from_then_on() -> None:
    text = "Mill to close\n\nNakashian has been saying since March that the mill would be missed.\n"
    options = _options(text, ("that the mill would be missed", "has been saying", "Nakashian"))
    assert {"2023-03", "2023-03/2023-06"} <= options.keys()


def test_a_day_whose_sentence_names_the_speaker_is_told_from_one_that_names_another() -> None:
    text = """Mill to close

Huberta Nakashian met the weavers on Tuesday.

Casimir Abernethy-Voll met the owners on Wednesday.

The mill would be missed, Huberta Nakashian said.
"""
    options = _options(text, ("The mill would be missed", "said", "Huberta Nakashian"))
    theirs, others = options["2023-05-30"], options["2023-05-31"]
    assert (theirs["before:who"], theirs["before:who:nearest"], theirs["before:occasion"]) == (1.0, 1.0, 1.0)
    assert "before:who" not in others
    assert others["before:who:others"] == 1.0


def test_a_day_on_which_a_paper_was_written_is_known_by_the_word_for_it() -> None:
    text = "Mill to close\n\nA memo of 2 May went to the board.\n\nThe mill, the memo says, will be missed.\n"
    options = _options(text, ("will be missed", "says", "the memo"))
    assert options["2023-05-02"]["before:paper:same"] == 1.0


def test_of_a_day_that_every_line_tells_the_nearest_places_count() -> None:
    def who(lines: int) -> bool:
        others = "\n\n".join(f"Casimir Abernethy-Voll met weaver {at} on Tuesday." for at in range(lines))
        text = f"""Mill to close

Huberta Nakashian met the weavers on Tuesday.

{others}

The mill would be missed, Huberta Nakashian said.
"""
        options = _options(text, ("The mill would be missed", "said", "Huberta Nakashian"))
        return "day:who" in options["2023-05-30"]

    assert who(5)
    assert not who(60)

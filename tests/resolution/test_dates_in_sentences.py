"""What date expressions are found in a sentence, and what they mean."""

import pytest

from onrecord.resolution.dates import find_dates

TUESDAY = "2031-03-04"


def values(text: str, published: str | None = TUESDAY) -> list[tuple[str, str]]:
    return [(one.span.of(text), one.value) for one in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The ferry sank on Nov. 2, 1989.", "Nov. 2, 1989", "1989-11-02"),
        ("It opened on the 14th of September 2022.", "the 14th of September 2022", "2022-09-14"),
        ("The deed is dated 2024-02-29.", "2024-02-29", "2024-02-29"),
        ("Filed 11/02/89 at the court.", "11/02/89", "1989-11-02"),
        ("Filed 14.9.2022 at the court.", "14.9.2022", "2022-09-14"),
        ("The bridge was begun in October 1984.", "October 1984", "1984-10"),
        ("Halvern has been a city since 2008.", "2008", "2008"),
        ("She was born in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("The harbour was busy in the 1990s.", "the 1990s", "199"),
        ("Songs of the late eighties were played.", "late eighties", "198"),
        ("A mill of the 19th century stands there.", "the 19th century", "18"),
        ("Sales rose in the first half of 2022.", "the first half of 2022", "2022-H1"),
        ("It lost money in the third quarter of 2029.", "the third quarter of 2029", "2029-Q3"),
        ("Profit doubled in Q3 2029.", "Q3 2029", "2029-Q3"),
        ("In fiscal 1990 the line closed.", "fiscal 1990", "1990"),
        ("They met in the winter of 2029.", "the winter of 2029", "2029-WI"),
        ("The wall was built in AD 142 by order.", "AD 142", "0142"),
        ("The temple burned in 44 BC.", "44 BC", "BC0044"),
    ],
)
def test_what_names_its_place_in_the_calendar(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text, None)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Mayor Orlo said on Monday that it would open.", "Monday", "2031-03-03"),
        ("The council will meet on Friday.", "Friday", "2031-03-07"),
        ("The council met on Friday.", "Friday", "2031-02-28"),
        ("The strike began last Tuesday.", "last Tuesday", "2031-02-25"),
        ("The crews walked out in August.", "August", "2030-08"),
        ("The crews will walk out in August.", "August", "2031-08"),
        ("The plan is to be put to the vote by Dec. 10.", "Dec. 10", "2031-12-10"),
        ("The talks failed earlier this week.", "earlier this week", "2031-W10"),
        ("Next month's summit will be short.", "Next month", "2031-04"),
        ("The roof fell in last year.", "last year", "2030"),
        ("She left five months ago.", "five months ago", "2030-10"),
        ("He called ten days ago.", "ten days ago", "2031-02-22"),
        ("They married two decades ago.", "two decades ago", "2011"),
        ("Snow fell overnight.", "overnight", "2031-03-03TNI"),
        ("He resigned this morning.", "this morning", "2031-03-04TMO"),
        ("The choir sings this weekend.", "this weekend", "2031-W10-WE"),
        ("The choir sang this weekend.", "this weekend", "2031-W09-WE"),
        ("The case was adjourned until Friday.", "Friday", "2031-03-07"),
        ("He was remanded in custody until Friday.", "Friday", "2031-03-07"),
        ("The case was adjourned on Friday.", "Friday", "2031-02-28"),
        ("He stayed there until Friday.", "Friday", "2031-02-28"),
        ("Shots were heard on Sunday night.", "Sunday night", "2031-03-02TNI"),
        ("The vote is set for 5 p.m. Thursday.", "5 p.m. Thursday", "2031-03-06T17:00"),
        ("The harbour was closed over the weekend.", "the weekend", "2031-W09-WE"),
        ("Rain fell last fall.", "last fall", "2030-FA"),
        ("Third-quarter profit fell.", "Third-quarter", "2030-Q3"),
        ("Shops were shut on Thanksgiving Day.", "Thanksgiving Day", "2030-11-28"),
        ("The mills shut in March of last year.", "March of last year", "2030-03"),
    ],
)
def test_what_is_told_from_the_day_of_publication(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("On 22 June 2019 the pier burned. Two days later it fell.", "Two days later", "2019-06-24"),
        ("She won in 2019. The following year she lost.", "The following year", "2020"),
        ("They met on Feb. 28, 2029. He resigned that day.", "that day", "2029-02-28"),
        ("Net rose in the third quarter of 2030, from a loss a year earlier.", "a year earlier", "2029-Q3"),
        ("It was sold on 3 May 2020, after a row the previous Friday.", "the previous Friday", "2020-05-01"),
        ("The dam broke on 2 May 2020. People slept, as it was 6 a.m.", "6 a.m.", "2020-05-02T06:00"),
    ],
)
def test_what_is_told_from_the_date_last_spoken_of(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text)


@pytest.mark.parametrize(
    ("text", "words", "value", "kind"),
    [
        ("They talked for two and a half hours.", "two and a half hours", "PT2H30M", "DURATION"),
        ("It is a five-year plan.", "five-year", "P5Y", "DURATION"),
        ("Nothing happened for several months.", "several months", "PXM", "DURATION"),
        ("Prices doubled over the past three years.", "the past three years", "P3Y", "DURATION"),
        ("They trained for 2 1/2 years.", "2 1/2 years", "P2Y6M", "DURATION"),
        ("They have fought for decades.", "decades", "PXE", "DURATION"),
        ("The choir meets every Friday.", "every Friday", "XXXX-WXX-5", "SET"),
        ("The fair is held each July.", "each July", "XXXX-07", "SET"),
        ("The ferry costs $33 million a year.", "a year", "P1Y", "SET"),
        ("The ferry runs daily.", "daily", "P1D", "SET"),
        ("It is now a museum.", "now", "PRESENT_REF", "DATE"),
        ("He recently married.", "recently", "PAST_REF", "DATE"),
        ("It may close in the near future.", "the near future", "FUTURE_REF", "DATE"),
    ],
)
def test_lengths_repetitions_and_vague_words(text: str, words: str, value: str, kind: str) -> None:
    assert (words, value, kind) in [
        (one.span.of(text), one.value, one.type) for one in find_dates(text, TUESDAY)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "May Lin said that she may march.",
        "Mr. Orlo, 52 years old, paid $1990 for it.",
        "More than 1990 people came, and 2,010 left.",
        "The 13-year-old boy sat on flight AB1990.",
        "They live on Easter Island and read the Daily Lamp.",
        "Call 555-201-2015 as soon as possible.",
        "The sun sat low; I had a second helping.",
        "A quarter of the town and three quarters of the harbour burned.",
    ],
)
def test_words_that_are_no_dates_are_left_alone(text: str) -> None:
    assert values(text) == []


def test_without_a_day_of_publication_what_is_told_from_it_stays_open() -> None:
    text = "He said on Monday that the talks in March failed, and left on March 3. Last year he stayed; today he left."
    assert [value for _, value in values(text, None)] == [
        "XXXX-WXX-1",
        "XXXX-03",
        "XXXX-03-03",
        "XXXX",
        "XXXX-XX-XX",
    ]


def test_a_history_goes_on_from_its_own_dates() -> None:
    text = (
        "The fort was begun in 1841. It was taken on 5 May 1843 and given back in 1844. In October the gate was walled "
        "up. In 1851 it burned. A museum opened in 1901 and closed in 1950."
    )
    assert ("October", "1844-10") in values(text, "2031-03-04")
    assert ("October", "1844-10") in values(text, None)


@pytest.mark.parametrize(
    "text",
    [
        "She told Vallis Daily by telephone.",
        "He wrote for The Daily Echo and the Weekly Advertiser.",
        "The Sunday Times asked him.",
        "A reporter of Sunday Mercury called.",
        "She told Sunday Mirror reporters.",
        "Sunday Telegraph readers wrote.",
        "The Mail on Sunday asked him.",
        "She is a member of the Friday Club.",
        "He read the Saturday Evening Post.",
        "They stormed the Winter Palace.",
        "She told the Sunday Splash that he left.",
        "He told Today at Seven of it.",
        "She reads USA Today.",
    ],
)
def test_names_are_no_dates(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The ferry runs daily.", "daily", "P1D"),
        ("The Echo comes out weekly in Vallis.", "weekly", "P1W"),
        ("He said Sunday Mr Orlo would go.", "Sunday", "2031-03-02"),
        ("He told reporters today that he left.", "today", "2031-03-04"),
        ("What the Strike Means for Today", "Today", "2031-03-04"),
        ("He said Monday Independent candidates would go.", "Monday", "2031-03-03"),
        ("The railway announced Tuesday Express Line 4 would stop.", "Tuesday", "2031-03-04"),
        ("The Mail said on Sunday that he left.", "Sunday", "2031-03-02"),
        ("He left Sunday evening.", "Sunday evening", "2031-03-02TEV"),
        ("At a Sunday White House briefing he left.", "Sunday", "2031-03-02"),
        ("They met in the winter.", "the winter", "2031-WI"),
    ],
)
def test_days_beside_names_stay_dates(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text)


def test_last_winter_is_the_one_before_in_value_and_edtf() -> None:
    text = "They bailed out their cellars last winter."
    found = [(one.value, one.edtf) for one in find_dates(text, "2032-09-09")]
    assert found == [("2032-WI", "2031-12/2032-02")]


def test_years_named_in_passing_make_no_history() -> None:
    ahead = "It opens in 2036, pays by 2040 and lasts until 2060. He said so in July."
    assert ("July", "2030-07") in values(ahead)
    compared = "Fewer came than in 2019, 2021 and 2029. The gate was walled up in October."
    assert ("October", "2030-10") in values(compared)


def test_without_a_day_at_all_a_year_is_not_counted_from() -> None:
    text = "They voted for the pier in 2029. He said so in July, and she would speak on Friday."
    assert [value for _, value in values(text, None)] == ["2029", "XXXX-07", "XXXX-WXX-5"]


def test_edtf_says_days_months_seasons_and_intervals_and_nothing_of_lengths() -> None:
    text = (
        "In summer 2029, the week of March 3, 2031, the 1990s, the third quarter of 2029, May 2020, "
        "44 BC, for two years."
    )
    assert [one.edtf for one in find_dates(text, TUESDAY)] == [
        "2029-22",
        "2031-03-03/2031-03-09",
        "199X",
        "2029-07-01/2029-09-30",
        "2020-05",
        "-0043",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The council met on 3 February. The board met the Monday after.", "the Monday after", "2031-02-10"),
        ("She spoke on 6 February, having dined the Friday before.", "the Friday before", "2031-01-31"),
        (
            "The vote was on 6 February. He had resigned the night before.",
            "the night before",
            "2031-02-05TNI",
        ),
        (
            "The vote was on 6 February. The morning after, he denied it.",
            "The morning after",
            "2031-02-07TMO",
        ),
    ],
)
def test_a_day_beside_another_is_counted_from_the_one_last_spoken_of(
    text: str, words: str, value: str
) -> None:
    assert (words, value) in values(text)


@pytest.mark.parametrize("text", ["He sang the Monday after Easter.", "It is called the morning after pill."])
def test_what_says_itself_before_what_it_is_is_not_counted_from_another(text: str) -> None:
    assert not any("after" in words for words, _ in values(text))


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("In August, Orlo gave way. Two days later, Rusk resigned.", "Two days later", "2030-08-XX", "2030-08"),
        ("Late in August Orlo gave way. The same day, Rusk resigned.", "The same day", "2030-08-XX", "2030-08"),
        ("Orlo, who left in August, spoke. The next day Rusk resigned.", "The next day", "2031-03-05", "2031-03-05"),
        ("On 3 May 2030 Orlo gave way. The previous evening Rusk resigned.", "The previous evening", "2030-05-02TEV",
         "2030-05-02"),
    ],
)  # fmt: skip
def test_what_follows_from_a_date_that_opens_its_sentence(
    text: str, words: str, value: str, edtf: str
) -> None:
    found = [one for one in find_dates(text, TUESDAY) if one.span.of(text) == words]
    assert [(one.value, one.edtf) for one in found] == [(value, edtf)]

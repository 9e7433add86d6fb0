"""The names that a page gives: who wrote it, and which outlet it is of."""

import pytest

from onrecord.reading.layout.credit_line import credit_of, is_outlet_name
from onrecord.reading.layout.names import authors, joined
from onrecord.reading.layout.outlet import outlet_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("By ANN LEE and TOMAS REYL", ["ANN LEE", "TOMAS REYL"]),
        ("ByAnn Lee", ["Ann Lee"]),
        ("By Ann Lee, Political Editor", ["Ann Lee"]),
        (
            "By Ann Lee, Tomas Reyl and Ingrid van der Halloway",
            ["Ann Lee", "Tomas Reyl", "Ingrid van der Halloway"],
        ),
        ("By Ann Lee in Sarn and Tomas Reyl in Port Adeln", ["Ann Lee", "Tomas Reyl"]),
        ("By Ann Lee for The Coast Herald", ["Ann Lee"]),
        ("Written by Ann Lee | The Coast Herald", ["Ann Lee"]),
        ("Ann Lee in Port Adeln", ["Ann Lee"]),
        ("Ann O'Lee-Marsh", ["Ann O'Lee-Marsh"]),
        ("By Reuters", ["Reuters"]),
        ("By Monday", []),
        ("The White House", []),
        ("Velmora", []),
    ],
)
def test_a_byline_gives_the_names_without_by_place_and_role(line: str, names: list[str]) -> None:
    assert authors(line) == names


def test_several_names_are_joined_as_a_byline_joins_them() -> None:
    assert [joined([]), joined(["A"]), joined(["A", "B"]), joined(["A", "B", "C"])] == [
        None,
        "A",
        "A and B",
        "A, B and C",
    ]


@pytest.mark.parametrize(
    ("furniture", "text", "title", "agency", "outlet"),
    [
        (["© 2022 The Coast Herald. All rights reserved."], "", None, None, "The Coast Herald"),
        (["Copyright (c) 2019-2022 Coast Media Ltd"], "", None, None, "Coast Media"),
        (["Skip to more KRT sites"], "", None, None, "KRT"),
        (["To contact Workers' Voice and the Labour Platform visit:"], "", None, None, "Workers' Voice"),
        (["voice.example/contact"], "", None, None, None),
        (["Copyright 2022 The Coast Herald. May be copied with thanks."], "", None, None, "The Coast Herald"),
        (["Copyright 2022 St. Brendan Post"], "", None, None, "St. Brendan Post"),
        (
            ["To contact the League of Sarn Valley write to:", "coastherald.example/contact"],
            "The Coast Herald",
            None,
            None,
            "The Coast Herald",
        ),
        (
            ["To contact the KRT and the Labour Platform visit:", "krt.org/contact"],
            "the KRT",
            None,
            None,
            "KRT",
        ),
        (["news@coastherald.example"], "THE COAST HERALD told the Coast Herald", None, None, "Coast Herald"),
        (["https://proxy.example:443/https/p.krt.org/s/9x"], "He told KRT on Monday", None, None, "KRT"),
        (["news@thecoastherald.com"], "She told The Coast Herald that", None, None, "The Coast Herald"),
        (["https://twitter.com/x"], "He wrote on Twitter", None, None, None),
        ([], "", "Talks fail | The Coast Herald", None, "The Coast Herald"),
        ([], "", "Talks fail - again", None, None),
        ([], "", None, "Meridian", "Meridian"),
        (["© 2022 The Coast Herald"], "", None, "Meridian", "The Coast Herald"),
    ],
)
def test_an_outlet_is_named_by_its_own_furniture(
    furniture: list[str], text: str, title: str | None, agency: str | None, outlet: str | None
) -> None:
    whole = "\n".join([text, *furniture])
    assert outlet_of(whole, furniture, title=title, agency=agency) == outlet


def test_the_name_above_the_title_is_the_outlets_if_the_page_bears_it_again() -> None:
    above, foot = (
        ["Politics", "THE COAST HERALD", "Since 1884"],
        "The Coast Herald, 3 Quay Street, Port Adeln",
    )
    text = "\n".join([*above, foot])
    assert outlet_of(text, [*above, foot], title=None, agency=None, above=above) == "The Coast Herald"
    assert outlet_of(text, above, title=None, agency=None, above=above) is None


@pytest.mark.parametrize(
    ("line", "outlet", "names"),
    [
        ("The Coast Herald | 7 June 2032 | Mina Holt", "The Coast Herald", ("Mina Holt",)),
        ("Sarn Radio · By Mina Holt · June 7, 2032", "Sarn Radio", ("Mina Holt",)),
        ("Mina Holt and Bo Lind — The Times — 2032-06-07, 14:20", "The Times", ("Mina Holt", "Bo Lind")),
        ("7 June 2032 • Coast Wire", "Coast Wire", ()),
    ],
)
def test_a_credit_line_names_outlet_and_author_around_a_date(
    line: str, outlet: str, names: tuple[str, ...]
) -> None:
    credit = credit_of(line)
    assert credit is not None
    assert (credit.outlet, credit.authors) == (outlet, names)


@pytest.mark.parametrize(
    "line",
    [
        "World News | 7 June 2032 | Mina Holt",
        "Politics | 7 June 2032 | Mina Holt",
        "The Coast Herald | Mina Holt",
        "The Coast Herald | Sarn Radio | 7 June 2032",
        "The vote - held on 7 June 2032 - was lost by The Coast Herald",
        "Home | News | Sport",
    ],
)
def test_other_lines_credit_nobody(line: str) -> None:
    assert credit_of(line) is None


@pytest.mark.parametrize("name", ["The Coast Herald", "Vallis Daily", "Daily Mirror", "Sarn Broadcasting"])
def test_a_name_of_an_outlet(name: str) -> None:
    assert is_outlet_name(name)


@pytest.mark.parametrize(
    "name", ["Breaking News", "The Big Read", "World Press", "Mina Holt", "Herald", "News"]
)
def test_a_section_or_a_person_is_no_outlet(name: str) -> None:
    assert not is_outlet_name(name)

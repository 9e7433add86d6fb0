"""Through whom words came."""

from building import article, statement

from onrecord.resolution.resolving import resolve

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
    text = TEXT.replace("told reporters she", "told reporters that she")
    report = article(text, outlet="Quay News")
    one = statement(report, "that she was surprised", source="Union leader Huberta Nakashian")
    assert resolve(report, [one])[0].via == ()


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

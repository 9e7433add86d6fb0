"""Quotations and claims for schema.org."""

import json
from dataclasses import replace
from typing import Any

import pytest
from building import article, protest, statement, vote

from onrecord.model import Carrier, Code, Record, SaidOn, Speaker
from onrecord.publishing import schema_org

# As https://schema.org lists them, inherited ones too: only those that are used here.
PROPERTIES = {
    "Quotation": {
        "@context", "@id", "@type", "about", "citation", "creator", "dateCreated", "identifier", "inLanguage",
        "isPartOf", "spokenByCharacter", "temporal", "text",
    },
    "Claim": {
        "@context", "@id", "@type", "about", "appearance", "citation", "creator", "dateCreated", "identifier",
        "inLanguage", "isPartOf", "temporal", "text",
    },
    "NewsArticle": {
        "@id", "@type", "author", "datePublished", "headline", "identifier", "inLanguage", "publisher", "url",
    },
    "Person": {"@type", "description", "jobTitle", "name"},
    "Organization": {"@type", "description", "name"},
    "NewsMediaOrganization": {"@type", "description", "name"},
    "CreativeWork": {"@type", "creator", "publisher"},
    "DefinedTerm": {"@type", "termCode"},
}  # fmt: skip


def thing(record: Record) -> dict[str, Any]:
    (line,) = schema_org.lines([record])
    made: dict[str, Any] = json.loads(line)
    refuse_what_there_is_not(made)
    return made


def refuse_what_there_is_not(value: Any) -> None:
    if isinstance(value, list):
        for one in value:
            refuse_what_there_is_not(one)
    if isinstance(value, dict) and "@type" in value:
        assert set(value) <= PROPERTIES[value["@type"]]
        for one in value.values():
            refuse_what_there_is_not(one)


def test_quoted_words_are_a_quotation_and_told_ones_a_claim() -> None:
    assert thing(vote().records()[0])["@type"] == "Quotation"
    claim = thing(protest().records()[0])
    assert claim["@type"] == "Claim"
    assert claim["appearance"]["@id"] == claim["isPartOf"]["@id"]


def test_who_is_not_resolved_is_described_in_the_words_of_the_article() -> None:
    made = thing(vote().records()[0])
    assert made["spokenByCharacter"] == {"@type": "Person", "description": "Mayor Ines Orlo"}
    assert made["isPartOf"]["publisher"] == {"@type": "NewsMediaOrganization", "name": "Halvern Courier"}


def test_what_people_found_out_is_said() -> None:
    (record, *_) = vote().records()
    statement = replace(
        record.statement,
        speaker=Speaker(name="Ines Orlo", type="person", role="mayor"),
        via=(Carrier(name="The Quay", type="outlet"), Carrier(name="Dana Rusk", type="person")),
        said_on=SaidOn(value="2023-06-03"),
    )
    codes = (Code(concept="bridge", stance="agree", coder="Ann"),)
    made = thing(replace(record, statement=statement, codes=codes))
    assert made["creator"] == {"@type": "Person", "name": "Ines Orlo", "jobTitle": "mayor"}
    assert made["citation"] == [
        {"@type": "CreativeWork", "publisher": {"@type": "NewsMediaOrganization", "name": "The Quay"}},
        {"@type": "CreativeWork", "creator": {"@type": "Person", "name": "Dana Rusk"}},
    ]
    assert (made["dateCreated"], made["about"][0]["termCode"]) == ("2023-06-03", "bridge")


@pytest.mark.parametrize("value", ["2023-06/2023-07", "2023~"])
def test_a_date_that_is_none_of_schema_org_is_a_time_in_words(value: str) -> None:
    (record, *_) = vote().records()
    made = thing(replace(record, statement=replace(record.statement, said_on=SaidOn(value=value))))
    assert made["temporal"] == value
    assert "dateCreated" not in made


def test_organisations_and_unnamed_speakers_have_their_types() -> None:
    (record, *_) = vote().records()
    for kind, who in (
        ("organisation", {"@type": "Organization", "name": "NATO"}),
        ("unnamed", {"@type": "Person", "description": "NATO"}),
    ):
        speaker = Speaker(name="NATO", type=kind)
        made = thing(replace(record, statement=replace(record.statement, speaker=speaker)))
        assert made["creator"] == who


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("never claimed", "never claimed that the lock was shut"),
        ("declined to say", "declined to say that the lock was shut"),
        ("denied", "denied that the lock was shut"),
        ("claimed", "that the lock was shut"),
        ("noted", "that the lock was shut"),
    ],
)
def test_nobody_claims_what_they_never_claimed(cue: str, text: str) -> None:
    report = article(f"Ilse Dorn {cue} that the lock was shut.")
    one = statement(report, "that the lock was shut", cue=cue, source="Ilse Dorn", kind="indirect")
    assert thing(Record(article=report, statement=one))["text"] == text

"""Web Annotations, held to the data model: https://www.w3.org/TR/annotation-model/."""

import json
from typing import Any

import pytest
from building import protest, vote

from onrecord.model import Code, Record, Speaker
from onrecord.publishing import w3c

# Of the model, what these annotations may hold.
MOTIVATIONS = {
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting", "identifying",
    "linking", "moderating", "questioning", "replying", "tagging",
}  # fmt: skip
PROPERTIES = {
    "Annotation": {"@context", "id", "type", "motivation", "generator", "body", "target"},
    "TextualBody": {"type", "purpose", "format", "value"},
    "SpecificResource": {"type", "source", "selector", "scope", "purpose"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
    "TextPositionSelector": {"type", "start", "end"},
    "Text": {"id", "type", "format", "language"},
    "Software": {"type", "name"},
}


def annotations(records: list[Record]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in w3c.lines(records)]


def refuse_what_the_model_lacks(value: Any) -> None:
    if isinstance(value, list):
        for one in value:
            refuse_what_the_model_lacks(one)
    if isinstance(value, dict):
        assert set(value) <= PROPERTIES[value["type"]]
        for one in value.values():
            refuse_what_the_model_lacks(one)


@pytest.mark.parametrize("reading", [vote(url="https://halvern.example/1"), protest(language=None)])
def test_an_annotation_holds_what_the_model_knows_and_requires(reading) -> None:
    for made in annotations(reading.records()):
        refuse_what_the_model_lacks(made)
        assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert made["type"] == "Annotation"
        assert made["id"].startswith("ni:///sha-256;")
        assert made["motivation"] in MOTIVATIONS
        assert made["target"]
        assert {body["purpose"] for body in made["body"]} <= MOTIVATIONS


def test_every_selector_selects_the_words_that_it_quotes() -> None:
    text = vote().article.text
    for made in annotations(vote().records()):
        places = [*made["target"], *(body for body in made["body"] if body["type"] == "SpecificResource")]
        for place in places:
            quote, position = place["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])


def test_content_is_the_target_and_who_said_it_the_body() -> None:
    record = vote().records()[1]
    (made,) = annotations([record])
    assert [target["selector"][0]["exact"] for target in made["target"]] == [
        "the plan",
        '"a leap in the dark"',
    ]
    quoted = {body["purpose"]: body["selector"][0]["exact"] for body in made["body"] if "selector" in body}
    assert quoted == {"identifying": "The engineer Tomas Wieck", "describing": "called"}


def test_speaker_and_codes_are_said_in_words() -> None:
    (record, *_) = vote().records()
    record = Record(
        article=record.article,
        statement=type(record.statement)(
            id=record.statement.id,
            kind="direct",
            content=record.statement.content,
            confidence=1.0,
            speaker=Speaker(name="Ines Orlo", type="person"),
        ),
        codes=(Code(concept="bridge", stance="agree", coder="Ann"),),
    )
    (made,) = annotations([record])
    said = [(body["purpose"], body["value"]) for body in made["body"][:-1]]
    assert said == [("classifying", "direct"), ("identifying", "Ines Orlo"), ("tagging", "bridge agree")]


def test_a_text_is_known_by_its_hash_as_rfc_6920_has_it() -> None:
    # The example of the RFC, section 8.1: the hash of "Hello World!".
    hashed = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069"
    assert w3c.text_iri(hashed) == "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"

"""The labels of speakers beside the corpus: offsets and names, and not a word of anybody's text."""

import json
from pathlib import Path

import pytest

from onrecord.model import ACTOR_TYPES

ROOT = Path(__file__).parents[2]
LABELS = [
    json.loads(line)
    for line in (ROOT / "corpus" / "polnear-dev-speakers.jsonl").read_text("utf-8").splitlines()
]
TEXTS = ROOT.parent / "shared" / "data" / "polnear" / "dev" / "text"


def test_there_are_three_hundred_each_of_its_own_statement() -> None:
    places = {(label["doc"], str(label["content"])) for label in LABELS}
    assert len(LABELS) == len(places) == 300


def test_a_label_is_offsets_a_name_and_a_type() -> None:
    for label in LABELS:
        assert set(label) == {"doc", "content", "source", "speaker", "type"}
        assert all(0 <= start < end for start, end in [*label["content"], *label["source"]])
        assert (label["speaker"] is None) is (label["type"] is None)
        assert label["type"] is None or label["type"] in ACTOR_TYPES


@pytest.mark.skipif(not TEXTS.is_dir(), reason="needs the annotated data in ../shared")
def test_every_name_stands_in_its_article() -> None:
    for label in LABELS:
        text = " ".join((TEXTS / label["doc"]).read_text("utf-8").split())
        assert label["speaker"] is None or label["speaker"] in text, label

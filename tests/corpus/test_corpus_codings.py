"""Coded studies: codebook, snippets, and a line of codes a statement."""

from pathlib import Path

import pytest

from corpus.codings import load_coding, load_codings
from corpus.report import STANCES, ReportError
from training.stance.sources import coding_rows

STUDY = """name = "The ferry"

[[concept]]
id = "ferry"
label = "The ferry stays"
definition = "The ferry should go on sailing."
for = "It has to sail."
against = "It has had its day."

[[concept]]
id = "fare"
label = "A higher fare"
definition = "The fare should rise."
for = "Let them pay."
against = "Not a coin more."
+++
{1.source|Quell} {1.cue|called} it {1|"a tub for tourists"}.

{2.source|Dorn} {2.cue|wondered} {2|who would carry the milk then}, and {3.cue|thanked} {3|the crew}.
+++
1 = { speaker = "Mara Quell", codes = { ferry = "disagree" } }
2 = { speaker = "Ivo Dorn", codes = { ferry = "agree", fare = "neither" } }
3 = { speaker = "Ivo Dorn", codes = {} }
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "ferry.coded"
    path.write_text(text, encoding="utf-8")
    return path


def test_each_statement_meets_each_concept_within_its_own_snippet(tmp_path: Path) -> None:
    study = load_coding(written(tmp_path, STUDY))
    rows = list(coding_rows(study))
    assert [(row.relevant, row.stance) for row in rows] == [
        (True, "disagree"),
        (False, None),
        (True, "agree"),
        (True, "neither"),
        (False, None),
        (False, None),
    ]
    for row, content in zip(
        rows[::2], ('"a tub for tourists"', "who would carry the milk then", "the crew"), strict=True
    ):
        assert " ".join(span.of(row.framed.text) for span in row.framed.content) == content
        assert ("tub" in row.framed.text) != ("milk" in row.framed.text)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("+++\n1", "1", "two lines of"),
        ("{1|", "{|", r"ferry\.coded"),
        ('ferry = "disagree"', 'ferry = "against"', "against"),
        ('ferry = "disagree"', 'ships = "disagree"', "no concept 'ships'"),
        ('speaker = "Mara Quell", ', "", "statement 1"),
        ('id = "fare"', 'id = "ferry"', "twice"),
        ('definition = "The fare should rise."\n', "", "definition"),
        ("{3|the crew}", "the crew", "no content"),
    ],
)
def test_what_is_wrong_with_a_study_is_said(tmp_path: Path, before: str, after: str, said: str) -> None:
    with pytest.raises(ReportError, match=said):
        load_coding(written(tmp_path, STUDY.replace(before, after)))


def test_every_study_of_the_corpus_is_whole() -> None:
    studies = load_codings()
    assert len(studies) > 30
    assert len({study.text for study in studies}) == len(studies)
    stances = [stance for study in studies for one in study.statements for stance in one.codes.values()]
    assert all(stances.count(one) > 200 for one in STANCES)

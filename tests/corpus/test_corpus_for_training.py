"""The corpus as training takes it."""

from corpus.debate import load_debate
from onrecord.encoder.labels import INNER, LEVELS, OUTER
from training.own import annotated


def test_statements_inside_others_are_on_the_inner_level(write_debate) -> None:
    (report,) = annotated([load_debate(write_debate())])
    contents = {
        level: [[s.of(report.text) for s in row.content] for row in report.attributions if row.level == level]
        for level in LEVELS
    }
    assert report.ours
    assert contents[OUTER] == [
        ["‘We will not wait’"],
        ["that the bridge would be built “with or without” the Sund Compact"],
        ["“Never,”", "“and nowhere.”"],
        ["Quell had promised a ferry"],
    ]
    assert contents[INNER] == [["a ferry"]]
    assert {row.act for row in report.attributions} == {"speech"}
    assert report.name == "sund/01-courier"

"""The corpus as training takes it."""

from corpus.debate import load_debate
from training.own import annotated


def test_statements_inside_others_are_left_out(write_debate) -> None:
    (report,) = annotated([load_debate(write_debate())])
    contents = [[span.of(report.text) for span in row.content] for row in report.attributions]
    assert contents == [
        ["‘We will not wait’"],
        ["that the bridge would be built “with or without” the Sund Compact"],
        ["“Never,”", "“and nowhere.”"],
        ["Quell had promised a ferry"],
    ]
    assert report.name == "sund/01-courier"

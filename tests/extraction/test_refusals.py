"""Who declines to speak says nothing."""

import pytest

from onrecord.extraction.drafts import Draft
from onrecord.extraction.refusals import refuses_to_speak
from onrecord.model import Span


@pytest.mark.parametrize(
    ("cue", "content", "refuses"),
    [
        ("declined", "to be interviewed", True),
        ("has declined", "to comment on the lock", True),
        ("refused to say", "if the lock would close", True),
        ("refused", "to say who had the key", True),
        ("declined to explain", "why", True),
        ("refused", "to sign the treaty", False),
        ("declined", "to be the next mayor", False),
        ("refused to say", "that she was sorry", False),
        ("did not say", "whether the lock would close", False),
        ("said", "to comment was his right", False),
    ],
)
def test_not_to_speak_is_an_act_and_not_to_do_is_a_stand(cue: str, content: str, refuses: bool) -> None:
    text = f"Ilse Dorn {cue} {content}."
    at = text.index(content)
    draft = Draft(
        content=(Span(at, at + len(content)),),
        cue=(Span(10, 10 + len(cue)),),
        source=(Span(0, 9),),
        doubts={},
    )
    assert refuses_to_speak(draft, text) is refuses

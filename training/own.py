"""Our own corpus as the network learns it: the same values that PolNeAR's files give.

The network's labels are flat, so a statement inside another's content is left out, as PolNeAR's annotators did.
"""

from collections.abc import Iterable

from corpus.debate import Debate
from corpus.marking import Place
from corpus.report import Annotation
from onrecord.model import Span
from training.polnear import Annotated, Attribution


def annotated(debates: Iterable[Debate]) -> list[Annotated]:
    """The reports of some debates, each with the statements that stand in no other."""
    return [
        Annotated(
            name=f"{debate.id}/{report.name}",
            text=report.text,
            attributions=tuple(_attribution(s) for s in report.statements if s.parent is None),
            weight=1.0,
        )
        for debate in debates
        for report in debate.reports
    ]


def _attribution(statement: Annotation) -> Attribution:
    return Attribution(
        source=_spans(statement.source), cue=_spans(statement.cue), content=_spans(statement.content)
    )


def _spans(places: tuple[Place, ...]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in places)

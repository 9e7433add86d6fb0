"""Our own marked texts as the network learns them: the same values that PolNeAR's files give.

A statement inside another's content is on the inner level; what stands deeper is left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.debate import Debate
from corpus.marking import Place
from corpus.report import Annotation
from corpus.sheets import Sheet, Stated
from onrecord.encoder.labels import LEVELS
from onrecord.model import Span
from training.polnear import Annotated, Attribution

Marked = Annotation | Stated


def annotated(debates: Iterable[Debate]) -> list[Annotated]:
    """The reports of some debates, each with its statements of both levels."""
    return [
        _annotated(f"{debate.id}/{report.name}", report.text, report.statements)
        for debate in debates
        for report in debate.reports
    ]


def annotated_sheets(sheets: Iterable[Sheet]) -> list[Annotated]:
    """Sheets, each with its statements of both levels."""
    return [_annotated(sheet.name, sheet.text, sheet.statements) for sheet in sheets]


def _annotated(name: str, text: str, statements: Sequence[Marked]) -> Annotated:
    rows = tuple(_attributions(statements))
    return Annotated(name=name, text=text, attributions=rows, weight=1.0, ours=True)


def _attributions(statements: Sequence[Marked]) -> Iterator[Attribution]:
    parents = {statement.number: statement.parent for statement in statements}
    for statement in statements:
        level = _depth(statement.number, parents)
        if level in LEVELS:
            yield Attribution(
                source=_spans(statement.source),
                cue=_spans(statement.cue),
                content=_spans(statement.content),
                level=level,
                act=statement.act,
            )


def _depth(number: int, parents: Mapping[int, int | None]) -> int:
    parent = parents[number]
    return 0 if parent is None else 1 + _depth(parent, parents)


def _spans(places: tuple[Place, ...]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in places)

"""The forms a statement takes in print: those the annotator named, and those its places and words show."""

import re
from collections import Counter

from corpus.debate import Debate
from corpus.marking import Place
from corpus.report import Annotation, Report

OPENING, CLOSING = "“‘\"'«„‚", "”’\"'»“"
_APOSTROPHE = re.compile(r"\w[’']\w|s[’']\s")
WANTED = (
    "interrupted", "paragraphs", "continued", "block", "indirect", "mixed", "headline", "caption", "noun", "as",
    "according", "label", "interview", "nested", "inner", "single", "unnamed", "group", "denial", "retraction",
    "not scare", "not title", "not nickname", "not slogan", "not act",
)  # fmt: skip


def forms(report: Report, statement: Annotation, debate: Debate) -> set[str]:
    """The names, out of `WANTED` and `direct`, of the forms that a statement has."""
    found: set[str] = {*statement.forms, statement.kind}
    found |= {"headline", "caption"} & {_FORM_OF.get(role, "") for role in _roles(report, statement.content)}
    checks = {
        "interrupted": _interrupted, "paragraphs": _paragraphs, "continued": _continued, "inner": _inner,
        "single": _single,
    }  # fmt: skip
    found |= {name for name, holds in checks.items() if holds(report, statement)}
    if statement.parent is not None:
        found.add("nested")
    if statement.unnamed is not None:
        found.add("unnamed")
    actor = debate.actors.get(statement.speaker or "")
    if statement.group is not None or (actor is not None and actor.type == "group"):
        found.add("group")
    return found


def count(debates: list[Debate]) -> Counter[str]:
    """How often each form occurs, and each thing that is no statement."""
    counts: Counter[str] = Counter()
    for debate in debates:
        for report in debate.reports:
            counts.update(f"not {nothing}" for nothing, _ in report.nothings)
            for statement in report.statements:
                counts.update(forms(report, statement, debate))
    return counts


_FORM_OF: dict[str, str] = {"heading": "headline", "standfirst": "headline", "caption": "caption"}


def _roles(report: Report, places: tuple[Place, ...]) -> list[str]:
    return [report.blocks[n][0] for n in _blocks(report, places)]


def _blocks(report: Report, places: tuple[Place, ...]) -> list[int]:
    """The number of the block that each place begins in."""
    return [n for start, _ in places for n, (_, (a, b)) in enumerate(report.blocks) if a <= start < b]


def _interrupted(report: Report, statement: Annotation) -> bool:
    """Quoted words, source or cue, quoted words, in one paragraph."""
    between = [*statement.cue, *statement.source]
    pairs = zip(statement.content, statement.content[1:], strict=False)
    return statement.kind != "indirect" and any(
        any(first[1] <= start and end <= second[0] for start, end in between)
        and len(set(_blocks(report, (first, second)))) == 1
        for first, second in pairs
    )


def _later_pieces(report: Report, statement: Annotation) -> list[tuple[Place, Place]]:
    """Pairs of pieces of which the second opens with a mark in a later paragraph."""
    pairs = zip(statement.content, statement.content[1:], strict=False)
    return [
        (first, second)
        for first, second in pairs
        if len(set(_blocks(report, (first, second)))) == 2 and report.text[second[0]] in OPENING
    ]


def _paragraphs(report: Report, statement: Annotation) -> bool:
    pairs = _later_pieces(report, statement)
    return any(report.text[first[1] - 1] not in CLOSING for first, _ in pairs)


def _continued(report: Report, statement: Annotation) -> bool:
    """Quoted words that stand alone: in a paragraph after marks that were closed, or without cue and source at all."""
    pairs = _later_pieces(report, statement)
    alone = not statement.cue and not statement.source and not {"interview", "label"} & set(statement.forms)
    in_text = "paragraph" in _roles(report, statement.content[:1])
    return any(report.text[first[1] - 1] in CLOSING for first, _ in pairs) or (
        statement.kind == "direct" and alone and in_text
    )


def _inner(report: Report, statement: Annotation) -> bool:
    """Quoted words within quoted words."""
    if statement.parent is None or statement.kind == "indirect":
        return False
    return next(s for s in report.statements if s.number == statement.parent).kind == "direct"


def _single(report: Report, statement: Annotation) -> bool:
    """Single marks around words that hold an apostrophe."""
    if statement.kind == "indirect" or statement.parent is not None:
        return False
    words = [report.text[start:end] for start, end in statement.content]
    return any(re.search(r"(^|\W)[‘'].*" + _APOSTROPHE.pattern, piece, re.S) for piece in words)

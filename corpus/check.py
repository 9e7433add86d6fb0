"""What is wrong with a debate's marks: every span, name, date and code, as GUIDE.md wants them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from corpus.debate import PARTS, Debate
from corpus.report import ACTS, FORMS, KINDS, STANCES, Annotation, Report
from onrecord.model.edtf import first_day, is_edtf

Problems = Iterator[str]
_MARKS = '“”"«»„‟‘'


def problems(debate: Debate) -> Problems:
    """A line a problem, each with its place; nothing if all is well."""
    yield from (f"{debate.id}: {problem}" for problem in _of_lists(debate))
    for report in debate.reports:
        for problem in _of_report(report, debate):
            yield f"{debate.id}/{report.name}: {problem}"


def duplicates(debates: list[Debate]) -> list[str]:
    """Outlets and reports that two debates share; each debate has its own, so that no part leaks into another."""
    outlets = Counter(outlet.name for debate in debates for outlet in debate.outlets)
    texts = Counter(report.text for debate in debates for report in debate.reports)
    found = [f"the outlet {name!r} is in {n} debates" for name, n in outlets.items() if n > 1]
    return found + [f"a text is in {n} reports: {text[:40]!r}" for text, n in texts.items() if n > 1]


def _of_lists(debate: Debate) -> Problems:
    if debate.part not in PARTS:
        yield f"debate.toml: part is {debate.part!r}; known: {', '.join(PARTS)}"
    names = [actor.name for actor in debate.persons] + [outlet.name for outlet in debate.outlets]
    yield from (
        f"the name {name!r} is given twice" for name in sorted({n for n in names if names.count(n) > 1})
    )
    for actor in debate.persons:
        if actor.type not in ("person", "organisation", "group"):
            yield f"actors.toml: {actor.name} is of type {actor.type!r}"
    ids = [concept.id for concept in debate.codebook]
    yield from (
        f"codebook.toml: the id {i!r} is given twice" for i in sorted({i for i in ids if ids.count(i) > 1})
    )


def _of_report(report: Report, debate: Debate) -> Problems:
    if report.outlet not in {outlet.name for outlet in debate.outlets}:
        yield f"the outlet {report.outlet!r} is not in debate.toml"
    if not is_edtf(report.published) or len(report.published) != len("2031-03-04"):
        yield f"published {report.published!r} is no day"
    if report.spelling not in ("British", "American"):
        yield f"spelling {report.spelling!r} is neither British nor American"
    if report.title is None:
        yield "no @heading"
    numbers = [statement.number for statement in report.statements]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"the statements' numbers do not run from 1: {numbers}"
    contents = Counter(statement.content for statement in report.statements)
    for content, number in contents.items():
        if number > 1:
            yield (
                f"{number} statements have the content {report.words(content)[:40]!r}: the content of who confirms or"
                " denies it is the word that stands for it (which, it, this), or there is no second statement"
            )
    for statement in report.statements:
        for check in _CHECKS:
            for problem in check(report, statement, debate):
                yield f"statement {statement.number} ({report.words(statement.content)[:40]!r}): {problem}"


def _vocabulary(_report: Report, statement: Annotation, debate: Debate) -> Problems:
    concepts = {concept.id for concept in debate.codebook}
    for key, values, known in (
        ("kind", [statement.kind], KINDS), ("act", [statement.act], ACTS), ("forms", statement.forms, FORMS),
        ("codes", statement.codes, concepts), ("codes", statement.codes.values(), STANCES),
    ):  # fmt: skip
        yield from (f"{key}: {value!r} is not known" for value in values if value not in known)


def _spans(report: Report, statement: Annotation, _debate: Debate) -> Problems:
    if not statement.content:
        yield "it has no content"
    for part in ("content", "cue", "source"):
        for start, end in getattr(statement, part):
            words = report.text[start:end]
            if words != words.strip():
                yield f"the {part} {words[:40]!r} begins or ends with a blank"
    own = [set(range(*place)) for place in (*statement.content, *statement.cue, *statement.source)]
    if sum(map(len, own)) != len(set().union(*own)):
        yield "its own content, cue and source overlap"


def _names(report: Report, statement: Annotation, debate: Debate) -> Problems:
    given = [name for name in (statement.speaker, statement.unnamed, statement.group) if name is not None]
    if len(given) > 1:
        yield "only one of speaker, unnamed and group can be given"
    if statement.source and not given:
        yield "it has a source; who is it? (speaker, unnamed or group)"
    if statement.speaker is not None:
        yield from _known(statement.speaker, report, debate)
    for key, words in (("unnamed", statement.unnamed), ("group", statement.group), ("role", statement.role)):
        if words is not None and not _occurs(words, report):
            yield f"{key} {words!r}: these words do not occur in the report"
    for key, names in (("via", statement.via), ("to", statement.to)):
        yield from (
            f"{key} {name!r} is in no list and not in the report"
            for name in names
            if name not in debate.actors and not _occurs(name, report)
        )
    for name in (*statement.agrees, *statement.disagrees):
        if name not in debate.actors and not _occurs(name, report):
            yield f"agrees or disagrees with {name!r}, who is in no list"
    if report.outlet in statement.via:
        yield "via names this report's own outlet"


def _known(name: str, report: Report, debate: Debate) -> Problems:
    if name not in debate.actors:
        yield f"speaker {name!r} is in no list"
    elif name != report.outlet and not any(form in report.text for form in debate.actors[name].names):
        yield f"no form of the speaker's name {name!r} occurs in this report"


def _occurs(words: str, report: Report) -> bool:
    return " ".join(words.casefold().split()) in " ".join(report.text.casefold().split())


def _dates(report: Report, statement: Annotation, _debate: Debate) -> Problems:
    if statement.said_on is None:
        if statement.inferred:
            yield "inferred without said_on"
    elif not is_edtf(statement.said_on):
        yield f"said_on {statement.said_on!r} is no date in EDTF"
    elif first_day(statement.said_on) > report.published:
        yield f"said_on {statement.said_on} is after the report of {report.published}"


def _kind(report: Report, statement: Annotation, _debate: Debate) -> Problems:
    """The kind against the quotation marks within the content, and around it where it stands in another's."""
    words = report.words(statement.content)
    marked = any(mark in words for mark in _MARKS) or re.search(r"(^|\W)['‘]\w", words) is not None
    unmarked = {"block", "label", "interview"} & set(statement.forms) or statement.parent is not None
    if statement.kind != "indirect" and not (marked or unmarked or _set_apart(report, statement)):
        yield f"{statement.kind}, but its content holds no quotation mark (forms block, label, interview?)"
    if statement.kind == "indirect" and any(mark in words for mark in '“”"«»'):
        holds = any(s.parent == statement.number for s in report.statements) or _holds_nothing(
            report, statement
        )
        if not holds:
            yield "indirect, but its content holds quotation marks of no nested statement and no `not.` mark"
    if "block" in statement.forms and statement.kind == "indirect":
        yield "a block quotation is direct"


def _set_apart(report: Report, statement: Annotation) -> bool:
    roles = {role for role, (a, b) in report.blocks for start, _ in statement.content if a <= start < b}
    return "quotation" in roles


def _holds_nothing(report: Report, statement: Annotation) -> bool:
    return any(a <= start < b for _, (start, _) in report.nothings for a, b in statement.content)


def _references(report: Report, statement: Annotation, debate: Debate) -> Problems:
    if statement.retracts in (None, "?"):
        return
    name, _, number = statement.retracts.rpartition("#")
    held = {r.name: r for r in debate.reports}.get(name or report.name)
    if held is None or number not in {str(s.number) for s in held.statements}:
        yield f"retracts {statement.retracts!r}, which is no statement of the debate"


_CHECKS: tuple[Callable[[Report, Annotation, Debate], Problems], ...] = (
    _vocabulary, _spans, _names, _dates, _kind, _references,
)  # fmt: skip

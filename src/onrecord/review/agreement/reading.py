"""From a ledger to the tables that the measures are taken of: one article in memory at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.ledger.coded import CodedArticle, CodedStatement
from onrecord.model import Add, Span, Statement
from onrecord.review.agreement.opinions import Opinion, opinion
from onrecord.review.agreement.ratings import Table
from onrecord.review.agreement.unitising import Continuum, merged

NOMINAL = ("verdict", "kind", "content", "source", "speaker", "date", "concepts")
UNITISED = ("content", "source")

Opinions = dict[str, Opinion]
"""What each coder who decided something on a statement says of it."""


@dataclass(slots=True)
class Tables:
    """What coders say, by variable: values of statements, the stance by concept, and places in texts.

    `coded` are those who gave a stance to anything.
    """

    nominal: dict[str, Table] = field(default_factory=lambda: {name: Table() for name in NOMINAL})
    stances: dict[str, Table] = field(default_factory=dict)
    continua: dict[str, list[Continuum]] = field(default_factory=lambda: {name: [] for name in UNITISED})
    coded: set[str] = field(default_factory=set)


def tables(articles: Iterable[CodedArticle], coders: Sequence[str], resolve: Callable[[str], str]) -> Tables:
    """What the coders say in those articles; decisions that settle a disagreement are left out.

    A settling decision was made in sight of the others', and agreement is of what coders say on their own.
    """
    found = Tables()
    blanks: list[tuple[str, str, str]] = []
    for article in articles:
        said = [(one, _opinions(one, coders, resolve)) for one in article.statements]
        coding = {coder for _, opinions in said for coder, one in opinions.items() if one.codes}
        for one, opinions in said:
            if one.chosen:
                _add_values(found, article.id, one.id, opinions, coding)
                blanks += (
                    (article.id, one.id, coder) for coder in _left_blank(one, opinions, coders, coding)
                )
        _add_places(found, article, said, coders)
    for article_id, statement, coder in blanks:
        if coder in found.coded:  # else nobody knows whether it was asked for codes at all
            found.nominal["concepts"].add(article_id, statement, coder, ())
    return found


def _opinions(one: CodedStatement, coders: Sequence[str], resolve: Callable[[str], str]) -> Opinions:
    independent = [decision for decision in one.decisions if not decision.settles]
    base = _base(one)
    return {
        coder: opinion(base, own, resolve)
        for coder in coders
        if (own := [decision for decision in independent if decision.coder.name == coder])
    }


def _base(one: CodedStatement) -> Statement | Add | None:
    """What there was to accept: what the machine found, else what was added first."""
    if one.found is not None:
        return one.found
    added = (decision.change for decision in one.decisions if isinstance(decision.change, Add))
    return next(added, None)


def _add_values(found: Tables, article: str, statement: str, opinions: Opinions, coding: set[str]) -> None:
    for coder, said in opinions.items():
        values = {
            "verdict": said.verdict,
            "kind": said.kind,
            # Places are this statement's own: the same numbers in another article are another value.
            "content": None if said.content is None else (statement, said.content),
            "source": None if said.source is None else (statement, said.source),
            "speaker": said.speaker,
            "date": said.date,
            "concepts": _concepts(said) if said.codes or _left_uncoded(coder, said, coding) else None,
        }
        for name, value in values.items():
            if value is not None:
                found.nominal[name].add(article, statement, coder, value)
        for concept, stance in said.codes.items():
            if stance is not None:
                found.coded.add(coder)
                found.stances.setdefault(concept, Table()).add(article, statement, coder, stance)


def _concepts(said: Opinion) -> tuple[str, ...]:
    return tuple(sorted(concept for concept, stance in said.codes.items() if stance is not None))


def _left_uncoded(coder: str, said: Opinion, coding: set[str]) -> bool:
    """Whether a statement without a code bears on no concept to that coder, who coded others of the article."""
    return said.verdict == "accept" and coder in coding


def _left_blank(
    one: CodedStatement, opinions: Opinions, coders: Sequence[str], coding: set[str]
) -> Iterator[str]:
    """The second readers who said of a statement that it bears on no concept: they were asked, and gave none."""
    for coder in coders:
        said = opinions.get(coder, Opinion())
        if coder in one.asked and not said.codes and not _left_uncoded(coder, said, coding):
            yield coder


def _add_places(
    found: Tables, article: CodedArticle, said: list[tuple[CodedStatement, Opinions]], coders: Sequence[str]
) -> None:
    readers = [coder for coder in coders if _read_to_the_end(coder, said)]
    if len(readers) < 2:
        return
    for name in UNITISED:
        units = {coder: merged(_places(name, coder, said)) for coder in readers}
        found.continua[name].append(Continuum(article=article.id, length=article.length, units=units))


def _read_to_the_end(coder: str, said: list[tuple[CodedStatement, Opinions]]) -> bool:
    """Whether the coder accepted or rejected all that the machine found in an article, and something at all.

    Else words that the coder did not mark may be words that the coder did not come to.
    """
    verdicts = {one.id for one, opinions in said if coder in opinions and opinions[coder].verdict}
    machine = {one.id for one, _ in said if one.found is not None and not one.retired}
    return bool(verdicts) and machine <= verdicts


def _places(name: str, coder: str, said: list[tuple[CodedStatement, Opinions]]) -> list[tuple[int, int]]:
    """Where the statements are that the coder accepted or added, or their sources."""
    kept = (opinions[coder] for _, opinions in said if coder in opinions)
    spans: list[Span] = [span for one in kept if one.verdict == "accept" for span in getattr(one, name) or ()]
    return [(span.start, span.end) for span in spans]

"""Scores the links by which a statement reached its report: `python -m benchmarks.chains`.

A link leads from a statement to somebody through whom its words came (via), or to the statement within which it is
reported (parent).  The parts are dev and test of our corpus.  By default the places of source, cue and content are the
marked ones, and parents, speakers and chains are what the software makes of them; with --reader the statements are the
shipped reader's own: one that is no marked statement's has only wrong links, and of a marked one that was not found
all are missed.  `reached` is the share of the marked links that the statements found could have had.  `within_F1` and
`outermost_F1` are via_F1 on statements that are marked within others and on the rest.  A name is right as it is in
benchmarks/speakers.py.  `to_` is the same for those to whom statements were made, who are no part of the chain: names
or words that the report gives beside the cue, while the annotators name a hearer wherever the report lets one conclude
who it was.  Figures are held against benchmarks/floors.toml.
"""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from benchmarks.corpus import is_found
from benchmarks.quality import held, share
from corpus.agreement import letters_of
from corpus.debate import Debate, load_corpus
from corpus.report import Annotation, Report
from onrecord.extraction.nesting import with_parents
from onrecord.model import Addressee, Article, Carrier, Statement, StatementId
from onrecord.pipeline import Stages
from onrecord.resolution.speakers.resolving import Resolver
from training.seen import names_in
from training.speakers_gold import Gold, chain_of, golds_of, golds_of_names

PARTS = ("dev", "test")
Pairs = list[tuple[Annotation, Statement]]
"""The marked statements that were found, with what was found."""


@dataclass(slots=True)
class Tally:
    """Links: right, given and marked."""

    right: int = 0
    given: int = 0
    marked: int = 0

    def add(self, right: int, given: int, marked: int) -> None:
        """Some more."""
        self.right += right
        self.given += given
        self.marked += marked

    @property
    def f1(self) -> float:
        """Their F1; 1 where there is nothing to find and nothing was given."""
        return round(2 * self.right / (self.given + self.marked), 4) if self.given + self.marked else 1.0


@dataclass(slots=True)
class Links:
    """The links of some reports: to carriers within and outside of other statements, to parents and to addressees."""

    within: Tally = field(default_factory=Tally)
    outermost: Tally = field(default_factory=Tally)
    parents: Tally = field(default_factory=Tally)
    addressees: Tally = field(default_factory=Tally)
    reached: int = 0

    def figures(self) -> dict[str, float]:
        """Each kind's F1, that of all together, and the share of the marked links that could be reached."""
        via = _sum(self.within, self.outermost)
        links = _sum(via, self.parents)
        return {
            "links_F1": links.f1,
            "via_F1": via.f1,
            "parent_F1": self.parents.f1,
            "within_F1": self.within.f1,
            "outermost_F1": self.outermost.f1,
            "via_precision": share(via.right, via.given),
            "via_recall": share(via.right, via.marked),
            "via_marked": via.marked,
            "reached": share(self.reached, via.marked),
            "to_F1": self.addressees.f1,
            "to_precision": share(self.addressees.right, self.addressees.given),
            "to_recall": share(self.addressees.right, self.addressees.marked),
            "to_marked": self.addressees.marked,
        }

    def add(
        self, debate: Debate, report: Report, found: list[Statement], pairs: Pairs, article: Article
    ) -> None:
        """One report's statements, `pairs` those of them that are marked ones."""
        resolver = Resolver(article, found, names_in(article))
        list(resolver.opinions())
        chains = resolver.chains()
        heard = resolver.addressees(chains)
        seen = {marked.number for marked, _ in pairs}
        for marked, one in pairs:
            self._chain(debate, marked, chains.get(one.id, ()))
            golds = golds_of_names(debate, marked.to)
            self.addressees.add(*_right(golds, heard.get(one.id, ())), len(golds))
            self.reached += len(marked.via)
        for marked in report.statements:
            if marked.number not in seen:
                self._of(marked).add(0, 0, len(marked.via))
                self.addressees.add(0, 0, len(marked.to))
        matched = {one.id for _, one in pairs}
        for one in found:
            if one.id not in matched:
                tally = self.within if one.parent else self.outermost
                tally.add(0, len(chains.get(one.id, ())), 0)
                self.addressees.add(0, len(heard.get(one.id, ())), 0)
        self._parents(report, found, pairs)

    def _chain(self, debate: Debate, marked: Annotation, given: Iterable[Carrier]) -> None:
        golds = chain_of(debate, marked)
        self._of(marked).add(*_right(golds, given), len(golds))

    def _parents(self, report: Report, found: list[Statement], pairs: Pairs) -> None:
        number: dict[StatementId, int] = {one.id: marked.number for marked, one in pairs}
        right = sum(
            one.parent is not None and number.get(one.parent) == marked.parent for marked, one in pairs
        )
        given = sum(one.parent is not None for one in found)
        self.parents.add(right, given, sum(marked.parent is not None for marked in report.statements))

    def _of(self, marked: Annotation) -> Tally:
        return self.outermost if marked.parent is None else self.within


def _right(golds: Iterable[Gold], given: Iterable[Carrier | Addressee]) -> tuple[int, int]:
    """How many of the marked are among those given, and how many are given."""
    names = [one.name for one in given]
    return sum(any(gold.fits(name) for name in names) for gold in golds), len(names)


def _sum(one: Tally, other: Tally) -> Tally:
    return Tally(one.right + other.right, one.given + other.given, one.marked + other.marked)


def from_places(debates: Iterable[Debate]) -> dict[str, float]:
    """The figures from the marked places."""
    links = Links()
    for debate in debates:
        for report in debate.reports:
            article, statements, _ = golds_of(debate, report)
            placed = {one.id: one for one in with_parents([replace(one, parent=None) for one in statements])}
            found = [placed[one.id] for one in statements]
            links.add(debate, report, found, list(zip(report.statements, found, strict=True)), article)
    return links.figures()


def with_reader(debates: Iterable[Debate]) -> dict[str, float]:
    """The figures end to end."""
    stages, links = Stages(), Links()
    for debate in debates:
        for report in debate.reports:
            article, _, _ = golds_of(debate, report)
            found = list(stages.reading(article).statements)
            links.add(debate, report, found, _pairs(report, found), article)
    return links.figures()


def _pairs(report: Report, found: list[Statement]) -> Pairs:
    left = {one.id: one for one in found}
    pairs: Pairs = []
    for marked in report.statements:
        for one in list(left.values()):
            letters = (
                letters_of(report, [span.pair() for span in one.content]),
                letters_of(report, [span.pair() for span in one.source]),
            )
            if is_found(report, marked, [letters]):
                pairs.append((marked, left.pop(one.id)))
                break
    return pairs


def main() -> None:
    """Print each part's figures beside their floors; exit status 1 where one is below."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chains", description=__doc__)
    parser.add_argument("--part", choices=PARTS, action="append")
    parser.add_argument(
        "--reader", action="store_true", help="end to end, with the shipped reader's statements"
    )
    options = parser.parse_args()
    good = True
    for part in options.part or PARTS:
        print(f"-- {part}")
        debates = load_corpus(part=part)
        if options.reader:
            held(with_reader(debates), "chains_reader")
        else:
            good &= held(from_places(debates), f"chains_{part}")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()

"""Scores the links by which a statement reached its report: `python -m benchmarks.chains`.

A link leads from a statement to somebody through whom its words came (via), or to the statement within which it is
reported (parent).  The parts are dev and test of our corpus, and `news`: real news whose chains were not learned from.
By default the places of source, cue and content are the
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
from pathlib import Path
from typing import Literal

from benchmarks.corpus import is_found
from benchmarks.quality import held, share
from corpus.agreement import letters_of
from corpus.debate import Debate, PartOfCorpus, load_corpus
from corpus.report import Report
from onrecord.extraction.nesting import with_parents
from onrecord.model import Addressee, Article, Carrier, Statement, StatementId
from onrecord.pipeline import Stages
from onrecord.resolution.speakers.resolving import Resolver
from training.passed_on import Marks, Text, of_debates, of_news
from training.seen import names_in
from training.speakers_gold import Gold

HERE = Path(__file__).parent
CORPUS: tuple[PartOfCorpus, ...] = ("dev", "test")
PARTS: tuple[PartOfCorpus | Literal["news"], ...] = (*CORPUS, "news")
Pairs = list[tuple[Marks, Statement]]
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

    def add(self, every: list[Marks], found: list[Statement], pairs: Pairs, article: Article) -> None:
        """One report's marks and statements, `pairs` those of them that belong together."""
        resolver = Resolver(article, found, names_in(article))
        list(resolver.opinions())
        chains = resolver.chains()
        heard = resolver.addressees(chains)
        seen = {marked.number for marked, _ in pairs}
        for marked, one in pairs:
            self._of(marked).add(*_right(marked.via, chains.get(one.id, ())), len(marked.via))
            self.addressees.add(*_right(marked.to, heard.get(one.id, ())), len(marked.to))
            self.reached += len(marked.via)
        for marked in every:
            if marked.number not in seen:
                self._of(marked).add(0, 0, len(marked.via))
                self.addressees.add(0, 0, len(marked.to))
        matched = {one.id for _, one in pairs}
        for one in found:
            if one.id not in matched:
                tally = self.within if one.parent else self.outermost
                tally.add(0, len(chains.get(one.id, ())), 0)
                self.addressees.add(0, len(heard.get(one.id, ())), 0)
        self._parents(every, found, pairs)

    def _parents(self, every: list[Marks], found: list[Statement], pairs: Pairs) -> None:
        number: dict[StatementId, int] = {one.id: marked.number for marked, one in pairs}
        right = sum(
            one.parent is not None and number.get(one.parent) == marked.parent for marked, one in pairs
        )
        given = sum(one.parent is not None for one in found)
        self.parents.add(right, given, sum(marked.parent is not None for marked in every))

    def _of(self, marked: Marks) -> Tally:
        return self.outermost if marked.parent is None else self.within


def _right(golds: Iterable[Gold], given: Iterable[Carrier | Addressee]) -> tuple[int, int]:
    """How many of the marked are among those given, and how many are given."""
    names = [one.name for one in given]
    return sum(any(gold.fits(name) for name in names) for gold in golds), len(names)


def _sum(one: Tally, other: Tally) -> Tally:
    return Tally(one.right + other.right, one.given + other.given, one.marked + other.marked)


def from_places(texts: Iterable[Text]) -> dict[str, float]:
    """The figures from the marked places."""
    links = Links()
    for text in texts:
        bare = [replace(one, parent=None) for one in text.statements]
        placed = {one.id: one for one in with_parents(bare)}
        found = [placed[one.id] for one in text.statements]
        links.add(text.marks, found, list(zip(text.marks, found, strict=True)), text.article)
    return links.figures()


def with_reader(debates: Iterable[Debate]) -> dict[str, float]:
    """The figures end to end."""
    stages, links = Stages(), Links()
    for debate in debates:
        for report, text in zip(debate.reports, of_debates([debate]), strict=True):
            found = list(stages.reading(text.article).statements)
            links.add(text.marks, found, _pairs(report, text.marks, found), text.article)
    return links.figures()


def _pairs(report: Report, every: list[Marks], found: list[Statement]) -> Pairs:
    left = {one.id: one for one in found}
    pairs: Pairs = []
    for marked, marks in zip(report.statements, every, strict=True):
        for one in list(left.values()):
            letters = (
                letters_of(report, [span.pair() for span in one.content]),
                letters_of(report, [span.pair() for span in one.source]),
            )
            if is_found(report, marked, [letters]):
                pairs.append((marks, left.pop(one.id)))
                break
    return pairs


def main() -> None:
    """Print each part's figures beside their floors; exit status 1 where one is below."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.chains", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--part", choices=PARTS, action="append")
    parser.add_argument(
        "--reader", action="store_true", help="end to end, with the shipped reader's statements"
    )
    options = parser.parse_args()
    good = True
    for part in options.part or (CORPUS if options.reader else PARTS):
        print(f"-- {part}")
        if part == "news":
            good &= held(from_places(of_news(options.shared, "dev")), "chains_news")
        elif options.reader:
            held(with_reader(load_corpus(part=part)), "chains_reader")
        else:
            good &= held(from_places(of_debates(load_corpus(part=part))), f"chains_{part}")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()

"""Scores the day on which statements were said, given their marked places: `python -m benchmarks.sayings`.

The parts are dev and test of our corpus, and `news`: real news whose days were not learned from.
`told` is the share of those statements whose day the report tells that get this very day (a month where a month is
told, an interval where an interval is; `~` not counted).  `concluded` is the share of those whose day the annotator
concluded that get an interval with it, marked `inferred`.  `precision` is that of the told days given out.  Figures are
held against benchmarks/floors.toml; --errors prints what is wrong (never of the test part).
"""

import argparse
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality import held, share
from corpus.debate import load_corpus
from onrecord.model import Article, SaidOn
from onrecord.resolution.sayings import Dated, said_on
from onrecord.resolution.sayings.place import INFERRED
from training.passed_on import Day, Text, of_debates, of_news
from training.sayings_gold import days_of

HERE = Path(__file__).parent
PARTS = ("dev", "test", "news")


@dataclass(frozen=True, slots=True)
class Judged:
    """One answer beside the marked day."""

    article: Article
    dated: Dated
    given: SaidOn | None
    day: Day

    @property
    def right(self) -> bool:
        """Whether the answer is the marked day."""
        if self.given is None:
            return self.day.value is None
        return self.day.fits(INFERRED if self.given.inferred else self.given.value)


def judged(texts: Iterable[Text]) -> list[Judged]:
    """Every statement of some texts."""
    return [
        Judged(text.article, dated, said_on(text.article, dated), day)
        for text in texts
        for dated, day in days_of(text)
    ]


def figures(answers: list[Judged]) -> dict[str, float]:
    """The shares, and how far the confidence of told days is off on average (expected calibration error, ten bins)."""
    told = [one for one in answers if one.day.told]
    concluded = [one for one in answers if one.day.inferred]
    out = [one for one in answers if one.given is not None and not one.given.inferred]
    return {
        "statements": len(answers),
        "told": share(sum(one.right for one in told), len(told)),
        "concluded": share(sum(one.right for one in concluded), len(concluded)),
        "precision": share(sum(one.right for one in out), len(out)),
        "whole": share(sum(one.right for one in answers), len(answers)),
        "calibration_error": _calibration(out),
    }


def _calibration(answers: list[Judged]) -> float:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for one in answers:
        sure = one.given.confidence if one.given else 0.0
        bins.setdefault(min(int(sure * 10), 9), []).append((sure, one.right))
    off = sum(abs(sum(sure for sure, _ in some) - sum(right for _, right in some)) for some in bins.values())
    return round(off / (len(answers) or 1), 4)


def _show(one: Judged) -> None:
    text, statement = one.article.text, one.dated.statement
    place = (statement.cue or statement.content)[0].start
    given = one.given.value + (" inferred" if one.given.inferred else "") if one.given else None
    marked = f"{one.day.value}{' inferred' if one.day.inferred else ''}"
    options = sorted(zip(one.dated.chances, (o.value for o in one.dated.options), strict=True), reverse=True)[
        :4
    ]
    around = text[max(place - 160, 0) : place + 120].replace("\n", " / ")
    print(f"{one.article.doc} {one.article.published} marked {marked} given {given}")
    print(f"    {[(value, round(chance, 2)) for chance, value in options]}\n    {around}")


def main() -> None:
    """Print each part's figures beside their floors; exit status 1 where one is below."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sayings", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--part", choices=("train", *PARTS), action="append")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    good = True
    for part in options.part or PARTS:
        begun = time.process_time()
        texts = of_news(options.shared, "dev") if part == "news" else of_debates(load_corpus(part=part))
        answers = judged(texts)
        print(f"-- {part} ({time.process_time() - begun:.1f} s)")
        good &= held(figures(answers), f"sayings_{part}")
        if options.errors and part != "test":
            for one in answers:
                if not one.right and one.day.told:
                    _show(one)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()

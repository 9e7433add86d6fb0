"""How fast codes are suggested where much was reviewed: `python -m benchmarks.suggesting_speed`.

100,000 invented statements that nobody coded beside 1,000 that somebody did, on ten concepts, with a network that
answers at once.  Prints the processor's seconds for each part and the most memory that the process had; beside them how
long the network that ships would take for as many, as measured on a few.  Exit status 1 where a limit is passed.
"""

import argparse
import resource
import sys
from collections.abc import Callable
from time import process_time
from typing import TypeVar
from zlib import crc32

import numpy as np

from onrecord.coding.evidence import gather
from onrecord.coding.prior import prior_of
from onrecord.coding.study import Study
from onrecord.coding.units import Unit
from onrecord.encoder.bearing import Bearing
from onrecord.encoder.pairs import Framed, frame
from onrecord.model import Span
from onrecord.model.codebook import Codebook, Concept
from onrecord.model.coding import Reviewed
from onrecord.model.statement_changes import STANCES

SECONDS, MEMORY = 20.0, 1_000_000_000
"""What all but the network may take."""

T = TypeVar("T")
H, VOCABULARY, LONG = 384, 20_000, 14  # numbers of a vector, words there are, words of a statement
IN_ARTICLE, SPOKEN = 6, 25  # statements of an article, and of a speaker
TRIED = 40  # pairs that the network is asked about


class Invented:
    """A network that answers at once, with numbers that were drawn at random: mostly a low relevance."""

    def __init__(self) -> None:
        random = np.random.default_rng(3)
        self._vectors = random.normal(size=(1000, H)) / np.sqrt(H)
        self._scores = random.normal((-3.0, 0, 0, 0), 1.5, size=(4001, 4))

    def vector(self, text: str) -> np.ndarray:
        """H numbers of length one, nearly."""
        return np.asarray(self._vectors[crc32(text.encode()) % len(self._vectors)])

    def scores(self, concept: str, framed: Framed) -> np.ndarray:
        """Relevance and three sides."""
        return np.asarray(self._scores[crc32((concept + framed.text).encode()) % len(self._scores)])


def invented(statements: int) -> list[Unit]:
    """Statements of words of which a few are said all the time, as in any language."""
    random = np.random.default_rng(7)
    letters = np.array(list("abcdefghijklmnoprstuvwz"))
    words = ["".join(random.choice(letters, 5)) for _ in range(VOCABULARY)]
    chosen = (VOCABULARY * random.random((statements, 2 * LONG)) ** 3).astype(int)
    units = []
    for number, row in enumerate(chosen.tolist()):
        text = " ".join(words[each] for each in row)
        start = text.index(words[row[LONG]])
        units.append(
            Unit(
                id=f"s-{number}",
                framed=frame(text, (Span(start, len(text)),)),
                speaker=f"p-{number * 7919 % max(1, statements // SPOKEN)}",
                article=f"a-{number // IN_ARTICLE}",
            )
        )
    return units


def coded(units: list[Unit], concepts: tuple[Concept, ...], count: int) -> Reviewed:
    """Codes of `count` of them: every third bears on something."""
    random = np.random.default_rng(11)
    rows = random.permutation(len(units))[:count].tolist()
    return {
        units[row].id: {concepts[random.integers(len(concepts))].name: STANCES[random.integers(3)]}
        if random.random() < 0.33
        else {}
        for row in rows
    }


def main() -> None:
    """Measure and print; exit status 1 where a limit is passed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.suggesting_speed", description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--reviewed", type=int, default=1_000)
    parser.add_argument("--concepts", type=int, default=10)
    options = parser.parse_args()
    units = invented(options.statements + options.reviewed)
    concepts = tuple(
        Concept(name=f"c-{n}", label=units[n].words[:60], examples_for=(units[n + 50].words,))
        for n in range(options.concepts)
    )
    reviewed = coded(units, concepts, options.reviewed)
    bearing = Bearing.load()
    prior = prior_of(bearing.about.weights, bearing.about.digest)
    print(f"{len(units):,} statements: {_memory() / 1e6:,.0f} MB before anything")
    book = Codebook(title="invented", concepts=concepts)
    evidence = _timed("evidence, without the network", lambda: gather(units, book, Invented()))[0]
    study = Study(evidence=evidence, prior=prior, model="invented")
    spent = _timed("fit", lambda: study.learner(reviewed))[1]
    spent += _timed("what counts", lambda: study.suggest(reviewed))[1]
    spent += _timed("20 to review next", lambda: study.next_to_review(reviewed, count=20))[1]
    memory = _memory()
    print(f"{'together':<32} {spent:7.1f} s; at most {memory / 1e6:,.0f} MB")
    _say_network(bearing, units, concepts)
    sys.exit(int(spent > SECONDS or memory > MEMORY))


def _timed(name: str, part: Callable[[], T]) -> tuple[T, float]:
    start = process_time()
    found = part()
    spent = process_time() - start
    print(f"{name:<32} {spent:7.1f} s; {_memory() / 1e6:,.0f} MB by now")
    return found, spent


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _say_network(bearing: Bearing, units: list[Unit], concepts: tuple[Concept, ...]) -> None:
    start = process_time()
    for one in units[:TRIED]:
        bearing.scores(concepts[0].label, one.framed)
    pair = (process_time() - start) / TRIED
    start = process_time()
    for one in units[:TRIED]:
        bearing.vector(one.words)
        bearing.vector(one.surroundings)
    whole = (process_time() - start) / TRIED + pair * len(concepts)
    print(
        f"the network: {1000 * pair:.1f} ms a pair, {whole * len(units) / 60:,.0f} minutes of one core for all"
    )


if __name__ == "__main__":
    main()

"""How sure a tie is: what it would be in other articles, and whether it would stand if some codes were wrong.

*Interval*: articles are drawn with replacement, as many as there are, and the network is made of the drawn ones; the
middle 95% of a tie over the draws is its interval (percentile bootstrap by cluster: Efron and Tibshirani 1993, chapters
8.5 and 13; Davison and Hinkley 1997, 3.8).  Statements of one article hang together, and an interval that forgets it is
too narrow.  In a series the articles and codes of each window are drawn for themselves; with a kernel a statement
weighs in a draw what it weighs without.

*Survival* and the interval over codes: each code is wrong with a small chance, and then the statement's column and
qualifier are those of another statement, drawn at random; the share of draws in which the tie keeps its sign is how
likely it survives.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from onrecord.analysis.networks.making import placed
from onrecord.analysis.networks.measures.sampling import DRAWS, LEAST_ARTICLES, WRONG, Draw, Sample, ends
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Ints, Table
from onrecord.analysis.networks.weighing import Known, Study
from onrecord.errors import UsageError
from onrecord.model.network import Network, Sureness

_MOST = 50_000_000  # ties times draws in memory at once, 8 bytes each


def sureness(
    table: Table, settings: Settings, *, seed: int = 1, draws: int = DRAWS, wrong: float = WRONG
) -> Sureness:
    """The intervals and the survival of every tie; the same by seed.

    Duplicates are looked for once, among all statements.  UsageError (``too-large``) where too many ties would have to
    be kept for so many draws.
    """
    sample = Sample(Study.of(table, settings))
    return _sureness(sample, np.random.default_rng(seed), draws, wrong)


def sure_series(
    table: Table,
    settings: Settings,
    known: Known | None = None,
    *,
    seed: int = 1,
    draws: int = DRAWS,
    wrong: float = WRONG,
) -> Iterator[Network]:
    """The networks of `series`, each with the sureness of its ties, made as they are asked for.

    Windows of fewer than `LEAST_ARTICLES` articles have no interval over articles (NaN), but one over codes.
    """
    study = Study.of(table, settings, known)
    for at, (one, rows, zeta) in enumerate(placed(study)):
        sample = Sample(study.within(rows), zeta)
        random = np.random.default_rng([seed, at])
        found = _sureness(sample, random, draws, wrong, least_articles=LEAST_ARTICLES)
        yield replace(one, sureness=found)


def _sureness(
    sample: Sample, random: np.random.Generator, draws: int, wrong: float, *, least_articles: int = 0
) -> Sureness:
    """Of fewer than `least_articles` articles none is drawn: NaN where there is a tie."""
    ties = sample.ties(sample.as_said())
    places = np.flatnonzero(ties)
    if len(places) * draws > _MOST:
        raise UsageError(
            f"{len(places):,} ties are too many for {draws} draws: choose fewer rows with --include or --exclude, or "
            "leave --intervals away",
            code="too-large",
        )
    low = high = np.full(len(places), np.nan)
    if sample.articles >= least_articles:
        low, high = ends(_kept(sample, sample.resampled(random, draws), places, draws))
    miscoded = _kept(sample, sample.miscoded(random, draws, wrong), places, draws)
    code_low, code_high = ends(miscoded)
    stood = np.sign(miscoded) == np.sign(ties.reshape(-1)[places])
    return Sureness(
        low=_placed(low, places, ties.shape),
        high=_placed(high, places, ties.shape),
        code_low=_placed(code_low, places, ties.shape),
        code_high=_placed(code_high, places, ties.shape),
        survival=_placed(stood.mean(axis=0), places, ties.shape),
    )


def _kept(sample: Sample, drawn: Iterator[Draw], places: Ints, draws: int) -> Floats:
    kept = np.zeros((draws, len(places)))
    for draw, each in enumerate(drawn):
        kept[draw] = sample.ties(each).reshape(-1)[places]
    return kept


def _placed(values: Floats, places: Ints, shape: tuple[int, ...]) -> Floats:
    found = np.zeros(shape)
    found.reshape(-1)[places] = np.round(values, 9)
    return found

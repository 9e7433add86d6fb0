"""Agreement between the coders of a ledger, variable by variable."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Literal

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import Filter, Ledger
from onrecord.review.agreement.nominal import Alpha, Cohen, Fleiss, Percent
from onrecord.review.agreement.ratings import Ratings
from onrecord.review.agreement.reading import Tables, tables
from onrecord.review.agreement.resampling import DRAWS, Estimate, Measure, estimate
from onrecord.review.agreement.unitising import Continuum, UnitisedAlpha, UnitisedPercent

Unit = Literal["statement", "article"]
Kappa = Literal["cohen", "fleiss"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """How far coders agree on one variable.

    `units` statements or articles have a value of at least two of the `coders`; they lie in `articles` articles.
    `percent` (0 to 1) is of pairs of values, or of code points.  `alpha` is nominal for statements and for unitising
    where the unit is an article.  `kappa` is Cohen's for two coders, Fleiss' for more (then of the `kappa_units` that
    all of them gave a value to), and nothing for places in a text.
    """

    variable: str
    unit: Unit
    units: int
    articles: int
    coders: int
    percent: Estimate
    alpha: Estimate
    kappa: Estimate = field(default_factory=Estimate)
    kappa_name: Kappa | None = None
    kappa_units: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Who was compared, and how far they agree; `rows` are those of variables with a common unit."""

    coders: tuple[str, ...]
    draws: int
    seed: int
    rows: tuple[Row, ...] = field(default=())


def agreement(
    ledger: Ledger,
    coders: Sequence[str] = (),
    selection: Filter | None = None,
    *,
    seed: int = 1,
    draws: int = DRAWS,
) -> Agreement:
    """How far the coders of a ledger agree on the statements that fulfil the conditions; without names, all persons.

    Rejected statements count whatever `selection.review` says: to leave them out is to leave out disagreement.
    Intervals are the middle 95% of `draws` bootstrap samples of articles.  Raises UsageError where there are not two
    coders (``one-coder``), NotFoundError where one of the names is nobody's.
    """
    compared = _compared(ledger, coders)
    chosen = replace(selection or Filter(), review="all")
    resolve = cache(partial(_actor, ledger))
    found = tables(ledger.desk.coded(chosen, compared), compared, resolve)
    rows = tuple(_rows(found, seed, draws))
    return Agreement(coders=compared, draws=draws, seed=seed, rows=rows)


def _compared(ledger: Ledger, names: Sequence[str]) -> tuple[str, ...]:
    everybody = ledger.coders()
    known = [coder.name for coder in everybody]
    for name in names:
        if name not in known:
            there = f"there are {', '.join(known)}" if known else "nobody decided anything there"
            raise NotFoundError(f"{ledger.path} has no coder {name}: {there}")
    found = sorted(set(names)) if names else [one.name for one in everybody if one.kind == "person"]
    if len(found) < 2:
        raise UsageError(_too_few(ledger, names, found), code="one-coder")
    return tuple(found)


def _too_few(ledger: Ledger, names: Sequence[str], found: Sequence[str]) -> str:
    if names:
        return f"agreement is between coders: name two or more, not {found[0]} alone"
    here = f"only {found[0]} decided anything" if found else "nobody decided anything"
    return (
        f"{here} in {ledger.path}, and agreement needs two coders: join the ledger of the other one with "
        f"`onrecord add OTHER.db --ledger {ledger.path}`"
    )


def _actor(ledger: Ledger, actor: str) -> str:
    return ledger.actor(actor).id


def _rows(found: Tables, seed: int, draws: int) -> Iterator[Row]:
    nominal = {name: table.ratings() for name, table in found.nominal.items()}
    stances = {f"stance: {name}": found.stances[name].ratings() for name in sorted(found.stances)}
    for name, ratings in (nominal | stances).items():
        if ratings.units:
            yield _nominal_row(name, ratings, seed, draws)
        if continua := found.continua.get(name):
            yield _unitised_row(f"{name} in the text", continua, seed, draws)


def _nominal_row(name: str, ratings: Ratings, seed: int, draws: int) -> Row:
    two = ratings.coders == 2
    of_all = ratings if two else ratings.complete()
    kappa: Measure = Cohen(ratings) if two else Fleiss(of_all)
    return Row(
        variable=name,
        unit="statement",
        units=ratings.units,
        articles=ratings.articles,
        coders=ratings.coders,
        percent=estimate(Percent(ratings), ratings.articles, seed=seed, draws=draws),
        alpha=estimate(Alpha(ratings), ratings.articles, seed=seed, draws=draws),
        kappa=estimate(kappa, of_all.articles, seed=seed, draws=draws),
        kappa_name="cohen" if two else "fleiss",
        kappa_units=of_all.units,
    )


def _unitised_row(name: str, continua: Sequence[Continuum], seed: int, draws: int) -> Row:
    articles = len(continua)
    return Row(
        variable=name,
        unit="article",
        units=articles,
        articles=articles,
        coders=len({coder for one in continua for coder in one.units}),
        percent=estimate(UnitisedPercent(continua), articles, seed=seed, draws=draws),
        alpha=estimate(UnitisedAlpha(continua), articles, seed=seed, draws=draws),
    )

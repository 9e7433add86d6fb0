"""Phase transitions: which states a debate passes through (after rDNA's `dna_phaseTransitions`; the method is that of
Masuda and Holme 2019, Scientific Reports 9, 795, "Detecting sequences of system states in temporal networks").

The network of every window, or of every moment with a kernel, is scaled so that its amounts sum to 1.  Two of them are
as far apart as

    absdiff    Σ |a - b| over their ties
    spectral   Σ_m |λ_m(a) - λ_m(b)|, λ as for the backbone (`measures.backbone`; dna: the weighted degrees)

divided by the greatest distance of all.  Moments are joined into groups, nearest first (average linkage and complete
linkage: Everitt and others 2011, Cluster Analysis, 4.2), and cut into 2 to 6; of these cuts that one gives the states
whose modularity on 1 - distance (Newman 2004, Physical Review E 70, 056131) is greatest.

Neighbouring windows share statements and are alike for no other reason, so that any debate has states.  `chance` is
how often they are set apart as well when the dates of the articles are shuffled; with the statements as they are
counted as a draw too (Davison and Hinkley 1997, 4.2).

The map is classical scaling of the distances (Torgerson 1952, Psychometrika 17); rDNA's is non-metric.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from onrecord.analysis.networks.filtering import chosen
from onrecord.analysis.networks.leaving_out import UNWINDOWED, lacking
from onrecord.analysis.networks.making import series
from onrecord.analysis.networks.measures.agglomerating import Linkage, cuts
from onrecord.analysis.networks.measures.backbone import spectrum
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Floats, Ints, Table
from onrecord.errors import UsageError
from onrecord.model.network import Network
from onrecord.model.states import Moment, States

Distance = Literal["absdiff", "spectral"]

MOST_MOMENTS = 150
"""Of more windows as many are taken, evenly."""
MOST_STATES = 6
_LINKAGES: tuple[Linkage, ...] = ("average", "complete")
SHUFFLES = 19

_MOST = 40_000_000  # amounts of all networks in memory at once: 320 MB


def states(
    table: Table,
    settings: Settings,
    *,
    distance: Distance = "absdiff",
    seed: int = 1,
    shuffles: int = SHUFFLES,
    most: int = MOST_MOMENTS,
) -> States:
    """The states of the series that the settings make; the same by seed.

    UsageError where there is no series, fewer than three of its networks have a tie, or they do not fit in memory.
    """
    if settings.window is None:
        raise UsageError(
            "states are of networks in time: add --window weeks --size 8, say (and --kernel, for moments that lie "
            "closer)",
            code="network-settings",
        )
    # All rows and columns in every network, so that they can be compared field by field.
    usual = replace(settings, isolates=True)
    networks, every = _series(table, usual, most)
    features, tied = _features(networks, distance)
    if tied.sum() < 3:
        raise UsageError(
            f"only {int(tied.sum())} of {len(networks)} windows have ties, and states are found among three or more: "
            "take longer windows, or another --aggregation",
            code="network-settings",
        )
    apart = distances(features[tied])
    groups, quality = best_cut(apart)
    random = np.random.default_rng(seed)
    as_well = sum(
        _shuffled_quality(table, usual, distance, random, most) >= quality - 1e-12 for _ in range(shuffles)
    )
    written = settings.written() | {"measure": "states", "distance": distance, "every": every, "seed": seed}
    return States(
        moments=tuple(_moments(networks, tied, groups, on_a_map(apart))),
        distances=_among_all(apart, tied),
        modularity=quality,
        chance=(1 + as_well) / (1 + shuffles),
        settings=written | {"shuffles": shuffles, "statements": _used(table, usual)},
    )


def _used(table: Table, settings: Settings) -> int:
    """How many statements the series is made of: those that have a day, and a window that they are in."""
    dated = int((~np.isnat(table.times[chosen(table, settings)])).sum())
    return dated - lacking(table, settings).get(UNWINDOWED, 0)


def _series(table: Table, settings: Settings, most: int) -> tuple[list[Network], int]:
    """The networks, at most so many, evenly, and one in how many they are."""
    found: list[Network] = []
    every = 1
    for at, network in enumerate(series(table, settings)):
        if at % every:
            continue
        found.append(network)
        if len(found) > most:
            found, every = found[::2], every * 2
        if network.matrix.size * len(found) > _MOST:
            raise UsageError(
                f"{len(found)} networks of {network.matrix.shape[0]:,} rows do not fit: choose fewer rows with "
                "--include or --exclude, or longer units",
                code="too-large",
            )
    return found, every


def _features(networks: list[Network], distance: Distance) -> tuple[Floats, NDArray[np.bool_]]:
    """What networks are compared by, a row for each, and which of them have ties."""
    if not networks:
        return np.zeros((0, 0)), np.zeros(0, dtype=np.bool_)
    tied = np.array([bool(each.matrix.any()) for each in networks])
    if distance == "absdiff":
        flat = np.stack([_amounts(each) for each in networks])
        total = np.abs(flat).sum(axis=1, keepdims=True)
        return np.divide(flat, total, out=np.zeros_like(flat), where=total > 0), tied
    if networks[0].mode != "one":
        raise UsageError(
            "the spectral distance is of ties among rows: take --mode one, or --distance absdiff",
            code="network-settings",
        )
    rules = networks[0].settings["rules"]
    found = [
        spectrum(np.maximum(each.matrix, 0), "dna" if rules == "dna" else "onrecord") for each in networks
    ]
    return np.stack(found), tied


def _amounts(network: Network) -> Floats:
    if network.mode == "two":
        return network.matrix.ravel()
    found: Floats = network.matrix[np.triu_indices(len(network.rows), 1)]
    return found


def distances(features: Floats) -> Floats:
    """The distances between rows, divided by the greatest; all 0 where they are the same."""
    found = np.stack([np.abs(features - one).sum(axis=1) for one in features])
    greatest = found.max(initial=0)
    return found / greatest if greatest > 1e-12 else np.zeros_like(found)


def best_cut(apart: Floats) -> tuple[Ints, float]:
    """The state of each row, numbered as they first occur, and their modularity; one state where nothing differs."""
    size = len(apart)
    best, quality = np.zeros(size, dtype=np.int64), 0.0
    for linkage in _LINKAGES:
        for groups in cuts(apart, linkage, MOST_STATES):
            found = modularity(1 - apart, groups)
            if found > quality + 1e-12:
                best, quality = groups, found
    return best, round(quality, 12)


def modularity(alike: Floats, groups: Ints) -> float:
    """Σ (w_ij - k_i k_j / 2m) [i and j in one group] / 2m of a network of likenesses, without its diagonal."""
    weights = alike - np.diag(np.diag(alike))
    strength = weights.sum(axis=1)
    total = strength.sum()
    if not total:
        return 0.0
    same = groups[:, None] == groups[None, :]
    return float(((weights - np.outer(strength, strength) / total) * same).sum() / total)


def _shuffled_quality(
    table: Table, settings: Settings, distance: Distance, random: np.random.Generator, most: int
) -> float:
    """The modularity of the best states with the dates of articles shuffled among them."""
    _, first, article = np.unique(table.documents, return_index=True, return_inverse=True)
    times = random.permutation(table.times[first])[article]
    networks, _ = _series(replace(table, times=times), settings, most)
    features, tied = _features(networks, distance)
    return best_cut(distances(features[tied]))[1] if tied.any() else 0.0


def on_a_map(apart: Floats) -> Floats:
    """Places, (rows, 2), whose distances come as near to these as those of two dimensions can."""
    size = len(apart)
    centring = np.eye(size) - 1 / size
    values, vectors = np.linalg.eigh(-0.5 * centring @ (apart**2) @ centring)
    places = vectors[:, ::-1][:, :2] * np.sqrt(np.maximum(values[::-1][:2], 0))
    # The same on every machine: eigenvectors may come with either sign.
    turn = np.where(np.take_along_axis(places, np.abs(places).argmax(axis=0)[None, :], axis=0) < 0, -1.0, 1.0)
    turned: Floats = np.round(places * turn, 9) + 0.0
    return turned


def _moments(
    networks: list[Network], tied: NDArray[np.bool_], groups: Ints, places: Floats
) -> Iterator[Moment]:
    numbers = iter(zip(groups.tolist(), places.tolist(), strict=True))
    for network, has_ties in zip(networks, tied.tolist(), strict=True):
        assert network.period is not None  # noqa: S101 - networks of a series have one
        state, (x, y) = next(numbers) if has_ties else (None, (0.0, 0.0))
        yield Moment(period=network.period, state=state, x=x, y=y, statements=network.statements)


def _among_all(apart: Floats, tied: NDArray[np.bool_]) -> Floats:
    """The distances of all windows; those without ties are as far from every other as can be."""
    found = np.ones((len(tied),) * 2)
    np.fill_diagonal(found, 0)
    found[np.ix_(tied, tied)] = apart
    return found

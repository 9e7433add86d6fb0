"""What a report shows of a coded debate: who stands with whom, and on what each of them stands where."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model.network import Network
from onrecord.model.polarization import Polarization


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """How often an actor agrees and disagrees with a concept, which goes by its label where the codebook gives one."""

    concept: str
    agree: int
    disagree: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Firmness:
    """How firm groups are: for each group its mean likeness, 0 to 1, to the one most like it in so many `draws` of
    other articles (`articles`) and of wrong codes (`codes`), and for each row how firmly it belongs where it is
    (`rows`).

    None for what no draw has.  `wrong` is the chance that a code is wrong, where no model said it of its own.
    """

    articles: tuple[float | None, ...]
    codes: tuple[float | None, ...]
    rows: tuple[float | None, ...]
    draws: int
    wrong: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Debate:
    """A network with mode one, the group of each row (None: in none), and the positions of each row.

    `actors` is how many actors have a code: the network has the most active of them, which may be fewer.
    `firmness` is that of the groups, None where there are none; `polarization` is None where too little is dated.
    `left_out` says of how many codes the network is not made, by why.
    """

    network: Network
    groups: tuple[int | None, ...]
    positions: tuple[tuple[Position, ...], ...]
    actors: int
    firmness: Firmness | None = None
    polarization: Polarization | None = None
    left_out: Sequence[tuple[str, int]] = ()

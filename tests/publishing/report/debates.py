"""An invented quarrel on a crossing, as the report shows it."""

from collections.abc import Sequence

import numpy as np

from onrecord.model.debate import Debate, Firmness, Position
from onrecord.model.network import Network, Node


def debate(
    names: Sequence[str] = ("Ines Orlo", "Dana Rusk", "Bridge Office", "Anglers"),
    *,
    concept: str = "Build the crossing",
    codes: str = "all made by people",
    actors: int | None = None,
    firm: tuple[float, float] = (0.9, 0.9),
) -> Debate:
    """The first half agrees and the second half does not; who is nearer says it more strongly."""
    size = len(names)
    side = np.where(np.arange(size) < size / 2, 1, -1)
    strength = 1.0 + (np.arange(size)[:, None] + np.arange(size)[None, :]) % 4
    matrix = np.outer(side, side) * strength / 4
    np.fill_diagonal(matrix, 0)
    rows = [Node(name=name, variable="actor") for name in names]
    counts = 1.0 + np.arange(size) % 5
    network = Network(
        mode="one",
        rows=rows,
        columns=rows,
        matrix=matrix,
        frequencies=(counts, counts),
        settings={
            "rules": "onrecord",
            "mode": "one",
            "rows": "actor",
            "columns": "concept",
            "qualifier": "stance",
            "aggregation": "subtract",
            "normalisation": "average",
            "source": {"format": "ledger", "codes": codes},
        },
        statements=int(counts.sum()),
    )
    return Debate(
        network=network,
        groups=tuple(0 if each > 0 else 1 for each in side.tolist()),
        positions=tuple(
            (Position(concept=concept, agree=int(each > 0), disagree=2 * int(each < 0)),)
            for each in side.tolist()
        ),
        actors=size if actors is None else actors,
        firmness=Firmness(
            articles=(firm[0], 0.97), codes=(0.93, firm[1]), rows=(firm[0],) * size, draws=100, wrong=0.05
        ),
        left_out=(("coders differ", 1),),
    )

"""Invented debates by day: who said what on which side."""

from typing import Any

import numpy as np

from onrecord.analysis.networks import Numbers, Settings, Table, Texts

SVG = "{http://www.w3.org/2000/svg}"
Said = tuple[int, str, str, int]
"""Day from 1 January 2031, actor, concept, stance; a day is an article."""


def table(said: list[Said]) -> Table:
    days = np.array([day for day, *_ in said])
    return Table(
        ids=np.arange(len(said)),
        documents=days,
        times=np.datetime64("2031-01-01", "s") + days * np.timedelta64(86_400, "s"),
        starts=np.zeros(len(said), dtype=np.int64),
        stops=np.ones(len(said), dtype=np.int64),
        variables={
            "actor": Texts.of(actor for _, actor, _, _ in said),
            "concept": Texts.of(concept for _, _, concept, _ in said),
            "stance": Numbers.of((stance for *_, stance in said), boolean=True),
        },
    )


def settings(**named: Any) -> Settings:
    usual = {"mode": "one", "rows": "actor", "columns": "concept", "qualifier": "stance"}
    return Settings(**(usual | {"window": "days", "size": 20} | named))

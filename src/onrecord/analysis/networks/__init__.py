"""Discourse networks: who is tied to whom by what they say (Leifeld 2016, 2017)."""

from onrecord.analysis.networks.events import Said, events
from onrecord.analysis.networks.leaving_out import UNDATED, UNWINDOWED, lacking
from onrecord.analysis.networks.making import network, series
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Numbers, Table, Texts
from onrecord.model.network import (
    AGGREGATIONS,
    DAYS,
    DUPLICATES,
    KERNELS,
    MODES,
    NORMALISATIONS,
    RULES,
    WINDOWS,
)

__all__ = [
    "AGGREGATIONS",
    "DAYS",
    "DUPLICATES",
    "KERNELS",
    "MODES",
    "NORMALISATIONS",
    "RULES",
    "UNDATED",
    "UNWINDOWED",
    "WINDOWS",
    "Numbers",
    "Said",
    "Settings",
    "Table",
    "Texts",
    "events",
    "lacking",
    "network",
    "series",
]

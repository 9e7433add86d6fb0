"""Odd files by every setting: finite, symmetric, sorted, or refused with a message that says what to do."""

from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from studies import QUARREL, Row, dna_file

import onrecord
from onrecord.analysis.networks import DUPLICATES, KERNELS, RULES, Settings
from onrecord.model.network import Network
from onrecord.reading.dna import read_dna
from onrecord.tabulating import from_dna
from onrecord.tabulating.networks import Making

ODD: tuple[Row, ...] = (
    (1, "Zöe 🌊", 'bu;ild,"x"', 1, 2**31 - 1, "calm"),
    (2, "z" * 300, "🌊" * 50, 0, -(2**31), "angry"),
    (3, "=cmd", "build\nx", 1, 0, "\t"),
    (3, "zöe", "build\nx", 0, 0, ""),
)
EMPTY: tuple[Row, ...] = (
    (1, "", "build", 1, 1, ""),
    (1, "A", "", 0, 1, "calm"),
    (2, "A", "build", 1, 1, ""),
    (2, "B", "build", 0, 3, "x"),
)
FILES: dict[str, tuple[tuple[Row, ...], str]] = {
    "plain": (QUARREL, ""),
    "odd": (ODD, ""),
    "empty values": (EMPTY, ""),
    "one actor": ((QUARREL[0],) * 3, ""),
    "no boolean": (QUARREL, "DELETE FROM DATABOOLEAN WHERE StatementId IN (1, 3)"),
    "no name": (QUARREL, "DELETE FROM DATASHORTTEXT WHERE StatementId = 2 AND VariableId = 1"),
    "beyond the text": (QUARREL, "UPDATE STATEMENTS SET Start = -5, Stop = 99999 WHERE ID = 1"),
    "bytes for a name": (QUARREL, "UPDATE ENTITIES SET Value = x'ff00fe' WHERE Value = 'Ministry'"),
    "two values": (QUARREL, "INSERT INTO DATABOOLEAN VALUES (NULL, 1, 3, 0)"),
    "no coders": (QUARREL, "DELETE FROM CODERS"),
}
WEIGHTS = [
    {"mode": mode, "aggregation": aggregation, "normalisation": normalisation}
    for mode, aggregations, normalisations in (
        ("one", ("ignore", "congruence", "conflict", "subtract"), ("no", "average", "jaccard", "cosine")),
        ("two", ("ignore", "subtract", "combine"), ("no", "activity", "prominence")),
    )
    for aggregation, normalisation in product(aggregations, normalisations)
]
TIMES: list[dict[str, Any]] = [
    {},
    {"window": "days", "size": 200},
    {"window": "events", "size": 3},
    *({"window": "weeks", "size": 9, "kernel": kernel} for kernel in KERNELS),
]
QUALIFIERS = ("agreement", "strength", "tone", None)
SETTINGS = [
    {**weights, "qualifier": qualifier, "duplicates": duplicates, "rules": rules, **times}
    for weights, qualifier, duplicates, rules, times in product(WEIGHTS, QUALIFIERS, DUPLICATES, RULES, TIMES)
]


REFUSED = ("name the --qualifier", "take no", "take subtract", "take --normalisation no")
"""What each refusal tells to do."""


def as_settings(asked: dict[str, Any]) -> Settings | None:
    try:
        return Settings(rows="organization", columns="concept", **asked)
    except onrecord.UsageError as refused:
        if not any(words in str(refused) for words in REFUSED):
            raise
        return None


def sound(found: Network) -> None:
    assert np.isfinite(found.matrix).all()
    for side in (found.rows, found.columns):
        names = [node.name for node in side]
        assert names == sorted(names, key=lambda name: name.encode("utf-16-be"))
        assert "" not in names
    if found.mode == "one":
        assert np.array_equal(found.matrix, found.matrix.T)
        if found.settings["rules"] != "dna" or found.settings["kernel"] is None:
            assert not found.matrix.diagonal().any()


@pytest.mark.parametrize("name", FILES)
def test_every_setting_of_an_odd_file_is_sound_or_refused(tmp_path: Path, name: str) -> None:
    rows, change = FILES[name]
    tabulated = from_dna(read_dna(dna_file(tmp_path, rows, change=change)))
    made = 0
    for asked in Random(name).sample(SETTINGS, 60):  # noqa: S311 - no secret
        settings = as_settings(asked)
        if settings is None:
            continue
        making = Making(tabulated=tabulated, settings=settings)
        if settings.window is None:
            sound(making.network())
        else:
            for at, each in enumerate(making.series()):
                sound(each)
                if at == 5:
                    break
        made += 1
    assert made > 10


def test_a_kernel_with_texts_as_qualifier_is_symmetric_to_the_last_digit(tmp_path: Path) -> None:
    """What only one of two has of a cell is reckoned from sums of square roots."""
    for aggregation in ("conflict", "subtract"):
        asked = {"qualifier": "tone", "aggregation": aggregation, "window": "weeks", "size": 9}
        for each in onrecord.network_series(dna_file(tmp_path), kernel="gaussian", **asked):
            sound(each)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE DOCUMENTS SET Date = NULL WHERE ID = 1", "correct it in DNA, or take a backup"),
        ("UPDATE DOCUMENTS SET Date = -99999999999 WHERE ID = 1", "beyond all years"),
        ("DELETE FROM DOCUMENTS WHERE ID = 1", "document that is not there"),
        ("UPDATE DATAINTEGER SET Value = 'abc' WHERE StatementId = 1", "'abc' stands where a whole number"),
        ("DROP TABLE DATAINTEGER", "lacks the table DATAINTEGER"),
        ("DELETE FROM SETTINGS", "open it in DNA 3 and save it"),
        ("UPDATE SETTINGS SET Value = '2.0'", "import it into a new file with DNA 3"),
    ],
)
def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path, change: str, words: str) -> None:
    path = dna_file(tmp_path, change=change)
    with pytest.raises(onrecord.InputError, match=words) as found:
        onrecord.network(path)
    assert str(path) in str(found.value)


def test_a_file_that_is_cut_off_or_overwritten_is_damaged(tmp_path: Path) -> None:
    path = dna_file(tmp_path)
    whole = path.read_bytes()
    spoilt = bytearray(whole)
    spoilt[4096::37] = bytes(len(spoilt[4096::37]))
    for damaged in (whole[: len(whole) // 2], bytes(spoilt)):
        path.write_bytes(damaged)
        with pytest.raises(onrecord.InputError, match="is damaged"):
            onrecord.network(path)

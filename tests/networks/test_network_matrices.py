"""Networks of the quarrel on the dam, each figure reckoned by hand.

Ministry (M): build +, +; pay -.  Anglers (A): build -; pay +; salmon +.  Farmers (F): build +; pay +.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from studies import QUARREL, quarrel

from onrecord.analysis.networks import Settings, network
from onrecord.errors import UsageError

A, F, M = range(3)


def settings(**named: Any) -> Settings:
    usual = {"mode": "one", "rows": "organization", "columns": "concept", "qualifier": "agreement"}
    return Settings(**(usual | named))


def ties(folder: Path, **named: Any) -> tuple[float, float, float]:
    """The ties of anglers and farmers, anglers and ministry, farmers and ministry."""
    found = network(quarrel(folder), settings(**named))
    assert [node.name for node in found.rows] == ["Anglers", "Farmers", "Ministry"]
    assert found.columns == found.rows
    assert np.array_equal(found.matrix, found.matrix.T)
    assert not found.matrix.diagonal().any()
    return found.matrix[A, F], found.matrix[A, M], found.matrix[F, M]


def table_of(folder: Path, **named: Any) -> list[list[float]]:
    found = network(quarrel(folder), settings(mode="two", **named))
    assert [node.name for node in found.columns] == ["build", "pay", "salmon"]
    return found.matrix.tolist()


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [
        ("ignore", (2, 3, 3)),  # build 1*1 + pay 1*1; build 1*2 + pay 1*1; build 1*2 + pay 1*1
        ("congruence", (1, 0, 2)),
        ("conflict", (1, 3, 1)),
        ("subtract", (0, -3, 1)),
    ],
)
def test_ties_with_yes_and_no(tmp_path: Path, aggregation: str, expected: tuple[float, ...]) -> None:
    assert ties(tmp_path, aggregation=aggregation) == expected


def test_numbers_weigh_by_how_far_apart_they_are(tmp_path: Path) -> None:
    # Levels -1, 0, 1, 2: the range is 3.  Anglers -1, farmers 1 on build: apart 2/3; both 2 on pay: 0.
    found = ties(tmp_path, aggregation="congruence", qualifier="strength")
    # anglers, ministry: build apart 3/3 twice, pay 2/3; farmers, ministry: build 1/3 twice, pay 2/3
    assert found == pytest.approx((1 / 3 + 1, 0 + 1 / 3, 2 * 2 / 3 + 1 / 3))
    conflict = ties(tmp_path, aggregation="conflict", qualifier="strength")
    assert conflict == pytest.approx((2 / 3, 2 + 2 / 3, 2 / 3 + 2 / 3))


def test_texts_are_the_same_or_not(tmp_path: Path) -> None:
    # M: build calm 2, pay calm.  A: build angry, pay calm, salmon angry.  F: build angry, pay calm.
    assert ties(tmp_path, aggregation="congruence", qualifier="tone") == (2, 1, 1)
    # What either has where the other has nothing: A salmon; A build + salmon, M build 2; F build, M build 2.
    assert ties(tmp_path, aggregation="conflict", qualifier="tone") == (1, 4, 3)
    assert ties(tmp_path, aggregation="subtract", qualifier="tone") == (1, -3, -2)


def test_normalisations(tmp_path: Path) -> None:
    # Statements: anglers 3, farmers 2, ministry 3.
    assert ties(tmp_path, aggregation="conflict", normalisation="average") == pytest.approx((0.4, 1, 0.4))
    # Jaccard, cells build+ build- pay+ pay- salmon+: A (0 1 1 0 1), F (1 0 1 0 0), M (2 0 0 1 0).
    # A, F: m11 1, m10 2, m01 1; A, M: m11 0; F, M: m11 2, m10 1, m01 1.
    assert ties(tmp_path, aggregation="congruence", normalisation="jaccard") == pytest.approx(
        (1 / 4, 0, 2 / 4)
    )
    dna = ties(tmp_path, aggregation="congruence", normalisation="cosine", rules="dna")
    assert dna == pytest.approx((1 / 6, 0, 2 / 6))
    true = ties(tmp_path, aggregation="congruence", normalisation="cosine")
    assert true == pytest.approx((1 / np.sqrt(3 * 2), 0, 2 / np.sqrt(2 * 5)))
    ignored = ties(tmp_path, normalisation="cosine")  # (1 1 1), (1 1 0), (2 1 0)
    assert ignored == pytest.approx((2 / np.sqrt(6), 3 / np.sqrt(15), 3 / np.sqrt(10)))


def test_ties_between_rows_and_columns(tmp_path: Path) -> None:
    assert table_of(tmp_path) == [[1, 1, 1], [1, 1, 0], [2, 1, 0]]
    assert table_of(tmp_path, aggregation="subtract") == [[-1, 1, 1], [1, 1, 0], [2, -1, 0]]
    assert table_of(tmp_path, aggregation="combine") == [[2, 1, 1], [1, 1, 0], [1, 2, 0]]
    strength = table_of(tmp_path, aggregation="subtract", qualifier="strength")
    assert strength == [[-1, 2, 2], [1, 2, 0], [4, 0, 0]]
    assert table_of(tmp_path, aggregation="subtract", qualifier="tone") == [[1, 1, 1], [1, 1, 0], [2, 1, 0]]
    # Levels -1, 0, 1, 2 count 8, 4, 2, 1.
    assert table_of(tmp_path, aggregation="combine", qualifier="strength") == [
        [8, 1, 1],
        [2, 1, 0],
        [1, 4, 0],
    ]
    activity = table_of(tmp_path, normalisation="activity", aggregation="subtract")
    assert activity[M] == pytest.approx([2 / 3, -1 / 3, 0])
    prominence = table_of(tmp_path, normalisation="prominence")
    assert prominence[A] == pytest.approx([1 / 4, 1 / 3, 1])


@pytest.mark.parametrize(
    ("duplicates", "rules", "kept"),
    [
        ("include", "onrecord", 4),
        ("document", "onrecord", 3),
        ("week", "onrecord", 3),
        ("month", "onrecord", 3),
        ("year", "onrecord", 3),
        ("acrossrange", "onrecord", 2),
        ("month", "dna", 2),  # January 2024 and January 2025 are one month to DNA
        ("week", "dna", 2),  # and so are their second weeks
        ("year", "dna", 3),
    ],
)
def test_what_is_said_again_in_the_same_unit_counts_once(
    tmp_path: Path, duplicates: str, rules: str, kept: int
) -> None:
    rows = (*QUARREL[:3], (3, "Ministry", "build", 1, 2, "calm"))
    found = network(
        quarrel(tmp_path, rows), settings(aggregation="congruence", duplicates=duplicates, rules=rules)
    )
    assert found.statements == kept


def test_without_the_qualifier_yes_and_no_are_the_same_said_twice(tmp_path: Path) -> None:
    rows = (QUARREL[0], (1, "Ministry", "build", 0, 2, "calm"))
    table = quarrel(tmp_path, rows)
    assert network(table, settings(duplicates="document")).statements == 1
    assert network(table, settings(duplicates="document", aggregation="conflict")).statements == 2


def test_dna_never_takes_large_numbers_for_the_same(tmp_path: Path) -> None:
    rows = tuple((1, "Ministry", "build", 1, strength, "calm") for strength in (127, 127, 128, 128))
    table = quarrel(tmp_path, rows)
    usual = {"qualifier": "strength", "aggregation": "congruence", "duplicates": "document"}
    assert network(table, settings(**usual)).statements == 2
    assert network(table, settings(**usual, rules="dna")).statements == 3


def test_statements_are_left_out_by_value_and_by_time(tmp_path: Path) -> None:
    table = quarrel(tmp_path)
    found = network(table, settings(exclude=(("organization", "Anglers"), ("concept", "pay"))))
    assert [node.name for node in found.rows] == ["Farmers", "Ministry"]
    assert found.matrix.tolist() == [[0, 2], [2, 0]]
    assert network(table, settings(include=(("source", "Paper 0"),))).statements == 2
    assert network(table, settings(include=(("agreement", "no"),))).statements == 2
    assert network(table, settings(exclude=(("strength", "2"),))).statements == 3
    assert (
        network(table, settings(start=datetime(2024, 1, 8, 9, 30), stop=datetime(2024, 1, 20))).statements
        == 5
    )
    assert network(table, settings(start=datetime(2024, 1, 8, 9, 31))).statements == 5


def test_isolates_are_the_names_of_all_statements(tmp_path: Path) -> None:
    found = network(quarrel(tmp_path), settings(isolates=True, exclude=(("organization", "Anglers"),)))
    assert [node.name for node in found.rows] == ["Anglers", "Farmers", "Ministry"]
    assert not found.matrix[A].any()


def test_an_empty_value_is_nobody(tmp_path: Path) -> None:
    rows = (
        *QUARREL,
        (1, "", "build", 1, 1, "calm"),
        (1, "Ministry", "", 1, 1, "calm"),
        (1, "Ministry", "pay", 1, 1, ""),
    )
    table = quarrel(tmp_path, rows)
    assert network(table, settings()).statements == len(QUARREL) + 1
    assert network(table, settings(qualifier="tone", aggregation="congruence")).statements == len(QUARREL)


def test_a_statement_without_a_qualifier_counts_only_where_it_is_ignored(tmp_path: Path) -> None:
    table = quarrel(tmp_path, change="DELETE FROM DATABOOLEAN WHERE StatementId = 1")
    assert network(table, settings(normalisation="jaccard")).statements == len(QUARREL)
    assert network(table, settings(aggregation="congruence")).statements == len(QUARREL) - 1


def test_one_level_of_the_qualifier_is_no_conflict(tmp_path: Path) -> None:
    table = quarrel(tmp_path, [row for row in QUARREL if row[4] == 2])
    assert not network(table, settings(qualifier="strength", aggregation="conflict")).matrix.any()


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ({"rows": "actor"}, "organization, concept, agreement"),
        ({"rows": "strength"}, "numbers"),
        ({"rows": "concept"}, "two variables"),
        ({"qualifier": "concept"}, "third variable"),
        ({"qualifier": None, "aggregation": "congruence"}, "--qualifier"),
        ({"aggregation": "combine"}, "ignore, congruence, conflict, subtract"),
        ({"normalisation": "activity"}, "no, average, jaccard, cosine"),
        ({"mode": "two", "aggregation": "combine", "normalisation": "activity"}, "--normalisation no"),
        ({"window": "days"}, "--size"),
        ({"window": "events", "size": 1}, "too small"),
        ({"kernel": "uniform"}, "--window"),
        ({"kernel": "uniform", "window": "days", "size": 3, "normalisation": "jaccard"}, "average"),
        ({"exclude": (("agreement", "perhaps"),)}, "0 or 1"),
    ],
)
def test_what_does_not_go_together_is_refused(tmp_path: Path, named: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError) as found:
        network(quarrel(tmp_path), settings(**named))
    assert words in str(found.value)

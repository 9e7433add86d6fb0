"""What holds for every network."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.analysis.networks import DUPLICATES, Numbers, Settings, Table, Texts, network

NAMES = ("ab", "Äther", "c", "🌊 wave", "z" * 300, "")
ROW = st.tuples(
    st.integers(0, 3),
    st.sampled_from(NAMES),
    st.sampled_from(("x", "y", "z")),
    st.booleans(),
    st.integers(-2, 3),
)
ROWS = st.lists(ROW, min_size=1, max_size=25)

SOME = settings(max_examples=60, deadline=None)  # a busy machine is no fault of ours


def table(rows: list[tuple[int, str, str, bool, int]]) -> Table:
    return Table(
        ids=np.arange(len(rows)),
        documents=np.array([row[0] for row in rows]),
        times=np.array([f"202{row[0]}-01-0{row[0] + 1}" for row in rows], dtype="datetime64[s]"),
        starts=np.arange(len(rows)),
        stops=np.arange(len(rows)) + 1,
        variables={
            "actor": Texts.of(row[1] for row in rows),
            "concept": Texts.of(row[2] for row in rows),
            "agrees": Numbers.of((int(row[3]) for row in rows), boolean=True),
            "degree": Numbers.of(row[4] for row in rows),
        },
    )


def made(rows: Any, **named: Any) -> Any:
    usual = {"mode": "one", "rows": "actor", "columns": "concept", "qualifier": "agrees"}
    return network(table(rows), Settings(**(usual | named)))


@SOME
@given(
    rows=ROWS,
    aggregation=st.sampled_from(("ignore", "congruence", "conflict", "subtract")),
    normalisation=st.sampled_from(("no", "average", "jaccard", "cosine")),
    duplicates=st.sampled_from(DUPLICATES),
    rules=st.sampled_from(("onrecord", "dna")),
    qualifier=st.sampled_from(("agrees", "degree")),
)
def test_one_mode_is_symmetric_its_diagonal_empty_its_names_sorted(rows: Any, **named: Any) -> None:
    found = made(rows, **named)
    assert np.array_equal(found.matrix, found.matrix.T)
    assert not found.matrix.diagonal().any()
    assert np.isfinite(found.matrix).all()
    assert [node.name for node in found.rows] == sorted({row[1] for row in rows} - {""})
    assert found.statements == found.frequencies[0].sum()


@SOME
@given(rows=ROWS, qualifier=st.sampled_from(("agrees", "degree")))
def test_congruence_and_conflict_add_up_to_what_ignores_the_qualifier(rows: Any, qualifier: str) -> None:
    congruence, conflict, subtract, ignore = (
        made(rows, qualifier=qualifier, aggregation=each).matrix
        for each in ("congruence", "conflict", "subtract", "ignore")
    )
    if len({row[4] for row in rows}) > 1 or qualifier == "agrees":
        assert congruence + conflict == pytest.approx(ignore)
    assert congruence - conflict == pytest.approx(subtract)


@SOME
@given(
    rows=ROWS,
    seed=st.integers(0, 1000),
    normalisation=st.sampled_from(("no", "average", "jaccard", "cosine")),
)
def test_other_names_and_another_order_make_the_same_network(
    rows: Any, seed: int, normalisation: str
) -> None:
    random = np.random.default_rng(seed)
    renamed = dict(zip(NAMES, [*random.permutation(["n1", "n2", "n3", "n4", "n5"]), ""], strict=True))
    before = made(rows, aggregation="congruence", normalisation=normalisation)
    shuffled = [rows[place] for place in random.permutation(len(rows))]
    after = made(
        [(row[0], renamed[row[1]], *row[2:]) for row in shuffled],
        aggregation="congruence",
        normalisation=normalisation,
    )
    places = [[node.name for node in after.rows].index(renamed[node.name]) for node in before.rows]
    assert after.matrix[np.ix_(places, places)] == pytest.approx(before.matrix)


@SOME
@given(rows=ROWS)
def test_a_cosine_is_at_most_one_and_one_for_the_same_statements(rows: Any) -> None:
    named = [row for row in rows if row[1]]
    twice = [*named, *((row[0], f"{row[1]} again", *row[2:]) for row in named)]
    if not twice:
        return
    found = made(twice, aggregation="congruence", normalisation="cosine")
    assert found.matrix.max() <= 1 + 1e-12
    names = [node.name for node in found.rows]
    for name in {row[1] for row in named}:
        assert found.matrix[names.index(name), names.index(f"{name} again")] == pytest.approx(1)


@SOME
@given(rows=ROWS, duplicates=st.sampled_from(DUPLICATES))
def test_what_was_kept_once_is_kept_again(rows: Any, duplicates: str) -> None:
    everything = made(rows, mode="two", duplicates="include").matrix
    once = made(rows, mode="two", duplicates=duplicates).matrix
    assert (once <= everything).all()
    assert ((once > 0) == (everything > 0)).all()


@SOME
@given(rows=ROWS)
def test_a_row_of_activity_adds_up_to_one(rows: Any) -> None:
    found = made(rows, mode="two", normalisation="activity").matrix
    assert found.sum(axis=1) == pytest.approx(np.ones(len(found)))

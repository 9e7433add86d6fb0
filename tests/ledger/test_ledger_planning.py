"""The ways to the statements differ in time alone; common words are scored among the latest."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from typing import Any

import pytest
from building import Keep, protest, vote
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ledger import Filter, Ledger, planning, search
from onrecord.model import Accept, Coder, Record, Reject, SaidOn, SetCode, SetDate, SetSpeaker

NOW = datetime(2024, 3, 2, 9, 30, tzinfo=UTC)
ANN, BEN = Coder(name="Ann"), Coder(name="Ben")
DAYS = ("2023-06-04", "2022-01-09", None, "2023-06-05")

CONDITIONS: dict[str, tuple[Any, ...]] = {
    "source": ("orlo", "Mayor Ines Orlo", "Or", "nobody"),
    "outlet": ("the quay", "Halvern 1", "Halvern 2"),
    "kind": ("mixed", "indirect"),
    "act": ("attitude", "writing"),
    "speech_only": (True,),
    "since": ("2023", "2023-06-05"),
    "until": ("2023-06-04", "2022"),
    "words": ("bridge", "leap", "the", '"first snow"', "cr*", "zebra"),
    "min_confidence": (0.7, 0.95),
    "review": ("all", "unreviewed", "accepted", "rejected", "corrected", "contested", "added", "needs-look"),
    "speaker": ("ines orlo", "Nobody"),
    "role": ("MAYOR", "of", "pope"),
    "concept": ("bridge", "jobs"),
    "stance": ("agree", "neither"),
    "said_since": ("2023-06-03",),
    "said_until": ("2023", "2023-06-03"),
}

# What a plan weighs, so that each way is taken whatever there is to find.
WAYS = {
    "sorting, words in all": {"_SORTED": 0.0, "_FETCHED": 0.0, "_ASKED": 1e9},
    "sorting, words one by one": {"_SORTED": 0.0, "_FETCHED": 0.0, "_LISTED": 1e9},
    "sorting, all lists held against each other": {
        "_SORTED": 0.0,
        "_FETCHED": 1e6,
        "_LISTED": 0.0,
        "_PASSED": 1e9,
    },
    "walking, words in all": {"_SORTED": 1e9, "_PASSED": 0.0, "_ASKED": 1e9},
    "walking, words one by one": {"_SORTED": 1e9, "_PASSED": 0.0, "_GIVEN": 1e9},
}


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Eight reports of some days, and decisions on some of their statements; no test here changes it."""
    with Ledger.open(tmp_path_factory.mktemp("planning") / "held.db", create=True) as ledger:
        run = ledger.start_run(model_hash="m0", options={}, at=NOW)
        reports = [
            vote(outlet=f"Halvern {n}", source_hash=f"v{n}", published=day) for n, day in enumerate(DAYS)
        ]
        reports += [
            protest(outlet="The Quay", published="2023-06-04"),
            protest(source_hash="q", outlet="Quayside"),
        ]
        for each in reports:
            ledger.store_source(run, each.article.doc, each.article.source_hash, [each], [])
        orlo = ledger.new_actor(ANN, "Ines Orlo", "person", now=NOW)
        ids = [each.id for report in reports for each in report.statements]
        for number, one in enumerate(ids):
            if number % 2:
                ledger.decide(ANN, one, SetSpeaker(actor=orlo, role="Mayor of Halvern"), now=NOW)
                ledger.decide(ANN, one, SetDate(said_on=SaidOn(value=f"2023-06-0{1 + number % 5}")), now=NOW)
            if number % 3:
                code = SetCode(concept="bridge" if number % 4 else "jobs", stance="agree")
                ledger.decide(BEN, one, code, now=NOW)
                ledger.decide(ANN, one, Accept() if number % 5 else Reject(), now=NOW)
        ledger.decide(BEN, ids[1], Reject(), now=NOW)
        yield ledger


def by_each_way(ledger: Ledger, selection: Filter) -> dict[str, list[Record]]:
    found = {"as planned": list(ledger.records(selection))}
    for way, weights in WAYS.items():
        with pytest.MonkeyPatch.context() as patch:
            for name, weight in weights.items():
                patch.setattr(planning, name, weight)
            found[way] = list(ledger.records(selection))
    return found


@pytest.mark.parametrize(
    ("name", "value"), [pair for name, values in CONDITIONS.items() for pair in product([name], values)]
)
def test_every_way_gives_the_same_statements_in_the_same_order(held: Ledger, name: str, value: Any) -> None:
    expected = list(held.records(Filter(**{name: value})))
    assert all(found == expected for found in by_each_way(held, Filter(**{name: value})).values())


@settings(deadline=None, max_examples=50)  # a dozen queries each
@given(
    chosen=st.fixed_dictionaries(
        {}, optional={name: st.sampled_from(some) for name, some in CONDITIONS.items()}
    )
)
def test_conditions_together_choose_what_each_of_them_chooses(held: Ledger, chosen: dict[str, Any]) -> None:
    code = {name: chosen[name] for name in ("concept", "stance") if name in chosen}  # of one code, both
    apart = [{name: value} for name, value in chosen.items() if name not in code] + [code]
    review = {} if "review" in chosen else {"review": "all"}
    expected = list(held.records(Filter(review="all" if "review" in chosen else "standing")))
    for conditions in apart:
        some = {record.statement.id for record in held.records(Filter(**{**review, **conditions}))}
        if "review" in chosen and "review" not in conditions:
            some = {r.statement.id for r in held.records(Filter(**{**conditions, "review": "all"}))}
        expected = [record for record in expected if record.statement.id in some]
    for way, found in by_each_way(held, Filter(**chosen)).items():
        assert found == expected, way


def test_of_a_very_common_word_the_latest_are_scored(
    ledger: Ledger, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(*(vote(outlet=f"Halvern {n}", source_hash=str(n)) for n in range(6)))
    assert len(ledger.search("leap", limit=50)) == 12
    monkeypatch.setattr(search, "SCORED", 4)
    hits = ledger.search("leap", limit=50)
    assert sorted(hit.article.outlet or "" for hit in hits) == sorted(
        f"Halvern {n}" for n in (2, 3, 4, 5) * 2
    )
    assert {hit.statement is None for hit in hits} == {True, False}

from dataclasses import replace

import numpy as np
from sund_crossing import BOOK, WordReads

from onrecord.coding.camps import camps
from onrecord.coding.evidence import Evidence, gather
from onrecord.coding.features import known
from onrecord.coding.units import Unit
from onrecord.encoder.pairs import whole

SIDES = {"left": ("agree", "disagree"), "right": ("disagree", "agree")}


def _two_camps() -> tuple[Evidence, dict[str, dict[str, str]]]:
    """Eight speakers, each on the bridge and the toll: who is for the one is against the other."""
    units, codes = [], {}
    for number in range(8):
        for concept, side in zip(("bridge", "toll"), SIDES["left" if number % 2 else "right"], strict=True):
            name = f"{concept}-{number}"
            units.append(Unit(id=name, framed=whole(f"the {concept}"), speaker=f"p-{number}", article="a"))
            codes[name] = {concept: side}
    given = gather(units, BOOK, WordReads())
    return replace(given, scores=np.full(given.scores.shape, -20.0)), codes  # the network says nothing


def test_a_side_on_one_matter_foretells_the_side_on_the_other():
    given, codes = _two_camps()
    reviewed = {name: side for name, side in codes.items() if name != "toll-1"}
    found = camps(given, known(given, reviewed))
    toll = given.concepts.index("toll")
    assert codes["toll-1"] == {"toll": "disagree"}
    assert found[given.ids.index("toll-1"), toll] < -0.2
    reviewed = {name: side for name, side in codes.items() if name != "toll-2"}
    assert camps(given, known(given, reviewed))[given.ids.index("toll-2"), toll] > 0.2


def test_a_reviewed_statement_does_not_count_for_itself():
    given, codes = _two_camps()
    row = given.ids.index("toll-1")
    turned = codes | {"toll-1": {"toll": "agree", "bridge": "disagree"}}
    found = [camps(given, known(given, some))[row] for some in (codes, turned)]
    assert np.allclose(*found)


def test_nothing_is_foretold_where_nobody_knows_the_speaker():
    given, codes = _two_camps()
    given = replace(given, units=tuple(replace(one, speaker=None) for one in given.units))
    assert not camps(given, known(given, codes)).any()

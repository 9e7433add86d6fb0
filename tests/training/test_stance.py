"""The second model: the graph against torch, two trainings against each other, what it is taught."""

from pathlib import Path

import numpy as np
import pytest

pytestmark = pytest.mark.training


@pytest.fixture(scope="module")
def tokenizer():
    from tokenizers import Tokenizer

    from onrecord.encoder.folder import SHIPPED

    found = Tokenizer.from_file(str(SHIPPED / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


@pytest.fixture(scope="module")
def trunk():
    import torch

    from training.stance.network import Trunk

    torch.manual_seed(1)
    return Trunk().eval().requires_grad_(False)


@pytest.fixture(scope="module")
def rows():
    from training.stance.frames import invented

    return list(invented(24, np.random.default_rng(1)))


def _trained(trunk, tokenizer, rows):
    from training.stance.fit import Plan, example, fit

    plan = Plan(epochs=1, batch=8)
    return fit(trunk, [example(tokenizer, row) for row in rows], plan, lambda _mean: None)


def test_everything_that_should_learn_does(trunk, tokenizer, rows):
    from training.stance.network import Pairs

    before, after = Pairs(trunk).state_dict(), _trained(trunk, tokenizer, rows).state_dict()
    assert [name for name in before if (before[name] == after[name]).all()] == []


def test_two_trainings_from_one_seed_give_the_same_weights(trunk, tokenizer, rows):
    one, other = (_trained(trunk, tokenizer, rows).state_dict() for _ in range(2))
    assert all((one[name] == other[name]).all() for name in one)


def test_the_graph_computes_what_torch_computes(trunk, tokenizer, rows, tmp_path: Path):
    import torch

    from onrecord.encoder.bearing import Bearing
    from onrecord.encoder.folder import SHIPPED
    from onrecord.encoder.pairs import pair, single
    from training.stance.export import write
    from training.stance.fit import padded
    from training.stance.network import Pairs

    pairs = Pairs(trunk).eval()
    write(trunk, pairs, SHIPPED / "tokenizer.json", tmp_path, name="test", int8=False)
    bearing = Bearing.load(tmp_path)
    for row in rows[:5]:
        with torch.no_grad():
            ids, parts, mask = padded([pair(tokenizer, row.concept, row.framed)])
            scores = pairs(trunk(ids, mask), parts, mask)[0].numpy()
            ids, _, mask = padded([single(tokenizer, row.framed.text)])
            vector = torch.nn.functional.normalize(trunk.vectors(trunk(ids, mask), mask))[0].numpy()
        assert np.abs(bearing.scores(row.concept, row.framed) - scores).max() < 1e-3
        assert np.abs(bearing.vector(row.framed.text) - vector).max() < 1e-3


def test_eight_bits_change_little(trunk, rows, tmp_path: Path):
    from onrecord.encoder.bearing import Bearing
    from onrecord.encoder.folder import SHIPPED
    from training.stance.export import write
    from training.stance.network import Pairs

    found = []
    for int8 in (False, True):
        folder = tmp_path / str(int8)
        write(trunk, Pairs(trunk).eval(), SHIPPED / "tokenizer.json", folder, name="test", int8=int8)
        found.append([Bearing.load(folder).vector(row.framed.text) for row in rows[:5]])
    assert (np.array(found[0]) * np.array(found[1])).sum(1).min() > 0.97


def test_what_learned_is_read_back(trunk, tmp_path: Path):
    """What is read back and written again is the same: nothing is lost a second time."""
    import torch

    from onrecord.encoder.folder import SHIPPED
    from training.stance.export import write
    from training.stance.network import Pairs
    from training.stance.restore import restored

    torch.manual_seed(2)
    first, second = tmp_path / "first", tmp_path / "second"
    write(trunk, Pairs(trunk).eval(), SHIPPED / "tokenizer.json", first, name="test")
    once = restored(first, trunk)
    write(trunk, once.eval(), SHIPPED / "tokenizer.json", second, name="test")
    for name, value in restored(second, trunk).state_dict().items():
        assert torch.allclose(value, once.state_dict()[name], atol=1e-6), name


def test_invented_rows_mark_content_and_side(rows):
    assert {row.stance for row in rows} == {"agree", "disagree", "neither", None}
    for row in rows:
        assert row.framed.content
        assert (row.stance is None) == (not row.relevant)
        assert not any(letter in row.framed.text for letter in "{}[]|")


def test_what_is_set_aside_hangs_on_the_topic_alone():
    from training.stance.sources import aside

    assert 0.1 < np.mean([aside("ibm", str(n)) for n in range(1000)]) < 0.3
    assert aside("ibm", "7") == aside("ibm", "7")

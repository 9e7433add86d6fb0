"""What was confirmed is there, whenever the process is killed; 50 kills and a minute are in `benchmarks.crash`."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT))

from benchmarks.crash import kill_one, prepare, problems, two_at_once  # noqa: E402 - it lies beside the package

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


@pytest.fixture
def debate(tmp_path: Path) -> Path:
    path = tmp_path / "debate.db"
    prepare(path)
    return path


@pytest.mark.parametrize(("kind", "kills"), [("decide", 3), ("store", 2)])
def test_a_killed_writer_loses_nothing_that_it_confirmed(debate: Path, kind: str, kills: int) -> None:
    confirmed: set[str] = set()
    for seed in range(kills):
        confirmed |= kill_one(kind, debate, seed)
        assert problems(debate, confirmed) == []
    assert len(confirmed) >= kills


def test_two_that_decide_at_once_lose_nothing_and_see_no_error(debate: Path) -> None:
    confirmed, errors = two_at_once(debate, seconds=2)
    assert errors == []
    assert len(confirmed) > 10
    assert problems(debate, confirmed) == []

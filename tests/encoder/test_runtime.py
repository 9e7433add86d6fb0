"""What the runtime of the networks does beside running them: nothing."""

import os
import subprocess
import sys
from pathlib import Path


def test_reading_leaves_nothing_in_the_home_folder(tmp_path: Path) -> None:
    kept_out = ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "ORT_DISABLE_TELEMETRY")
    own = {name: value for name, value in os.environ.items() if name not in kept_out}
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "read", "-", "--format", "jsonl"],
        input="Mayor Ilse Tornquist said the bridge would stay closed until May.\n",
        env=own | {"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "until May" in done.stdout, done.stderr
    assert [one.relative_to(tmp_path) for one in tmp_path.rglob("*")] == []

"""A small debate on disk."""

from pathlib import Path

import pytest
from small_debate import FACTS, LINES, LISTS, TEXT


@pytest.fixture
def write_debate(tmp_path: Path):
    def write(
        *, text: str = TEXT, lines: str = LINES, facts: str = FACTS, folder: str = "sund", **lists: str
    ) -> Path:
        made = tmp_path / folder
        made.mkdir(exist_ok=True)
        for name, content in LISTS.items():
            (made / name).write_text(lists.get(name.removesuffix(".toml"), content), encoding="utf-8")
        (made / "01-courier.marked").write_text(f"{facts}+++\n{text}+++\n{lines}", encoding="utf-8")
        return made

    return write

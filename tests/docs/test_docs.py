"""What the docs show works."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [
    pytest.param(code, id=f"{path.stem}-{number}")
    for path in sorted((ROOT / "docs").rglob("*.md"))
    for number, code in enumerate(BLOCK.findall(path.read_text(encoding="utf-8")), start=1)
]


@pytest.mark.parametrize("code", BLOCKS)
def test_the_python_that_the_docs_show_runs(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "docs", "exec"), {})  # noqa: S102 - our own docs


def test_there_is_python_in_the_docs_to_run() -> None:
    assert len(BLOCKS) >= 2


def test_the_readme_opens_with_two_shell_blocks_of_one_line_each() -> None:
    blocks = re.findall(
        r"^```(\w*)\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert [language for language, _ in blocks[:2]] == ["sh", "sh"]
    assert all(len(code.strip().splitlines()) == 1 for _, code in blocks[:2])
    assert "onrecord report examples/" in blocks[0][1]
    assert "pytest" in blocks[1][1]
    assert "torch" not in blocks[1][1]

"""Writes debates to a folder in a format that other tools read."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, get_args

from corpus.converting.brat import standoff
from corpus.converting.rows import rows
from corpus.converting.w3c import page
from corpus.debate import Debate
from onrecord.publishing.jsonl import line

Format = Literal["text", "read", "brat", "w3c", "polnear"]
FORMATS: tuple[Format, ...] = get_args(Format)


def write(debates: Iterable[Debate], out: Path, kind: Format) -> int:
    """Write the reports to `out`, which is made; the number of reports.  Names are DEBATE_REPORT.

    text: a `.txt` a report.  read: those, and statements.jsonl.  brat: a `.txt` and an `.ann` each.  w3c: a `.txt` and
    a `.jsonld` each.  polnear: `text/` and `attributions/`, as `../shared/eval/attributions.py` reads them.
    """
    texts = out / "text" if kind == "polnear" else out
    texts.mkdir(parents=True, exist_ok=True)
    every: list[dict[str, Any]] = []
    written = 0
    for debate in debates:
        for report in debate.reports:
            name = f"{debate.id}_{report.name}"
            (texts / f"{name}.txt").write_text(report.text, encoding="utf-8", newline="")
            made = rows(report, debate, f"{name}.txt")
            _beside(out, name, kind, made, report.text)
            every += made
            written += 1
    if kind == "read":
        (out / "statements.jsonl").write_text("".join(map(line, every)), encoding="utf-8", newline="")
    return written


def _beside(out: Path, name: str, kind: Format, made: list[dict[str, Any]], text: str) -> None:
    if kind == "brat":
        (out / f"{name}.ann").write_text(standoff(made, text), encoding="utf-8", newline="")
    elif kind == "polnear":
        (out / "attributions").mkdir(exist_ok=True)
        path = out / "attributions" / f"{name}_1.ann"
        path.write_text(standoff(made, text), encoding="utf-8", newline="")
    elif kind == "w3c":
        value = json.dumps(page(made, text, f"{name}.txt"), ensure_ascii=False, indent=1)
        (out / f"{name}.jsonld").write_text(value + "\n", encoding="utf-8", newline="")

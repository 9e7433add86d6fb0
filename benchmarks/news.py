"""Scores a model on real news of outlets it did not learn from, which we marked: `python -m benchmarks.news`.

The labels are corpus/news.jsonl, the articles lie in ../shared; scored by ../shared/eval/attributions.py as PolNeAR is,
and held against benchmarks/floors.toml.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.quality import add_options, held, score_folder, scorer_options
from corpus.converting.brat import standoff
from corpus.news import NEWS_PARTS, load_news
from corpus.sheets import Sheet


def write(sheets: list[Sheet], folder: Path) -> None:
    """Write sheets in PolNeAR's layout."""
    for name in ("text", "attributions"):
        (folder / name).mkdir(parents=True)
    for number, sheet in enumerate(sheets, 1):
        (folder / "text" / f"{number:03}.txt").write_text(sheet.text, encoding="utf-8", newline="")
        rows: list[dict[str, Any]] = [
            {"id": f"s-{one.number}", "kind": "indirect", "act": one.act}
            | {part: [list(place) for place in getattr(one, part)] for part in ("content", "cue", "source")}
            | {"speaker": None, "via": [], "said_on": None, "confidence": 1.0}
            for one in sheet.statements
        ]
        path = folder / "attributions" / f"{number:03}_1.ann"
        path.write_text(standoff(rows, sheet.text), encoding="utf-8", newline="")


def main() -> None:
    """Print the figures of a part."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.news", description=__doc__)
    add_options(parser)
    parser.add_argument("--part", choices=NEWS_PARTS, default="dev")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write(load_news(options.shared, options.part), folder)
        figures = score_folder(folder, options.shared, options.model, scorer_options(options))
    sys.exit(0 if held(figures, f"news_{options.part}") else 1)


if __name__ == "__main__":
    main()

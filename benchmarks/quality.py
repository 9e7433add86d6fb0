"""Scores the reader on annotated data and holds the scores against the floors: `python -m benchmarks.quality`.

Needs the annotated data, which is no part of this repository: --shared names the folder that holds data/ and eval/.
The floors are in benchmarks/floors.toml; they only rise.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from onrecord.model import Reading
from onrecord.pipeline import Batch, Stages
from onrecord.publishing.jsonl import row
from onrecord.reading import find

HERE = Path(__file__).parent


def predict(texts: Path, model: Path | None, out: Path) -> int:
    """Write the statements of a folder of texts as `onrecord read` does; the number of articles read."""
    articles = 0
    with out.open("w", encoding="utf-8") as lines:
        for outcome in Batch(stages=Stages(model=model)).outcomes(find([str(texts)])):
            for skipped in outcome.skipped:
                print(f"{skipped.doc}: {skipped.detail}", file=sys.stderr)
            for reading in outcome.readings:
                articles += 1
                _write(reading, lines)
    return articles


def _write(reading: Reading, lines: object) -> None:
    for record in reading.records():
        print(json.dumps(row(record), ensure_ascii=False), file=lines)  # type: ignore[call-overload]


def score(shared: Path, split: str, model: Path | None, extra: list[str]) -> dict[str, float]:
    """The figures that the shared scorer gives for one split of PolNeAR."""
    return score_folder(shared / "data" / "polnear" / split, shared, model, extra)


def score_folder(folder: Path, shared: Path, model: Path | None, extra: list[str]) -> dict[str, float]:
    """The shared scorer's figures for what a model finds in a folder in PolNeAR's layout."""
    with tempfile.TemporaryDirectory() as temporary:
        predictions = Path(temporary) / "predictions.jsonl"
        predict(folder / "text", model, predictions)
        return scored(folder, predictions, shared, extra)


def scored(folder: Path, predictions: Path, shared: Path, extra: list[str]) -> dict[str, float]:
    """The shared scorer's figures for predictions on a folder in PolNeAR's layout."""
    with tempfile.TemporaryDirectory() as temporary:
        figures = Path(temporary) / "figures.json"
        command = [sys.executable, str(shared / "eval" / "attributions.py"), str(folder), str(predictions)]
        subprocess.run([*command, "--json", str(figures), *extra], check=True, stdout=subprocess.DEVNULL)
        result: dict[str, float] = json.loads(figures.read_text(encoding="utf-8"))
    return result


def add_options(parser: argparse.ArgumentParser) -> None:
    """What every scoring on annotated data can be told."""
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--model", type=Path, help="a model's folder (default: the one that ships)")
    parser.add_argument("--errors", metavar="FILE", help="write every error there")
    parser.add_argument("--bootstrap", type=int, default=0, metavar="N", help="95%% intervals over articles")


def scorer_options(options: argparse.Namespace) -> list[str]:
    """What of that the shared scorer is told."""
    extra = ["--errors", options.errors] if options.errors else []
    return [*extra, "--bootstrap", str(options.bootstrap)] if options.bootstrap else extra


def main() -> None:
    """Print each figure beside its floor; exit status 1 where one is below."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    add_options(parser)
    options = parser.parse_args()
    figures = score(options.shared, "dev", options.model, scorer_options(options))
    sys.exit(0 if held(figures, "polnear_dev") else 1)


def share(part: int, whole: int) -> float:
    """A part of a whole to four digits; 1 of nothing."""
    return round(part / whole, 4) if whole else 1.0


def held(figures: dict[str, float], section: str) -> bool:
    """Print each figure beside its floor of that section of floors.toml; whether none is below."""
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))[section]
    below = [name for name, floor in floors.items() if figures[name] < floor]
    for name, value in figures.items():
        floor = f"   floor {floors[name]}{'   BELOW' if name in below else ''}" if name in floors else ""
        print(f"{name:<20} {value}{floor}")
    return not below


if __name__ == "__main__":
    main()

"""Scores a model on a part of our own corpus, whole and form by form: `python -m benchmarks.corpus --part dev`.

Holds the whole against the floors of benchmarks/floors.toml.

The whole is scored by ../shared/eval/attributions.py, as PolNeAR is.  A form's figure is its recall: of its statements
those found with the right content (8 in 10 letters of both together) and, where it has one, the right source.
`--predictions` scores a file that another program made for `python -m corpus convert --to polnear`.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.quality import add_options, held, predict, scored, scorer_options
from corpus.agreement import letters_of
from corpus.converting.folder import write
from corpus.debate import PARTS, Debate, load_corpus
from corpus.forms import WANTED, forms
from corpus.report import Annotation, Report
from onrecord.model.likeness import ALIKE, share

Letters = frozenset[int]
Found = list[tuple[Letters, Letters]]  # the letters of content and source


def by_form(debates: list[Debate], predictions: Path) -> dict[str, tuple[int, int]]:
    """For each form, how many of its statements were found, and how many there are."""
    rows: dict[str, list[dict[str, list[list[int]]]]] = defaultdict(list)
    with predictions.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            rows[Path(row["doc"]).name].append(row)
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for debate in debates:
        for report in debate.reports:
            given = rows[f"{debate.id}_{report.name}.txt"]
            found = [
                (letters_of(report, row["content"]), letters_of(report, row["source"] or ())) for row in given
            ]
            for statement in report.statements:
                names = forms(report, statement, debate)
                asked.update(names)
                right.update(names if is_found(report, statement, found) else ())
    return {form: (right[form], asked[form]) for form in ("direct", *WANTED) if asked[form]}


def is_found(report: Report, statement: Annotation, found: Found) -> bool:
    """Whether one of the predictions has this statement's content, and its source if it has one."""
    content, source = letters_of(report, statement.content), letters_of(report, statement.source)
    return any(share(content, a) >= ALIKE and (not source or bool(source & b)) for a, b in found)


def main() -> None:
    """Print the figures of a part."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    add_options(parser)
    parser.add_argument("--part", choices=PARTS, default="dev")
    parser.add_argument("--predictions", type=Path, help="score these instead")
    options = parser.parse_args()
    debates = load_corpus(part=options.part)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write(debates, folder, "polnear")
        predictions = options.predictions or folder / "predictions.jsonl"
        if options.predictions is None:
            predict(folder / "text", options.model, predictions)
        figures = scored(folder, predictions, options.shared, scorer_options(options))
        good = held(figures, f"corpus_{options.part}")
        for form, (right, asked) in by_form(debates, predictions).items():
            print(f"{form:<20} {right / asked:.3f} of {asked}")
    sys.exit(0 if good or options.predictions else 1)


if __name__ == "__main__":
    main()

"""Scores the names of persons, organisations and places: `python -m benchmarks.mentions --shared ../shared`.

On a tenth of the English Worldwide Newswire (Shan and others 2023) that nothing was learned from (`corpus.names`);
found means the same first and last letter and the same kind.  Figures are held against benchmarks/floors.toml.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from benchmarks.quality import held
from corpus.names import load_names
from corpus.texts import article_of
from onrecord.model import NAME_KINDS
from onrecord.pipeline import Stages

HERE = Path(__file__).parent


def main() -> None:
    """Print precision, recall and F1, whole and by kind; exit status 1 where a floor is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mentions", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--model", type=Path, help="a model's folder, the shipped one by default")
    options = parser.parse_args()
    stages = Stages(model=options.model)
    right: Counter[str] = Counter()
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for marked in load_names(options.shared, "dev"):
        gold = set(marked.names)
        article = article_of(marked.name, marked.text)
        found = {(one.span.start, one.span.end, one.kind) for one in stages.names(article)}
        right.update(kind for _, _, kind in found & gold)
        ours.update(kind for _, _, kind in found)
        theirs.update(kind for _, _, kind in gold)
    figures: dict[str, float] = {}
    for kind in [*NAME_KINDS, "all"]:
        good, given, asked = (
            sum(some.values()) if kind == "all" else some[kind] for some in (right, ours, theirs)
        )
        figures[f"{kind}_F1"] = 2 * good / (given + asked)
        print(
            f"{kind:<14} P {good / given:.3f}  R {good / asked:.3f}  F1 {figures[f'{kind}_F1']:.3f} of {asked}"
        )
    sys.exit(0 if held(figures, "mentions") else 1)


if __name__ == "__main__":
    main()

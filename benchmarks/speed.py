"""Words a second on one core, beside the one-hour trial's network in the same run: `python -m benchmarks.speed`.

Machines differ and drift, so what counts is the ratio.  Ours is the whole way from text to statements (layout, pieces,
network, decoding, links); the trial's is its network alone, with its windows (256 pieces, 48 of context, batch 1), on
the same pieces: a comparison that favours the trial.  Rounds alternate; medians of CPU time are given.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

from onrecord.encoder.pieces import Pieces
from onrecord.encoder.reader import Encoder
from onrecord.encoder.runtime import ort
from onrecord.extraction.statements import encode, extract
from onrecord.model import Article
from onrecord.reading import read_bytes

HERE = Path(__file__).parent
TRIAL_WINDOW, TRIAL_MARGIN = 254, 48


def articles(folder: Path, count: int) -> list[Article]:
    """The first articles of a folder of texts."""
    found = [
        item for path in sorted(folder.glob("*.txt")) for item in read_bytes(path.name, path.read_bytes())
    ]
    return [item for item in found if isinstance(item, Article)][:count]


def trial_windows(pieces: int) -> list[tuple[int, int]]:
    """Where the trial laid its windows: all of full length, evenly apart."""
    if pieces <= TRIAL_WINDOW:
        return [(0, pieces)]
    count = -(-(pieces - 2 * TRIAL_MARGIN) // (TRIAL_WINDOW - 2 * TRIAL_MARGIN))
    starts = np.linspace(0, pieces - TRIAL_WINDOW, count).round().astype(int)
    return [(int(start), int(start) + TRIAL_WINDOW) for start in starts]


def trial_runner(path: Path) -> Callable[[Pieces], None]:
    """The trial's network over one article."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def run(pieces: Pieces) -> None:
        for start, end in trial_windows(len(pieces.ids)):
            ids = np.concatenate([[101], pieces.ids[start:end], [102]])[None]
            zeros, ones = np.zeros_like(ids), np.ones_like(ids)
            session.run(None, {"ids": ids, "case": zeros, "q": zeros, "mask": ones})

    return run


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of some work."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def options_of(name: str, about: str | None) -> argparse.ArgumentParser:
    """The options of a benchmark that reads articles: how many of which, and the model."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=about)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--articles", type=int, default=24)
    parser.add_argument("--model", type=Path)
    return parser


def main() -> None:
    """Print words a second of both, and the ratio, round by round."""
    parser = options_of("speed", __doc__)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    encoder = Encoder.load(options.model)
    given = articles(options.shared / "data/polnear/dev/text", options.articles)
    words = sum(len(article.text.split()) for article in given)
    cut = [encode(article, encoder).pieces for article in given]
    trial = trial_runner(options.shared / "trial/trial.int8.onnx")
    print(
        f"{len(given)} articles, {words} words, {sum(len(p.ids) for p in cut)} pieces, ONNX Runtime {ort.__version__}"
    )
    ours_all, trial_all = [], []
    for _ in range(options.rounds):
        ours_all.append(seconds(lambda: [extract(article, encoder) for article in given]))
        trial_all.append(seconds(lambda: [trial(pieces) for pieces in cut]))
        print(
            f"  ours {words / ours_all[-1]:.0f}   trial's network {words / trial_all[-1]:.0f} words a CPU second"
        )
    ours, theirs = statistics.median(ours_all), statistics.median(trial_all)
    print(f"median: ours {words / ours:.0f}, trial's network {words / theirs:.0f}, ratio {theirs / ours:.2f}")


if __name__ == "__main__":
    main()

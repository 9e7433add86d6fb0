"""Where the reader's time goes, and what the arithmetic would allow: `python -m benchmarks.limits`.

Three tables.  The first is CPU time of one core by part, from text to statements.  The second holds each kind of the
network's operations against the multiplications it needs; the limit is what one core would read if 32-bit products
ran as fast as numpy's largest do here, 8-bit ones four times as fast (what VNNI instructions promise; AMX more), and
nothing else cost anything.  The third is words a second of several threads that share one network.
"""

import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

from benchmarks.speed import articles, options_of, seconds
from onrecord.encoder.pieces import cut
from onrecord.encoder.reader import Encoder
from onrecord.encoder.runtime import ort
from onrecord.extraction.statements import encode, extract, read_blocks
from onrecord.model import Article

HIDDEN, INNER, LAYERS = 384, 1536, 6
_SIZE = 1024
"""Rows and columns of the products that show how fast 32-bit arithmetic is."""


def parts(given: list[Article], encoder: Encoder) -> dict[str, float]:
    """CPU seconds of each part over all articles; each is the least of three rounds."""
    whole = _least(lambda: [extract(article, encoder) for article in given])
    network = _least(lambda: [encode(article, encoder) for article in given])
    tokenizer = encoder._tokenizer
    pieces = _least(
        lambda: [cut(each.text, [block.span for block in read_blocks(each)], tokenizer) for each in given]
    )
    return {
        "cut into pieces": pieces,
        "network": network - pieces,
        "labels to statements": whole - network,
        "in all": whole,
    }


def _least(work: Callable[[], object]) -> float:
    return min(seconds(work) for _ in range(3))


def products(lengths: list[int]) -> dict[str, float]:
    """Multiplications (with their additions) by kind of operation, over windows of these lengths in pieces."""
    total = sum(lengths)
    return {
        "DynamicQuantizeMatMul": LAYERS * total * (4 * HIDDEN * HIDDEN + 2 * HIDDEN * INNER),
        "MultiHeadAttention": LAYERS * sum(length * length for length in lengths) * 2 * HIDDEN,
    }


def by_kind(path: Path, lengths: list[int]) -> dict[str, float]:
    """Seconds of the network by kind of operation, as ONNX Runtime's own profile gives them."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_profiling = True
    with tempfile.TemporaryDirectory() as folder:
        options.profile_file_prefix = str(Path(folder) / "profile")
        session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        rng = np.random.default_rng(1)
        for length in lengths:
            ids = rng.integers(1000, 20000, (1, length))
            session.run(None, {"ids": ids, "signs": ids % 9})
        events = json.loads(Path(session.end_profiling()).read_text(encoding="utf-8"))
    spent: Counter[str] = Counter()
    for event in events:
        if event.get("cat") == "Node" and event["name"].endswith("kernel_time"):
            spent[event["args"]["op_name"]] += event["dur"] / 1e6
    return dict(spent.most_common())


def peak() -> float:
    """Multiplications a second of one core in 32 bits: the best of ten products of two large matrices."""
    rng = np.random.default_rng(1)
    left, right = (rng.random((_SIZE, _SIZE), np.float32) for _ in range(2))
    return _SIZE**3 / min(seconds(lambda: left @ right) for _ in range(10))


def by_thread(given: list[Article], encoder: Encoder, threads: int) -> float:
    """Seconds that pass while that many threads read all articles."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda article: extract(article, encoder), given))
    return time.perf_counter() - begun


def main() -> None:
    """Print the three tables."""
    options = options_of("limits", __doc__).parse_args()
    encoder = Encoder.load(options.model)
    given = articles(options.shared / "data/polnear/dev/text", options.articles)
    words = sum(len(article.text.split()) for article in given)
    extract(given[0], encoder)
    spent = parts(given, encoder)
    print(f"{len(given)} articles, {words} words; one core")
    for name, value in spent.items():
        print(f"  {name:22} {value:6.2f} s {value / spent['in all']:5.0%}")
    laid = [window for each in given for window in encode(each, encoder).windows]
    lengths = [window.end - window.start + 2 for window in laid]
    _print_limit(by_kind(encoder.folder.path / "encoder.onnx", lengths), products(lengths), words)
    for threads in range(1, (os.cpu_count() or 1) + 1):
        print(f"  {threads} threads: {words / by_thread(given, encoder, threads):.0f} words a second")


def _print_limit(spent: dict[str, float], needed: dict[str, float], words: int) -> None:
    fastest = peak()
    network = sum(spent.values())
    print(f"the network: {sum(needed.values()) / words / 1e6:.1f} million multiplications a word")
    for kind, value in spent.items():
        if value > network / 100:
            rate = f"{needed[kind] / value / 1e9:6.0f} thousand million a second" if kind in needed else ""
            print(f"  {kind:22} {value:6.2f} s {value / network:5.0%} {rate}")
    least = needed["DynamicQuantizeMatMul"] / (4 * fastest) + needed["MultiHeadAttention"] / fastest
    print(f"32-bit products of {_SIZE} rows: {fastest / 1e9:.0f} thousand million a second")
    print(f"limit: {words / least:.0f} words a second; the network alone does {words / network:.0f}")


if __name__ == "__main__":
    main()

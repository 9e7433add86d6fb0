"""What the one-hour trial's network finds in a folder of texts: `python -m benchmarks.trial TEXTS OUT.jsonl`.

The trial kept its network's int8 file and not its linker's weights, so its labels (with its own features, windows and
bias) are linked by the linker that ships, which costs nothing measurable: given the spans, both link 99 in a hundred
rightly.  None of our mending of layout and marks is applied.  On PolNeAR's dev part this gives what the trial's page
gives within a point, which says that it is the trial that is measured.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.speed import HERE, trial_windows
from onrecord.encoder.pieces import Pieces
from onrecord.encoder.reader import Encoder
from onrecord.encoder.runtime import ort
from onrecord.extraction.drafts import Draft, draft
from onrecord.extraction.statements import encode
from onrecord.model import Article
from onrecord.reading import read_bytes

BIAS = np.array([0, 0.8, 0.8, 0.8, 0.8, -0.3, -0.3], np.float32)  # source, cue, content, as its page says
Floats = NDArray[np.float32]


def case_of(word: str) -> int:
    """The trial's class of a word's case."""
    if not word[0].isalpha():
        return 1 if word[0].isdigit() else 2
    if word.islower():
        return 3
    if word.isupper():
        return 5 if len(word) > 1 else 4
    return 4 if word[0].isupper() else 6


def quote_states(text: str) -> list[int]:
    """The trial's state of each character: 0 outside double marks, 1 inside, 2 a mark; a line's end closes."""
    states, opened = [], False
    for character in text:
        opened = (opened or character == "“") and character not in "”\n"
        if character == '"':
            opened = not opened
        states.append(2 if character in '“”"' else int(opened))
    return states


class Trial:
    """The trial's network."""

    def __init__(self, path: Path) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def scores(self, text: str, pieces: Pieces) -> Floats:
        """Log-probabilities of its labels, a row a word."""
        case, quoted = self._features(text, pieces)
        out = np.zeros((len(pieces.ids), 7), np.float32)
        laid = trial_windows(len(pieces.ids))
        for number, (start, end) in enumerate(laid):
            row = {
                name: np.pad(values[start:end], 1)[None]
                for name, values in (("ids", pieces.ids), ("case", case), ("q", quoted))
            }
            row["ids"][0, 0], row["ids"][0, -1] = 101, 102
            found = self.session.run(["logits"], row | {"mask": np.ones_like(row["ids"])})[0][0, 1:-1]
            kept = start if number == 0 else (laid[number - 1][1] + start) // 2
            out[kept:end] = found[kept - start :]
        words = out[pieces.first]
        return np.asarray(words - np.logaddexp.reduce(words, axis=1, keepdims=True), np.float32)

    @staticmethod
    def _features(text: str, pieces: Pieces) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        case, quoted = np.zeros_like(pieces.ids), np.zeros_like(pieces.ids)
        states = quote_states(text)
        for number, (first, last) in enumerate(zip(pieces.first, pieces.last, strict=True)):
            start, end = int(pieces.word_start[number]), int(pieces.word_end[number])
            case[first : last + 1] = case_of(text[start:end])
            quoted[first : last + 1] = states[start]
        return case, quoted


def drafts(article: Article, encoder: Encoder, trial: Trial) -> list[Draft]:
    """The attributions of an article by the trial's labels and the shipped linker."""
    encoded = encode(article, encoder)
    if not len(encoded.pieces.first):
        return []
    found = draft(
        replace(encoded, log_probabilities=trial.scores(article.text, encoded.pieces) + BIAS), encoder
    )
    return found.outer


def main() -> None:
    """Write what the shared scorer reads."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.trial", description=__doc__)
    parser.add_argument("texts", type=Path, help="a folder of .txt files")
    parser.add_argument("out", type=Path)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    options = parser.parse_args()
    encoder = Encoder.load()
    encoder.folder = replace(encoder.folder, settings=replace(encoder.settings, bias=((0.0,) * 7,) * 2))
    trial = Trial(options.shared / "trial/trial.int8.onnx")
    with options.out.open("w", encoding="utf-8") as lines:
        for path in sorted(options.texts.glob("*.txt")):
            for article in read_bytes(path.name, path.read_bytes()):
                for found in drafts(article, encoder, trial) if isinstance(article, Article) else []:
                    spans = {
                        part: [span.pair() for span in getattr(found, part)]
                        for part in ("content", "cue", "source")
                    }
                    print(json.dumps({"doc": path.name} | spans), file=lines)


if __name__ == "__main__":
    main()

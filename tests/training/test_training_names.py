"""What corrects the scores of names is learned."""

from pathlib import Path

import numpy as np

from corpus.names import NamedText
from onrecord.encoder.labels import NAME_LABELS
from onrecord.encoder.pieces import Pieces
from onrecord.extraction.name_signs import COLUMNS
from training.names import fit, labels_of, write

NONE, PLACE = NAME_LABELS.index("O"), NAME_LABELS.index("B-place")
LISK = NamedText(name="lisk", text="Port Lisk sank", names=((0, 9, "place"),))


def test_a_marked_name_labels_its_words() -> None:
    words, starts, ends = np.arange(3), np.array([0, 5, 10]), np.array([4, 9, 14])
    pieces = Pieces(
        ids=words, signs=words, word_start=starts, word_end=ends, first=words, last=words,
        paragraph=np.zeros(3, np.int64), quotations=(),
    )  # fmt: skip
    found = [NAME_LABELS[label] for label in labels_of(pieces, LISK)]
    assert found == ["B-place", "I-place", "O"]


def test_a_sign_that_tells_the_label_gets_weight_and_one_that_does_not_gets_none() -> None:
    rng = np.random.default_rng(7)
    signs = np.zeros((400, len(COLUMNS)), np.float32)
    signs[:, 0] = 1
    telling, idle = COLUMNS.index("previous=in"), COLUMNS.index("next=lower")
    signs[:, telling] = rng.random(400) < 0.5
    signs[:, idle] = rng.random(400) < 0.5
    right = np.where(signs[:, telling] > 0, PLACE, NONE)
    even = np.full((400, len(NAME_LABELS)), np.log(1 / len(NAME_LABELS)), np.float32)
    weights = fit((signs, even, right), penalty=3.0)
    assert weights[telling, PLACE] - weights[telling, NONE] > 1.0
    assert abs(weights[idle, PLACE] - weights[idle, NONE]) < 0.5


def test_weights_are_written_a_line_a_sign(tmp_path: Path) -> None:
    weights = np.zeros((len(COLUMNS), len(NAME_LABELS)), np.float32)
    weights[0, NONE] = 0.5
    write(tmp_path / "weights.json", weights)
    assert (tmp_path / "weights.json").read_text() == '{\n"always": [0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]\n}\n'

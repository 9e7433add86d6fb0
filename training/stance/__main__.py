"""One command from stance data and debates to the second model's folder."""

import argparse
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from corpus.debate import load_corpus
from onrecord.coding.prior import stored
from onrecord.encoder.bearing import Bearing
from training.__main__ import base_folder
from training.stance import export
from training.stance.draw import draw
from training.stance.fit import Plan, example, fit
from training.stance.network import Pairs, load_trunk
from training.stance.settings import settings
from training.stance.settle import marked, settle

NAME = "minilm-l6-pairs-2"


def main() -> None:
    """Train, export, fit the weights from which suggesting starts."""
    options = _options()
    options.work.mkdir(parents=True, exist_ok=True)
    checkpoint = options.work / "pairs.pt"
    trunk = load_trunk(base_folder() / "model.safetensors")
    if options.only_export:
        pairs = Pairs(trunk)
        pairs.load_state_dict(torch.load(checkpoint, weights_only=True))
    else:
        tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        rows = draw(options.shared, np.random.default_rng(options.seed))
        keep = lambda mean: torch.save(mean.state_dict(), checkpoint)  # noqa: E731
        pairs = fit(trunk, [example(tokenizer, row) for row in rows], Plan(seed=options.seed), keep)
    export.write(trunk, pairs.eval(), base_folder() / "tokenizer.json", options.out, name=options.name)
    reads = Bearing.load(options.out)
    prior = settle([marked(debate, reads) for debate in load_corpus(part="dev")])
    settings(options.out, name=options.name, weights=stored(prior))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training.stance", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/stance")
    parser.add_argument("--out", type=Path, required=True, help="the model's folder, to be made or replaced")
    parser.add_argument(
        "--work", type=Path, default=Path("training/runs"), help="where the checkpoint is kept"
    )
    parser.add_argument("--name", default=NAME, help="what the model calls itself")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only-export", action="store_true", help="from the checkpoint in --work")
    return parser.parse_args()


if __name__ == "__main__":
    main()

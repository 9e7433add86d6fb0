"""Opens the files of a model's folder: the tokenizer as it cuts here, and a network that runs on one thread."""

from pathlib import Path

from tokenizers import Tokenizer

from onrecord.encoder.runtime import ort
from onrecord.errors import ModelError


def open_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer, without padding and never cutting short; raises ModelError."""
    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:
        raise ModelError(f"{path}: cannot be read as a tokenizer: {error}") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def open_network(path: Path, *, inputs: set[str], outputs: set[str], what: str) -> ort.InferenceSession:
    """The network; raises ModelError where it is none, or none of these inputs and outputs: "is `what`"."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError(f"{path}: ONNX Runtime {ort.__version__} cannot use it: {error}") from error
    have = {item.name for item in session.get_inputs()}, {item.name for item in session.get_outputs()}
    if have != (inputs, outputs):
        raise ModelError(f"{path}: is {what} (inputs and outputs: {have})")
    return session

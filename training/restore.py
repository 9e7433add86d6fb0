"""Reads a whole exported model back into torch, to go on training from it.

8-bit weights come back multiplied out, so what rounding lost stays lost.  The guide's vector comes back as nothing:
the lean to PolNeAR's guide that an exported model has lies in its vectors of places (`training.export.LEAN`).
"""

from pathlib import Path

import numpy as np
import torch

from training.network import Reader
from training.parity import read_back


def restored(folder: Path) -> Reader:
    """The encoder and the linker of a model's folder."""
    if not (folder / "encoder.onnx").is_file() or not (folder / "linker.npz").is_file():
        raise SystemExit(f"{folder}: no model's folder: it wants encoder.onnx and linker.npz")
    reader = Reader()
    reader.encoder.load_state_dict(read_back(folder / "encoder.onnx").state_dict())
    with np.load(folder / "linker.npz") as linker:
        reader.linker.load_state_dict(
            {name: torch.from_numpy(linker[name].astype(np.float32)) for name in linker.files}
        )
    return reader

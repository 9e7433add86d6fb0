"""Reads the half that learned back out of an exported second model, to go on training from it."""

from pathlib import Path

import numpy as np
import torch

from training.network import LAYERS
from training.parity import held, layer_weights
from training.stance.network import LOWER, Pairs, Trunk


def restored(folder: Path, trunk: Trunk) -> Pairs:
    """The upper half of a model's folder on the trunk that it stands on; 8-bit weights come back multiplied out."""
    have = {
        name.removeprefix("pairs."): value
        for name, value in held(folder / "pairs.onnx").items()
        if name.startswith("pairs.")
    }
    state = {"parts.weight": have["parts"], "tag.weight": have["tag"].T, "tag.bias": have["bias"]}
    for number in range(LAYERS - LOWER):
        state |= layer_weights(have, f"layers.{number}")
    pairs = Pairs(trunk)
    pairs.load_state_dict(
        {name: torch.from_numpy(np.array(value, np.float32)) for name, value in state.items()}
    )
    return pairs

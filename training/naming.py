"""Fits the layer for names anew, all else held: a mean of weights whose earlier ends knew no names needs it.

A linear layer over the hidden states of words, by cross-entropy; minutes where a stage takes an hour.
"""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.labels import NAME_LABELS
from training.examples import Example
from training.fit import Plan, arrays, windows_in_batches
from training.network import Reader
from training.steps import determined

EPOCHS, BATCH, RATE = 6, 4096, 3e-3


def fit_names(reader: Reader, examples: Sequence[Example], *, seed: int, rate: float = RATE) -> None:
    """Fit it in place on examples whose names are marked; the rows of the tagger for labels stay as they are."""
    plan = Plan(drop_break=0.0, hide_pieces=0.0, hide_capitals=0.0)
    rng = determined(seed, plan.threads)
    states, labels = _states(reader, list(examples), plan, rng)
    tag = reader.encoder.tag
    layer = nn.Linear(tag.in_features, len(NAME_LABELS))
    with torch.no_grad():
        layer.weight.copy_(tag.weight[-len(NAME_LABELS) :])
        layer.bias.copy_(tag.bias[-len(NAME_LABELS) :])
    optimise = torch.optim.AdamW(layer.parameters(), lr=rate, weight_decay=1e-4)
    size = min(BATCH, len(states))
    steps = EPOCHS * (len(states) // size)
    falling = torch.optim.lr_scheduler.LambdaLR(optimise, lambda step: 1 - step / steps)
    for _ in range(EPOCHS):
        order = torch.from_numpy(rng.permutation(len(states)))
        for at in range(0, len(states) - size + 1, size):
            chosen = order[at : at + size]
            functional.cross_entropy(layer(states[chosen].float()), labels[chosen]).backward()
            optimise.step()
            optimise.zero_grad()
            falling.step()
    with torch.no_grad():
        tag.weight[-len(NAME_LABELS) :] = layer.weight
        tag.bias[-len(NAME_LABELS) :] = layer.bias


@torch.no_grad()
def _states(
    reader: Reader, examples: list[Example], plan: Plan, rng: np.random.Generator
) -> tuple[Tensor, Tensor]:
    """The hidden states of all words whose names are marked (n, H, 16 bits), and their labels (n)."""
    reader.eval()
    states, labels = [], []
    for batch in windows_in_batches(examples, plan, rng):
        ids, signs, mask, _, names, _ = arrays(batch, plan, rng)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            _, hidden = reader.encoder(ids, signs, mask)
        marked = names >= 0
        states.append(hidden[marked].half())
        labels.append(names[marked])
    return torch.cat(states), torch.cat(labels)

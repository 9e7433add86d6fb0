"""What every training does alike: one order of chance, a rate that rises and falls, batches of like length, and the
running average of the weights.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import nn
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR, LRScheduler

_CHUNK = 16
"""Batches whose inputs are sorted by length together."""


def determined(seed: int, threads: int) -> np.random.Generator:
    """Set all that chance and threads decide; the source of random numbers."""
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = (
        False  # a debugging aid that costs a sixth of the time
    )
    return np.random.default_rng(seed)


def optimiser(
    groups: list[dict[str, object]], *, warm_up: float, steps: int
) -> tuple[Optimizer, LRScheduler]:
    """AdamW over groups of weights with a rate each, which rises over `warm_up` of the steps and then falls to a
    hundredth.
    """
    made = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    warm = warm_up * steps
    return made, LambdaLR(
        made, lambda step: min((step + 1) / warm, max(0.01, (steps - step) / (steps - warm)))
    )


@torch.no_grad()
def follow(mean: nn.Module, network: nn.Module, average: float, done: int) -> None:
    """Move the running average to the weights after `done` steps: fast at first, then by 1 - `average`."""
    keep = min(average, (done + 1) / (done + 10))
    for ours, theirs in zip(mean.parameters(), network.parameters(), strict=True):
        ours.lerp_(theirs, 1 - keep)


def batches(lengths: Sequence[int], size: int, rng: np.random.Generator) -> Iterator[list[int]]:
    """Numbers of inputs of like length together, `size` in a batch, in random order."""
    order = rng.permutation(len(lengths))
    chunk = size * _CHUNK
    groups = []
    for at in range(0, len(order), chunk):
        near = sorted(order[at : at + chunk], key=lambda k: lengths[k])
        groups += [near[k : k + size] for k in range(0, len(near), size)]
    for number in rng.permutation(len(groups)):
        yield [int(k) for k in groups[number]]

"""Trains the half of the network that learns, on states of the lower layers that are computed once.

Deterministic from the seed on one kind of machine: threads are fixed, nothing depends on the clock.
"""

import copy
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.pairs import Laid, pair
from onrecord.model.decision import STANCES
from training.stance.network import Pairs, Trunk
from training.stance.sources import Row

UNASKED = -1
SAVED = 50  # steps after which the weights so far are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train."""

    epochs: int = 1
    seed: int = 1
    batch: int = 24
    layer_rate: float = 3e-4
    head_rate: float = 1e-3
    warm_up: float = 0.1
    average: float = 0.99
    threads: int = 2


@dataclass(frozen=True, slots=True)
class Example:
    """A laid pair, whether it is relevant (1, 0, UNASKED), its stance (a number of STANCES, or UNASKED)."""

    laid: Laid
    relevant: int
    stance: int


def example(tokenizer: Tokenizer, row: Row) -> Example:
    """A row as the network takes it."""
    relevant = UNASKED if row.relevant is None else int(row.relevant)
    stance = UNASKED if row.stance is None else STANCES.index(row.stance)
    return Example(pair(tokenizer, row.concept, row.framed), relevant, stance)


def lower_states(trunk: Trunk, examples: Sequence[Example], batch: int = 32) -> list[Tensor]:
    """For each example its states after the lower layers (L, H), in 16 bits."""
    found: list[Tensor] = [torch.empty(0)] * len(examples)
    order = sorted(range(len(examples)), key=lambda n: len(examples[n].laid.ids))
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(order), batch):
            some = order[at : at + batch]
            ids, _, mask = padded([examples[n].laid for n in some])
            states = trunk(ids, mask).to(torch.bfloat16)
            for row, n in enumerate(some):
                found[n] = states[row, : len(examples[n].laid.ids)].clone()
    return found


def fit(trunk: Trunk, examples: Sequence[Example], plan: Plan, keep: Callable[[Pairs], None]) -> Pairs:
    """Train, and give the running average of the weights; `keep` is handed it on the way too."""
    torch.manual_seed(plan.seed)
    torch.set_num_threads(plan.threads)
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = False
    rng = np.random.default_rng(plan.seed)
    network = Pairs(trunk).train()
    mean = copy.deepcopy(network)
    states = lower_states(trunk, examples)
    print(f"{len(examples)} pairs, {sum(map(len, states))} pieces", flush=True)
    steps = plan.epochs * (len(examples) // plan.batch)
    optimiser, schedule = _optimiser(network, plan, steps)
    done = 0
    for epoch in range(plan.epochs):
        begun, total, seen = time.monotonic(), 0.0, 0
        for batch in _batches(examples, plan, rng):
            loss = _loss(network, [examples[n] for n in batch], [states[n] for n in batch])
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            schedule.step()
            done, seen, total = done + 1, seen + 1, total + loss.item()
            _follow(mean, network, min(plan.average, (done + 1) / (done + 10)))
            if seen % SAVED == 0:
                keep(mean)
                print(
                    f"  {done}/{steps} loss {total / seen:.4f} {time.monotonic() - begun:.0f} s", flush=True
                )
        print(f"epoch {epoch + 1}: loss {total / seen:.4f}, {time.monotonic() - begun:.0f} s", flush=True)
    keep(mean)
    return mean.eval()


def _optimiser(
    network: Pairs, plan: Plan, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    groups = [
        {"params": list(network.layers.parameters()), "lr": plan.layer_rate},
        {"params": [*network.tag.parameters(), *network.parts.parameters()], "lr": plan.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    warm = plan.warm_up * steps
    return optimiser, torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.01, (steps - step) / (steps - warm)))
    )


@torch.no_grad()
def _follow(mean: nn.Module, network: nn.Module, keep: float) -> None:
    for ours, theirs in zip(mean.parameters(), network.parameters(), strict=True):
        ours.lerp_(theirs, 1 - keep)


def _batches(examples: Sequence[Example], plan: Plan, rng: np.random.Generator) -> Iterator[list[int]]:
    """Numbers of inputs of like length together, in random order."""
    order = rng.permutation(len(examples))
    chunk = plan.batch * 16
    groups = []
    for at in range(0, len(order), chunk):
        near = sorted(order[at : at + chunk], key=lambda k: len(examples[k].laid.ids))
        groups += [near[k : k + plan.batch] for k in range(0, len(near), plan.batch)]
    for number in rng.permutation(len(groups)):
        yield [int(k) for k in groups[number]]


def padded(laid: Sequence[Laid]) -> tuple[Tensor, Tensor, Tensor]:
    """ids, parts, mask: B, L."""
    shape = len(laid), max(len(one.ids) for one in laid)
    ids, parts, mask = (np.zeros(shape, np.int64) for _ in range(3))
    for row, one in enumerate(laid):
        size = len(one.ids)
        ids[row, :size], parts[row, :size], mask[row, :size] = one.ids, one.parts, 1
    return torch.from_numpy(ids), torch.from_numpy(parts), torch.from_numpy(mask)


def _loss(network: Pairs, batch: Sequence[Example], states: Sequence[Tensor]) -> Tensor:
    _, parts, mask = padded([one.laid for one in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(nn.utils.rnn.pad_sequence(list(states), batch_first=True), parts, mask).float()
    relevant = torch.tensor([one.relevant for one in batch])
    stance = torch.tensor([one.stance for one in batch])
    asked, taken = relevant != UNASKED, stance != UNASKED
    first = functional.binary_cross_entropy_with_logits(
        scores[asked, 0], relevant[asked].float(), reduction="sum"
    )
    second = functional.cross_entropy(scores[taken, 1:], stance[taken], reduction="sum", label_smoothing=0.05)
    return first / max(1, int(asked.sum())) + second / max(1, int(taken.sum()))

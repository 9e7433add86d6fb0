"""Trains the half of the network that learns, on states of the lower layers that are computed once.

Deterministic from the seed on one kind of machine: threads are fixed, nothing depends on the clock.
"""

import copy
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.pairs import Laid, pair
from onrecord.model.statement_changes import STANCES
from training.stance.network import Pairs, Trunk
from training.stance.sources import Row
from training.steps import batches, determined, follow, optimiser

UNASKED = -1
SAVED = 50  # steps after which the weights so far are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train."""

    epochs: int = 4
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


def fit(
    trunk: Trunk,
    examples: Sequence[Example],
    plan: Plan,
    keep: Callable[[Pairs], None],
    begun_from: Pairs | None = None,
) -> Pairs:
    """Train, and give the running average of the weights; `keep` is handed it on the way too.

    Goes on from a network that learned, where one is given.
    """
    rng = determined(plan.seed, plan.threads)
    network = (begun_from or Pairs(trunk)).train()
    mean = copy.deepcopy(network)
    states = lower_states(trunk, examples)
    print(f"{len(examples)} pairs, {sum(map(len, states))} pieces", flush=True)
    steps = plan.epochs * (len(examples) // plan.batch)
    groups: list[dict[str, object]] = [
        {"params": list(network.layers.parameters()), "lr": plan.layer_rate},
        {"params": [*network.tag.parameters(), *network.parts.parameters()], "lr": plan.head_rate},
    ]
    optimise, schedule = optimiser(groups, warm_up=plan.warm_up, steps=steps)
    lengths = [len(one.laid.ids) for one in examples]
    done = 0
    for epoch in range(plan.epochs):
        begun, total, seen = time.monotonic(), 0.0, 0
        for batch in batches(lengths, plan.batch, rng):
            loss = _loss(network, [examples[n] for n in batch], [states[n] for n in batch])
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimise.step()
            optimise.zero_grad()
            schedule.step()
            done, seen, total = done + 1, seen + 1, total + loss.item()
            follow(mean, network, plan.average, done)
            if seen % SAVED == 0:
                keep(mean)
                print(
                    f"  {done}/{steps} loss {total / seen:.4f} {time.monotonic() - begun:.0f} s", flush=True
                )
        print(f"epoch {epoch + 1}: loss {total / seen:.4f}, {time.monotonic() - begun:.0f} s", flush=True)
    keep(mean)
    return mean.eval()


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

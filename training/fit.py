"""Trains the network on examples: windows at random places, tags and links learned together.

Deterministic from the seed on one kind of machine: threads are fixed, nothing depends on the clock.
"""

import copy
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.labels import CONTENT, CUE, LABELS, LEVELS, NAME_LABELS, SOURCE
from onrecord.encoder.linker import distance_buckets, distance_ranks, gaps
from onrecord.encoder.pieces import BREAK, QUOTE_STATES
from training.examples import Example, Links
from training.network import Reader
from training.steps import batches, determined, follow, optimiser

CLS, SEP, MASK = 101, 102, 103
_PAIRS = (("content_cue", CONTENT, CUE), ("cue_source", CUE, SOURCE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to train.  Rates as in the one-hour trial; windows of 384 pieces cost a sixth less overlap at run time."""

    epochs: int = 5
    seed: int = 1
    window: int = 382
    overlap: int = 32
    batch: int = 6
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    link_weight: float = 0.3
    inner_weight: float = 0.5
    act_weight: float = 0.1
    name_weight: float = 0.7
    drop_break: float = 0.1
    hide_pieces: float = 0.05
    hide_capitals: float = 0.05
    hide_guide: float = 0.25
    leans: tuple[float, float] = (-1.0, 1.0)
    """What a text marked by PolNeAR's guide and one marked by ours lean to, when the network is told."""
    average: float = 0.998
    threads: int = 2
    ended: int | None = None
    """The epoch after which it stops, the rates falling as if all `epochs` followed; None to run them all."""


@dataclass(frozen=True, slots=True)
class _Cut:
    example: Example
    start: int
    end: int


def fit(
    reader: Reader, examples: list[Example], plan: Plan, after_epoch: Callable[[int, Reader], None]
) -> Reader:
    """Train `reader` in place and give the running average of its weights, which is steadier than the last ones."""
    rng = determined(plan.seed, plan.threads)
    steps = plan.epochs * max(
        1, sum(1 for _ in _cuts(examples, plan, np.random.default_rng(0))) // plan.batch
    )
    optimise, schedule = optimiser(_groups(reader, plan), warm_up=plan.warm_up, steps=steps)
    mean = copy.deepcopy(reader)
    done = 0
    for epoch in range(plan.epochs):
        reader.train()
        begun, seen, total = time.monotonic(), 0, 0.0
        for batch in windows_in_batches(examples, plan, rng):
            loss = _loss(reader, batch, plan, rng)
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimise.step()
            optimise.zero_grad()
            schedule.step()
            done, seen, total = done + 1, seen + 1, total + loss.item()
            follow(mean, reader, plan.average, done)
            if seen % 100 == 0:
                print(
                    f"  {done}/{steps} loss {total / seen:.4f} {time.monotonic() - begun:.0f} s", flush=True
                )
        print(f"epoch {epoch + 1}: loss {total / seen:.4f}, {time.monotonic() - begun:.0f} s", flush=True)
        mean.eval()
        after_epoch(epoch + 1, mean)
        if epoch + 1 == plan.ended:
            break
    return mean


def _groups(reader: Reader, plan: Plan) -> list[dict[str, object]]:
    heads = [
        *reader.linker.parameters(),
        *reader.encoder.tag.parameters(),
        *reader.encoder.signs.parameters(),
        reader.encoder.guide,
    ]
    chosen = {id(p) for p in heads}
    body = [p for p in reader.parameters() if id(p) not in chosen]
    return [{"params": body, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}]


def _cuts(examples: list[Example], plan: Plan, rng: np.random.Generator) -> Iterator[_Cut]:
    for example in examples:
        pieces = len(example.pieces.ids)
        start = -int(rng.integers(0, plan.window // 2)) if pieces > plan.window else 0
        while start < pieces:
            low, high = max(start, 0), min(start + plan.window, pieces)
            if high - low > 16:
                yield _Cut(example, low, high)
            if high == pieces:
                break
            start += plan.window - plan.overlap


def windows_in_batches(examples: list[Example], plan: Plan, rng: np.random.Generator) -> Iterator[list[_Cut]]:
    """Windows of like length together, in random order."""
    cuts = list(_cuts(examples, plan, rng))
    for numbers in batches([cut.end - cut.start for cut in cuts], plan.batch, rng):
        yield [cuts[k] for k in numbers]


def arrays(
    batch: list[_Cut], plan: Plan, rng: np.random.Generator
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Pieces, signs and mask (B, L), labels (B, 2, L), names (B, L) and weights (B) of some windows."""
    length = max(cut.end - cut.start for cut in batch) + 2
    ids, signs, mask = (np.zeros((len(batch), length), np.int64) for _ in range(3))
    labels = np.full((len(batch), len(LEVELS), length), -100, np.int64)
    names = np.full((len(batch), length), -100, np.int64)
    for row, cut in enumerate(batch):
        size = cut.end - cut.start
        ids[row, 0], ids[row, size + 1], mask[row, : size + 2] = CLS, SEP, 1
        ids[row, 1 : size + 1] = cut.example.pieces.ids[cut.start : cut.end]
        signs[row, 1 : size + 1] = cut.example.pieces.signs[cut.start : cut.end]
        labels[row, :, 1 : size + 1] = cut.example.labels[:, cut.start : cut.end]
        names[row, 1 : size + 1] = cut.example.names[cut.start : cut.end]
        if rng.random() < plan.drop_break:
            # Paragraph breaks lost in scraping: the piece stays (places must), but nothing is seen there.
            mask[row, ids[row] == BREAK] = 0
        if rng.random() < plan.hide_capitals:
            signs[row] %= QUOTE_STATES
    hidden = (rng.random(ids.shape) < plan.hide_pieces) & ((labels[:, 0] != -100) | (names != -100))
    ids[hidden] = MASK
    weights = np.array([cut.example.weight for cut in batch], np.float32)
    return tuple(torch.from_numpy(array) for array in (ids, signs, mask, labels, names, weights))  # type: ignore[return-value]


def _loss(reader: Reader, batch: list[_Cut], plan: Plan, rng: np.random.Generator) -> Tensor:
    ids, signs, mask, labels, names, weights = arrays(batch, plan, rng)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores, states = reader.encoder(ids, signs, mask, _leans(batch, plan, rng))
    of_labels, of_names = scores.float().split([len(LEVELS) * len(LABELS), len(NAME_LABELS)], 2)
    by_level = of_labels.unflatten(2, (len(LEVELS), len(LABELS))).transpose(1, 2)
    losses = functional.cross_entropy(
        by_level.flatten(0, 2), labels.flatten(), ignore_index=-100, reduction="none"
    ).view(labels.shape)
    levels = torch.tensor([1.0, plan.inner_weight])
    counted = (labels != -100).float() * weights[:, None, None] * levels[:, None]
    # The outer level sets the scale, so that few nested examples do not weigh like many.
    loss = (losses * counted).sum() / counted[:, 0].sum().clamp(min=1)
    named = functional.cross_entropy(
        of_names.flatten(0, 1), names.flatten(), ignore_index=-100, reduction="sum"
    )
    loss = loss + plan.name_weight * named / (names != -100).sum().clamp(min=1)
    rows = [(cut, states[row].float()) for row, cut in enumerate(batch)]
    for weight, terms in (
        (plan.link_weight, [term for row in rows for term in _link_losses(reader, *row)]),
        (plan.act_weight, [term for row in rows for term in _act_losses(reader, *row)]),
    ):
        loss = loss + weight * torch.cat(terms).mean() if terms else loss
    return loss


def _leans(batch: list[_Cut], plan: Plan, rng: np.random.Generator) -> Tensor:
    """Whose guide each window was marked by; sometimes not told, so that the network can do without."""
    told = rng.random(len(batch)) >= plan.hide_guide
    ours = np.array([cut.example.ours for cut in batch])
    polnears, of_ours = plan.leans
    return torch.from_numpy(np.where(told, np.where(ours, of_ours, polnears), 0.0).astype(np.float32))


def _act_losses(reader: Reader, cut: _Cut, states: Tensor) -> Iterator[Tensor]:
    acts = {k: act for k, act in cut.example.acts.items() if _within(cut, k)}
    if acts:
        scores = reader.linker.act(_ends(states, _places(cut, list(acts))))
        yield functional.cross_entropy(scores, torch.tensor(list(acts.values())), reduction="none")


def _within(cut: _Cut, number: int) -> bool:
    segment = cut.example.segments[number]
    return cut.start <= segment.first and segment.last < cut.end


def _link_losses(reader: Reader, cut: _Cut, states: Tensor) -> Iterator[Tensor]:
    segments = cut.example.segments
    within = [k for k in range(len(segments)) if _within(cut, k)]
    for level, (pair, asking_role, asked_role) in product(LEVELS, _PAIRS):
        links = cut.example.cues_of if pair == "content_cue" else cut.example.sources_of
        mine = [k for k in within if segments[k].level == level]
        asked = [k for k in mine if segments[k].role == asked_role]
        asking = [k for k in mine if segments[k].role == asking_role and _answerable(links, k, asked)]
        if not asking:
            continue
        places = _places(cut, asking), _places(cut, asked)
        gap = gaps(*places)
        scores = reader.linker.scores(
            pair, _ends(states, places[0]), _ends(states, places[1]),
            torch.from_numpy(distance_buckets(gap)), torch.from_numpy(distance_ranks(gap)),
        )  # fmt: skip
        yield functional.cross_entropy(
            scores, torch.tensor(_targets(cut, links, asking, asked)), reduction="none"
        )


def _answerable(links: Links, number: int, asked: list[int]) -> bool:
    """A span whose partner lies outside the window teaches nothing."""
    return not links.get(number) or not links[number].isdisjoint(asked)


def _places(cut: _Cut, numbers: list[int]) -> np.ndarray:
    rows = [
        (cut.example.segments[k].first - cut.start + 1, cut.example.segments[k].last - cut.start + 1)
        for k in numbers
    ]
    return np.array(rows, np.int64).reshape(-1, 2)


def _ends(states: Tensor, places: np.ndarray) -> Tensor:
    return torch.cat([states[places[:, 0]], states[places[:, 1]]], 1)


def _targets(cut: _Cut, links: Links, asking: list[int], asked: list[int]) -> list[int]:
    segments = cut.example.segments

    def nearest(k: int) -> int:
        right = [c for c in asked if c in links[k]]
        return asked.index(min(right, key=lambda c: abs(segments[c].first - segments[k].first)))

    return [nearest(k) if links.get(k) else len(asked) for k in asking]

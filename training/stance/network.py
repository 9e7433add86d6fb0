"""The second network: MiniLM's lower layers once, and on them two upper halves.

The lower layers and one of the halves are the base as it is: the mean of its states is the vector of a sentence.  The
other half has learned: it is told the part that a piece plays, and gives four scores for a concept and a statement:
relevance, then agree, disagree, neither (order of `onrecord.model.STANCES`).  Shapes: B inputs, L pieces,
H = 384.
"""

import copy
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.encoder.pairs import PARTS
from training.network import HIDDEN, LAYERS, POSITIONS, VOCABULARY, Layer, base_state

SCORES = 4
LOWER = 2  # layers that stay as the base has them, for both halves


class Trunk(nn.Module):
    """The base's vectors of pieces and its lower layers: never trained."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """ids, mask: B, L; gives the states after the lower layers (B, L, H)."""
        x = self.norm(self.word(ids) + self.position(torch.arange(ids.shape[1])))
        for layer in self.layers[:LOWER]:
            x = layer(x, hidden(mask))
        return x

    def vectors(self, x: Tensor, mask: Tensor) -> Tensor:
        """The base's vectors (B, H) from the states after the lower layers, not yet of length one."""
        for layer in self.layers[LOWER:]:
            x = layer(x, hidden(mask))
        return mean_of(x, mask)


class Pairs(nn.Module):
    """The half that learns; it begins as the base's upper layers."""

    def __init__(self, trunk: Trunk, dropout: float = 0.1) -> None:
        super().__init__()
        self.parts = nn.Embedding(PARTS, HIDDEN)
        self.layers = copy.deepcopy(trunk.layers[LOWER:]).requires_grad_(True)  # the trunk's own are frozen
        self.tag = nn.Linear(2 * HIDDEN, SCORES)
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.parts.weight, std=0.02)

    def forward(self, x: Tensor, parts: Tensor, mask: Tensor) -> Tensor:
        """x: B, L, H, states after the lower layers; parts, mask: B, L; gives scores (B, 4)."""
        x = x + self.parts(parts).to(x.dtype)
        for layer in self.layers:
            x = layer(x, hidden(mask))
        x = x.float()
        return self.tag(self.dropout(torch.cat([x[:, 0], mean_of(x, mask)], 1)))


def hidden(mask: Tensor) -> Tensor:
    """What is added to the scores of attention: 0 where a piece is and -10,000 where none is."""
    return (1.0 - mask.to(torch.float32))[:, None, None, :] * -10000.0


def mean_of(x: Tensor, mask: Tensor) -> Tensor:
    """The mean of the states of the pieces that are there."""
    weight = mask.to(x.dtype)[:, :, None]
    return (x * weight).sum(1) / weight.sum(1)


def load_trunk(path: Path) -> Trunk:
    """The base, from the safetensors file of all-MiniLM-L6-v2."""
    trunk = Trunk()
    trunk.load_state_dict(base_state(load_file(path)))
    return trunk.eval().requires_grad_(False)

"""The network: MiniLM's encoder with an embedding of quotation and capitals, a tagger on every word (two levels, and
names), and a linker between spans that also tells the kind of act.

Written out plainly (no model library), so that the graph that is exported holds just these operations.  Shapes:
B windows, L pieces, H = 384 hidden units.
"""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder.labels import SCORES
from onrecord.encoder.linker import BUCKETS, RANKS
from onrecord.encoder.pieces import SIGNS
from onrecord.model import ACTS

HIDDEN, HEADS, LAYERS, INNER, VOCABULARY, POSITIONS = 384, 12, 6, 1536, 30522, 512
LINK = 128
EPSILON = 1e-12


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=EPSILON)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=EPSILON)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: B, L, H; mask: B, 1, 1, L, 0 where a piece is and -10,000 where none is."""
        batch, length = x.shape[0], x.shape[1]
        qkv = self.qkv(x).reshape(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        scores = qkv[0] @ qkv[1].transpose(-1, -2) * (1 / math.sqrt(HIDDEN // HEADS)) + mask.to(qkv.dtype)
        seen = torch.softmax(scores, -1, dtype=scores.dtype) @ qkv[2]
        seen = seen.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.out(seen))
        return self.norm2(x + self.down(functional.gelu(self.up(x))))


class Encoder(nn.Module):
    """Pieces to labels' scores and hidden states: what is exported."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.signs = nn.Embedding(SIGNS, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.tag = nn.Linear(HIDDEN, SCORES)
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.signs.weight)
        self.guide = nn.Parameter(torch.zeros(HIDDEN))

    def forward(
        self, ids: Tensor, signs: Tensor, mask: Tensor, lean: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        """ids, signs, mask: B, L; gives scores (B, L, 21) and hidden states (B, L, H).

        lean: B, whose guide the marks of a text follow, -1 PolNeAR's, 1 ours, 0 (as without it) nobody's.
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(places) + self.signs(signs)
        if lean is not None:
            x = x + lean[:, None, None] * self.guide
        x = self.norm(x)
        hide = (1.0 - mask.to(torch.float32))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, hide)
        return self.tag(self.dropout(x)), x


class Linker(nn.Module):
    """Which cue a content belongs to, and which source a cue: `onrecord.encoder.linker` says how it is computed."""

    def __init__(self) -> None:
        super().__init__()
        self.act = nn.Linear(2 * HIDDEN, len(ACTS))
        for name in ("content", "cue_asked", "cue", "source"):
            setattr(self, name, nn.Linear(2 * HIDDEN, LINK))
        for pair in ("content_cue", "cue_source"):
            setattr(self, pair, nn.Parameter(torch.randn(LINK, LINK) * 0.02))
            setattr(self, f"{pair}_distance", nn.Parameter(torch.zeros(BUCKETS)))
            setattr(self, f"{pair}_rank", nn.Parameter(torch.zeros(RANKS)))
            setattr(self, f"{pair}_none", nn.Linear(LINK, 1))

    def scores(self, pair: str, asking: Tensor, asked: Tensor, distance: Tensor, rank: Tensor) -> Tensor:
        """asking: q, 2H; asked: k, 2H; distance, rank: q, k (numbers of buckets); gives q, k + 1 (last: none)."""
        ask, answer = {"content_cue": ("content", "cue_asked"), "cue_source": ("cue", "source")}[pair]
        query = functional.gelu(getattr(self, ask)(asking))
        key = functional.gelu(getattr(self, answer)(asked))
        score = (query @ getattr(self, pair)) @ key.T * (4 / math.sqrt(LINK))
        score = score + getattr(self, f"{pair}_distance")[distance] + getattr(self, f"{pair}_rank")[rank]
        return torch.cat([score, getattr(self, f"{pair}_none")(query)], 1)


class Reader(nn.Module):
    """The encoder and the linker, trained together."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.linker = Linker()


def load_base(encoder: Encoder, path: Path) -> None:
    """Fill the encoder from the safetensors file of all-MiniLM-L6-v2 (BERT's names)."""
    state = base_state(load_file(path))
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    if unexpected or not all(name.startswith(("tag.", "signs.", "guide")) for name in missing):
        raise SystemExit(f"{path}: not all-MiniLM-L6-v2: {missing} missing, {unexpected} unknown")


def base_state(have: dict[str, Tensor]) -> dict[str, Tensor]:
    """The base's weights under our names."""
    state = {
        "word.weight": have["embeddings.word_embeddings.weight"],
        "position.weight": have["embeddings.position_embeddings.weight"]
        + have["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": have["embeddings.LayerNorm.weight"],
        "norm.bias": have["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        state |= _layer(have, f"encoder.layer.{number}.", f"layers.{number}.")
    return state


def _layer(have: dict[str, Tensor], of: str, to: str) -> dict[str, Tensor]:
    names = {
        "out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
        "down": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    state = {}
    for kind in ("weight", "bias"):
        state[f"{to}qkv.{kind}"] = torch.cat(
            [have[f"{of}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
        )
        state |= {f"{to}{ours}.{kind}": have[f"{of}{theirs}.{kind}"] for ours, theirs in names.items()}
    return state

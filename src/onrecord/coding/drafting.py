"""A first codebook from the statements themselves, for a person to edit.

Statements are grouped by their vectors (k-means with careful seeding: Arthur and Vassilvitskii 2007); a group is named
by the phrases that tell it from the others (log-odds with an informative prior: Monroe, Colaresi and Quinn 2008) and
shown by the statements nearest to its middle.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.coding.evidence import Floats
from onrecord.coding.units import Unit
from onrecord.coding.words import IDLE
from onrecord.model.codebook import Codebook, Concept

ROUNDS, STARTS = 50, 8
LONGEST = 3  # words of a phrase
PHRASES, CENTRAL = 3, 3
SMALLEST = 3  # statements of a group that is worth a concept
STATEMENTS_A_CONCEPT = 12  # where nobody says how many groups
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements that belong together: numbers of rows, the middle one first; `phrases`: the most telling first."""

    rows: tuple[int, ...]
    phrases: tuple[str, ...]


def draft(
    title: str, units: Sequence[Unit], vectors: Floats, *, concepts: int | None = None, seed: int = 1
) -> Codebook:
    """A draft codebook: one concept a group, largest first; `vectors`: n, H, of length one.

    A label holds the group's most telling phrases, the definition says how many statements it has, and the central
    statements stand as examples for: which of them are against is for the person to say.
    """
    found = groups([one.words for one in units], vectors, count=concepts, seed=seed)
    names: set[str] = set()
    return Codebook(title=title, concepts=tuple(_concept(group, units, names) for group in found))


def groups(texts: Sequence[str], vectors: Floats, *, count: int | None = None, seed: int = 1) -> list[Group]:
    """The groups with at least SMALLEST statements, largest first."""
    if len(texts) < SMALLEST:
        return []
    count = count or max(2, min(30, round(len(texts) / STATEMENTS_A_CONCEPT)))
    middles, at = k_means(vectors, min(count, len(texts)), seed=seed)
    spoken = [Counter(phrases(text)) for text in texts]
    telling = most_telling(spoken, at, len(middles))
    found = []
    for number, middle in enumerate(middles):
        rows = np.flatnonzero(at == number)
        if len(rows) >= SMALLEST:
            near = rows[np.argsort(-(vectors[rows] @ middle), kind="stable")]
            found.append(Group(rows=tuple(int(row) for row in near), phrases=tuple(telling[number])))
    return sorted(found, key=lambda group: -len(group.rows))


def k_means(vectors: Floats, count: int, *, seed: int = 1) -> tuple[Floats, NDArray[np.int64]]:
    """Middles (count, H) of length one, and for each row its middle's number; the best of STARTS by cosine."""
    rng = np.random.default_rng(seed)
    best: tuple[float, Floats, NDArray[np.int64]] | None = None
    for _ in range(STARTS):
        middles = _seeded(vectors, count, rng)
        at = (vectors @ middles.T).argmax(1)
        for _ in range(ROUNDS):
            middles = _middles(vectors, at, middles)
            moved = (vectors @ middles.T).argmax(1)
            if (moved == at).all():
                break
            at = moved
        fit = float((vectors * middles[at]).sum())
        if best is None or fit > best[0]:
            best = fit, middles, at
    assert best is not None  # noqa: S101  (STARTS is not 0)
    return best[1], best[2]


def _seeded(vectors: Floats, count: int, rng: np.random.Generator) -> Floats:
    rows = [int(rng.integers(len(vectors)))]
    while len(rows) < count:
        far = np.clip(1 - (vectors @ vectors[rows].T).max(1), 0, None)
        total = far.sum()
        rows.append(
            int(rng.choice(len(vectors), p=far / total)) if total > 0 else int(rng.integers(len(vectors)))
        )
    return np.asarray(vectors[rows])


def _middles(vectors: Floats, at: NDArray[np.int64], before: Floats) -> Floats:
    summed = np.zeros_like(before)
    np.add.at(summed, at, vectors)
    length = np.linalg.norm(summed, axis=1, keepdims=True)
    return np.where(length > 0, summed / np.maximum(length, 1e-12), before)


def phrases(text: str) -> list[str]:
    """The phrases of one to LONGEST words that neither begin nor end with an idle word, in lower case."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    return [
        " ".join(words[start : start + size])
        for size in range(1, LONGEST + 1)
        for start in range(len(words) - size + 1)
        if words[start] not in IDLE and words[start + size - 1] not in IDLE and len(words[start]) > 2
    ]


def most_telling(spoken: Sequence[Counter[str]], at: NDArray[np.int64], count: int) -> list[list[str]]:
    """For each group its phrases by z-score of the log-odds against all others; none inside a better one."""
    everything: Counter[str] = Counter()
    for one in spoken:
        everything.update(one)
    vocabulary = [phrase for phrase, times in sorted(everything.items()) if times > 1]
    column = {phrase: n for n, phrase in enumerate(vocabulary)}
    table = np.zeros((count, len(vocabulary)))
    for group, one in zip(at, spoken, strict=True):
        for phrase, times in one.items():
            if phrase in column:
                table[group, column[phrase]] += times
    total = table.sum(0)
    prior = total / max(total.sum(), 1) * 100 + 0.01
    found = []
    for row in table:
        ours, theirs = row + prior, total - row + prior
        odds = np.log(ours / (row.sum() + prior.sum() - ours)) - np.log(
            theirs / (total.sum() - row.sum() + prior.sum() - theirs)
        )
        z = odds / np.sqrt(1 / ours + 1 / theirs)
        order = [int(n) for n in np.argsort(-z, kind="stable") if row[n] > 1 and z[n] > 0]
        found.append(_apart([vocabulary[n] for n in order]))
    return found


def _apart(ordered: Sequence[str]) -> list[str]:
    """The first PHRASES that share no word with a better one."""
    kept: list[str] = []
    for phrase in ordered:
        if not any(set(phrase.split()) & set(other.split()) for other in kept):
            kept.append(phrase)
        if len(kept) == PHRASES:
            break
    return kept


def _concept(group: Group, units: Sequence[Unit], taken: set[str]) -> Concept:
    label = ", ".join(group.phrases) or units[group.rows[0]].words[:60]
    base = (
        re.sub(r"[^a-z0-9]+", "-", (group.phrases[0] if group.phrases else "group").lower()).strip("-")
        or "group"
    )
    name = next(n for n in (base, *(f"{base}-{i}" for i in range(2, len(units) + 2))) if n not in taken)
    taken.add(name)
    return Concept(
        name=name,
        label=label,
        definition=f"Draft from {len(group.rows)} statements: say what one can agree or disagree with.",
        examples_for=tuple(units[row].words for row in group.rows[:CENTRAL]),
    )

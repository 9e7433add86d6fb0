"""Which transformations there are, and how articles are mixed from them."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from training.polnear import Annotated
from training.transform import blocks, breaks, cues, labels, marks, names

Transformation = Callable[[Annotated, random.Random], Annotated | None]
"""A changed article, or None where there is nothing to change; the same for the same article and seed."""

TRANSFORMATIONS: Mapping[str, Transformation] = MappingProxyType(
    {
        "unattributed": cues.unattributed,
        "joined": breaks.run_together,
        "block": blocks.block,
        "label": labels.labelled,
        "set-apart": cues.set_apart,
        "paragraphs": blocks.several_paragraphs,
        "names": names.renamed,
        "spacing": breaks.respaced,
        "stripped": marks.stripped,
        "style": marks.restyled,
        "dashes": marks.dashed,
    }
)
"""By name, in the order they are applied in: paragraphs are joined before any is set apart, and what finds quotations
by their marks comes before what takes marks away."""

_LAYOUTS = ("block", "label", "unattributed", "set-apart", "paragraphs", "joined")
_MARKS = ("style", "dashes", "stripped")
_LIGHT = ("style", "style", "dashes", "joined", "spacing", "names")
# A quotation that goes on without a cue is known by its marks: these are never mixed with "stripped".
_LEANS_ON_MARKS = frozenset({"unattributed", "set-apart", "paragraphs"})
_WITH_NAMES, _WITH_MARKS = 0.5, 0.4  # of the copies whose layout changes get other names, other marks too


def transformed(article: Annotated, chosen: Iterable[str], rng: random.Random) -> Annotated | None:
    """The article after the chosen transformations that apply, or None where none does; its name says which did."""
    wanted, done = set(chosen), list[str]()
    for name, transformation in TRANSFORMATIONS.items():
        if name in wanted and (changed := transformation(article, rng)):
            article, done = changed, [*done, name]
    return replace(article, name="+".join([article.name, *done])) if done else None


def augmented(
    articles: Iterable[Annotated], *, seed: int, share: float, layouts: bool = True
) -> Iterator[Annotated]:
    """New articles made of these, `share` for each on average (0.5: every second one makes one; 2: each makes two).

    A copy gets one or two other layouts, and often other names or marks; where none of that can be done it is left
    out.  What an article makes depends on the seed, its name and its text, not on the other articles.  Without
    `layouts` a copy keeps its quotations where they stand and gets other names, marks or blanks alone: for texts in
    which statements inside others are marked, too.
    """
    for article in articles:
        rng = random.Random(f"{seed} {article.name}")  # noqa: S311  # for variety, not for secrets
        for _ in range(int(share) + (rng.random() < share % 1)):
            chosen = _choice(rng) if layouts else _light_choice(rng)
            if made := transformed(article, chosen, rng):
                yield made


def _choice(rng: random.Random) -> set[str]:
    chosen = {rng.choice(_LAYOUTS), rng.choice(_LAYOUTS)} if rng.random() < 0.8 else set[str]()
    if rng.random() < _WITH_MARKS or not chosen:
        chosen.add(rng.choice(_MARKS[:2] if chosen & _LEANS_ON_MARKS else _MARKS))
    if rng.random() < _WITH_NAMES:
        chosen.add("names")
    return chosen


def _light_choice(rng: random.Random) -> set[str]:
    chosen = {rng.choice(_LIGHT)}
    if rng.random() < _WITH_NAMES:
        chosen.add("names")
    return chosen

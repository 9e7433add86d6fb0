"""What the network learns from, in which order: the stages of training and the texts of each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.debate import load_corpus
from corpus.names import load_names
from corpus.news import FREE, load_news
from corpus.sheets import load_sheets
from onrecord.model import Span
from training import own, polnear
from training.fit import Plan
from training.polnear import Annotated
from training.transform import augmented

# Changed copies are made with these seeds, whatever the seed of training.
_CHANGING_POLNEAR, _CHANGING_OURS = 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Some epochs over a mixture; `copies` says how often each source is in an epoch, by the names that `texts` knows.

    A share of a changed source (`polnear_changed`: 0.25) is how many changed copies an article makes on average;
    `names` adds the texts in which names alone are marked, and the marks of names in other texts.
    """

    plan: Plan
    copies: Mapping[str, float]
    after: int | None = None
    """The number of the stage whose end it starts from, from 1; None for the one before it."""
    kept: float = 0.0
    """Where training goes on from an exported model: its share in the weights that the stage hands on."""


SHARES = (
    0.00396, 0.00198, 0.00792, 0.00594, 0.0, 0.0198, 0.0264, 0.099, 0.0, 0.385, 0.0, 0.45,
)  # fmt: skip
"""How much of each stage's end is in the weights that ship: their mean holds more of what each knows than the last
alone (docs/decisions/0014, 0024, 0026)."""


def stages(*, seed: int, with_polnear: bool = True) -> list[Stage]:
    """How the shipped model was made; without PolNeAR: what somebody who wants free licences alone can make."""
    if not with_polnear:
        free = {"debates": 1, "practice": 1, "free_news": 1, "ours_changed": 1}
        return [Stage(plan=Plan(epochs=5, seed=seed), copies=free)]
    return [
        Stage(plan=Plan(epochs=5, seed=seed), copies={"polnear": 1}),
        Stage(
            plan=Plan(epochs=2, seed=seed + 1, encoder_rate=8e-5, head_rate=4.8e-4),
            copies={"polnear": 1, "polnear_changed": 0.25, "debates": 3, "debates_changed": 2},
        ),
        Stage(
            plan=Plan(epochs=2, seed=seed + 2, encoder_rate=8e-5, head_rate=4.8e-4),
            copies={"polnear": 1, "debates": 3, "practice": 3, "news": 3, "ours_changed": 2},
        ),
        Stage(
            plan=Plan(epochs=1, seed=seed + 3, encoder_rate=6e-5, head_rate=3.6e-4),
            copies={"polnear": 1, "debates": 1, "practice": 1, "news": 1},
        ),
        Stage(
            plan=Plan(epochs=1, seed=seed + 4, encoder_rate=8e-5, head_rate=4.8e-4),
            copies={"polnear": 1, "debates": 2, "practice": 2, "news": 3, "ours_changed": 1},
            after=2,
        ),
        Stage(
            plan=Plan(epochs=1, seed=seed + 5, encoder_rate=8e-5, head_rate=4.8e-4),
            copies={"polnear": 1, "debates": 1, "practice": 1, "news": 2, "ours_changed": 1},
        ),
        Stage(
            plan=Plan(epochs=1, seed=seed + 6, encoder_rate=8e-5, head_rate=4.8e-4),
            copies={"polnear": 1, "debates": 1, "practice": 1, "news": 3},
        ),
        Stage(
            plan=Plan(epochs=4, ended=2, seed=seed + 7, encoder_rate=1e-4, head_rate=6e-4),
            copies={"polnear": 1, "debates": 1, "practice": 1, "news": 2, "ours_changed": 0.5},
        ),
        Stage(
            plan=Plan(
                epochs=3,
                ended=1,
                seed=seed + 8,
                encoder_rate=1.2e-4,
                head_rate=7e-4,
                inner_weight=0.8,
                name_weight=0.2,
            ),
            copies={"polnear": 1, "debates": 1, "practice": 1, "news": 2, "ours_changed": 0.4, "names": 1},
        ),
        Stage(
            plan=Plan(
                epochs=2, seed=seed + 9, encoder_rate=1.1e-4, head_rate=7e-4, inner_weight=0.8, warm_up=0.03
            ),
            copies={"polnear": 1, "debates": 1, "practice": 1, "news": 1, "ours_changed": 0.6, "names": 1},
        ),
        Stage(
            plan=_with_more_names(epochs=4, ended=1, seed=seed + 10),
            copies={"polnear": 1, "debates": 1, "practice": 1, "news": 1, "ours_changed": 0.6, "names": 1},
        ),
        Stage(
            plan=_with_more_names(epochs=1, seed=seed + 11),
            copies={"polnear": 1, "debates": 1, "practice": 1, "news": 1, "ours_changed": 0.4, "names": 1},
        ),
    ]


def further(*, seed: int) -> list[Stage]:
    """How training goes on from an exported model; `minilm-l6-statements-8` came so from `minilm-l6-statements-7`.

    An exported model has its lean to PolNeAR's guide in it: PolNeAR's texts are learned as they are, ours with the
    guide's vector (`Plan.leans`).  What ships leans away from that vector again: without it news dev had 0.789, with
    it 0.796.
    """
    copies = {"polnear": 1, "debates": 1, "practice": 1, "news": 1, "ours_changed": 0.4, "names": 1}
    return [
        Stage(plan=_going_on(epochs=1, seed=seed + 20, rate=8e-5), copies=copies | {"debates": 2}, kept=0.5),
        Stage(plan=_going_on(epochs=1, seed=seed + 21, rate=1e-4), copies=copies),
        Stage(plan=_going_on(epochs=2, seed=seed + 22, rate=1e-4), copies=copies, kept=0.5),
    ]


def _going_on(*, epochs: int, seed: int, rate: float) -> Plan:
    return Plan(
        epochs=epochs, seed=seed, encoder_rate=rate, head_rate=6 * rate, inner_weight=0.8, name_weight=1.0,
        warm_up=0.03, leans=(0.0, 1.0),
    )  # fmt: skip


def _with_more_names(*, epochs: int, seed: int, ended: int | None = None) -> Plan:
    return Plan(
        epochs=epochs, ended=ended, seed=seed, encoder_rate=1.1e-4, head_rate=7e-4, inner_weight=0.8,
        name_weight=1.0, warm_up=0.03,
    )  # fmt: skip


def texts(stage: Stage, shared: Path) -> list[Annotated]:
    """The texts of one epoch of a stage, in order."""
    found: list[Annotated] = []
    if "polnear" in stage.copies:
        articles = polnear.load(shared / "data/polnear/train", every_annotator=True)
        found += articles * int(stage.copies["polnear"])
        found += augmented(articles, seed=_CHANGING_POLNEAR, share=stage.copies.get("polnear_changed", 0))
    ours = _ours(stage, shared)
    for name, some in ours.items():
        found += some * int(stage.copies[name])
    if share := stage.copies.get("debates_changed"):
        found += augmented(ours["debates"], seed=_CHANGING_OURS, share=share)
    if share := stage.copies.get("ours_changed"):
        every = [article for some in ours.values() for article in some]
        found += augmented(every, seed=_CHANGING_OURS, share=share, layouts=False)
    return _with_names(found, stage, shared) if "names" in stage.copies else found


def _with_names(found: list[Annotated], stage: Stage, shared: Path) -> list[Annotated]:
    """The texts, those whose names somebody marked with their names; then the texts of which only names are marked."""
    alone = {one.name: one for one in named_texts(shared)}
    both = [
        replace(one, names=alone[one.name].names)
        if one.name in alone and alone[one.name].text == one.text
        else one
        for one in found
    ]
    for one in found:
        alone.pop(one.name, None)
    return both + list(alone.values()) * int(stage.copies["names"])


def named_texts(shared: Path) -> list[Annotated]:
    """The texts whose names somebody marked, with nothing but their names; named as those in which we marked more."""
    return [
        Annotated(
            name=f"newswire-{one.name}",
            text=one.text,
            attributions=(),
            weight=1.0,
            stated=False,
            names=tuple((Span(start, end), kind) for start, end, kind in one.names),
        )
        for one in load_names(shared, "train")
    ]


def _ours(stage: Stage, shared: Path) -> dict[str, list[Annotated]]:
    """Our own marked texts that a stage names."""
    found: dict[str, list[Annotated]] = {}
    if "debates" in stage.copies:
        found["debates"] = own.annotated(load_corpus(part="train"))
    if "practice" in stage.copies:
        found["practice"] = own.annotated_sheets(load_sheets())
    if "news" in stage.copies:
        found["news"] = own.annotated_sheets(load_news(shared, "train"))
    if "free_news" in stage.copies:
        found["free_news"] = own.annotated_sheets(load_news(shared, "train", FREE))
    return found

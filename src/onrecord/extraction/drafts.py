"""Attributions as the network sees them: runs of words grouped by the cue that they share, on two levels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.encoder.labels import CONTENT, CUE, INNER, OUT, OUTER, SOURCE
from onrecord.encoder.reader import Encoded, Encoder
from onrecord.extraction.acts import acts_of
from onrecord.extraction.decoding import Run, best_labels, runs
from onrecord.extraction.linking import Link, link
from onrecord.model import Act, Span

CONTENT_CUE, CUE_SOURCE = "content_cue", "cue_source"

UNSEEN = -0.15
"""The doubt of a part that layout shows and the network did not say; e to that power is 0.86."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution before its words are looked at again.

    Places are in the text, code points, half open, in order.  `doubts` are log-probabilities by name, 0 meaning
    sure: what calibration turns into one probability.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    act: Act = "speech"
    doubts: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """What the network sees in a text: the article's own attributions by the place of their first content, those
    reported inside their contents, and those of the first that have a cue and no content.

    A cue without content attributes nothing, unless layout shows what ("She said:" before a block quotation); a
    content without a cue is kept, with no source.
    """

    outer: list[Draft]
    inner: list[Draft]
    idle: list[Draft]


def draft(encoded: Encoded, encoder: Encoder) -> Drafts:
    """The attributions of a text on both levels."""
    outer = _decode(encoded, OUTER, encoder)
    drafts, idle = _grouped(encoded, outer, encoder)
    contents = [run for run in outer if run.role == CONTENT]
    inner = _decode(encoded, INNER, encoder, within=contents) if contents else []
    inside, _ = _grouped(encoded, inner, encoder)
    nested = [replace(one, doubts=one.doubts | {"inner": -1.0}) for one in inside if one.cue]
    return Drafts(outer=drafts, inner=nested, idle=idle)


def _grouped(encoded: Encoded, found: Sequence[Run], encoder: Encoder) -> tuple[list[Draft], list[Draft]]:
    """The runs as attributions: those with a content, in order, and those with a cue alone."""
    contents, cues, sources = ([run for run in found if run.role == role] for role in (CONTENT, CUE, SOURCE))
    to_cue = link(CONTENT_CUE, encoded, encoder.linker, contents, cues)
    to_source = link(CUE_SOURCE, encoded, encoder.linker, cues, sources)
    acts = acts_of(encoded, encoder.linker, cues)
    groups: dict[int, list[int]] = {}
    for number, answer in enumerate(to_cue):
        groups.setdefault(-1 - number if answer.target is None else answer.target, []).append(number)

    def made(cue: int, numbers: list[int]) -> Draft:
        mine, links = [contents[n] for n in numbers], [to_cue[n] for n in numbers]
        one = _draft(encoded, mine, links, cue, cues, sources, to_source)
        return replace(one, act=acts[cue]) if cue >= 0 else one

    drafts = [made(cue, numbers) for cue, numbers in groups.items()]
    idle = [made(number, []) for number in range(len(cues)) if number not in groups]
    return sorted(drafts, key=lambda d: d.content), idle


def _decode(encoded: Encoded, level: int, encoder: Encoder, within: Sequence[Run] | None = None) -> list[Run]:
    """The runs of one level; `within`, where given, are the only words that may have a label."""
    plain = encoded.log_probabilities[level]
    biased = plain + np.array(encoder.settings.bias[level], np.float32)
    if within is None:
        return runs(best_labels(biased, encoded.pieces.paragraph), plain)
    labels = np.full(len(plain), OUT, np.int64)
    words = np.concatenate([np.arange(run.start, run.end) for run in within])
    # Each content is decoded as a paragraph of its own is, so that no run reaches over its end.
    owner = np.repeat(np.arange(len(within)), [run.end - run.start for run in within])
    labels[words] = best_labels(biased[words], owner)
    return runs(labels, plain)


def _draft(
    encoded: Encoded,
    contents: list[Run],
    links: list[Link],
    cue_number: int,
    cues: list[Run],
    sources: list[Run],
    to_source: list[Link],
) -> Draft:
    cue = cues[cue_number] if cue_number >= 0 else None
    answer = to_source[cue_number] if cue_number >= 0 else None
    source = sources[answer.target] if answer is not None and answer.target is not None else None
    doubts = {
        "content": min((run.sureness for run in contents), default=UNSEEN),
        "border": min((run.border for run in contents), default=UNSEEN),
        "link": min((answer.sureness for answer in links), default=UNSEEN),
        "pieces": -float(np.log(max(1, len(contents)))),
        "cue": cue.sureness if cue else 0.0,
        "source": source.sureness if source else 0.0,
        "source_link": answer.sureness if answer else 0.0,
        "no_cue": -float(cue is None),
        "no_source": -float(source is None),
    }
    return Draft(
        content=tuple(_place(encoded, run) for run in contents),
        cue=(_place(encoded, cue),) if cue else (),
        source=(_place(encoded, source),) if source else (),
        doubts=doubts,
    )


def _place(encoded: Encoded, run: Run) -> Span:
    """Where a run's words stand in the text."""
    return Span(int(encoded.pieces.word_start[run.start]), int(encoded.pieces.word_end[run.end - 1]))

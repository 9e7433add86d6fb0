"""Attributions as the network sees them: runs of words grouped by the cue that they share."""

from dataclasses import dataclass

import numpy as np

from onrecord.encoder.labels import CONTENT, CUE, SOURCE
from onrecord.encoder.reader import Encoded, Encoder
from onrecord.extraction.decoding import Run, best_labels, runs
from onrecord.extraction.linking import Link, link
from onrecord.model import Span

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
    doubts: dict[str, float]


def draft(encoded: Encoded, encoder: Encoder) -> tuple[list[Draft], list[Draft]]:
    """The attributions of a text, by the place of their first content; and those that have a cue and no content.

    A cue without content attributes nothing, unless layout shows what ("She said:" before a block quotation); a
    content without a cue is kept, with no source.
    """
    found = _decode(encoded, encoder)
    contents, cues, sources = ([run for run in found if run.role == role] for role in (CONTENT, CUE, SOURCE))
    to_cue = link(CONTENT_CUE, encoded, encoder.linker, contents, cues)
    to_source = link(CUE_SOURCE, encoded, encoder.linker, cues, sources)
    groups: dict[int, list[int]] = {}
    for number, answer in enumerate(to_cue):
        groups.setdefault(-1 - number if answer.target is None else answer.target, []).append(number)

    def made(cue: int, numbers: list[int]) -> Draft:
        mine, links = [contents[n] for n in numbers], [to_cue[n] for n in numbers]
        return _draft(encoded, mine, links, cue, cues, sources, to_source)

    drafts = [made(cue, numbers) for cue, numbers in groups.items()]
    idle = [made(number, []) for number in range(len(cues)) if number not in groups]
    return sorted(drafts, key=lambda d: d.content), idle


def _decode(encoded: Encoded, encoder: Encoder) -> list[Run]:
    biased = encoded.log_probabilities + np.array(encoder.settings.bias, np.float32)
    return runs(best_labels(biased, encoded.pieces.paragraph), encoded.log_probabilities)


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

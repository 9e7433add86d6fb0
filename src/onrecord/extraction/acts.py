"""Whether a cue names speech, writing, a thought or an attitude."""

from collections.abc import Sequence

from onrecord.encoder.linker import Linker
from onrecord.encoder.reader import Encoded
from onrecord.extraction.decoding import Run
from onrecord.extraction.linking import decided_in, places, within
from onrecord.model import ACTS, Act


def acts_of(encoded: Encoded, linker: Linker, cues: Sequence[Run]) -> list[Act]:
    """The act of each cue: the one that its words and those around it fit best."""
    found: list[Act] = ["speech"] * len(cues)
    where = places(encoded, cues)
    for window, states in zip(encoded.windows, encoded.states, strict=True):
        mine = decided_in(window, where)
        if len(mine):
            scores = linker.act_scores(states, within(where[mine], window))
            for number, act in zip(mine, scores.argmax(1), strict=True):
                found[number] = ACTS[act]
    return found

"""What the reviewed statements add: each of these features leaves a statement's own codes out of what it gets.

The two lines are kernel ridge regressions of what was reviewed, less what was thought before anything was; for a
reviewed statement the prediction without it.  What depends on the reviewed statements alone is reckoned once; the
features of any statements are made from that.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.coding.evidence import Evidence
from onrecord.coding.groups import Groups
from onrecord.coding.lines import fitted, likeness, weighed
from onrecord.model.coding import Reviewed
from onrecord.model.statement_changes import STANCES

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

ANY, SPEAKER = 0.3, 0.5  # how like two codes of one concept are whatever their words, and by the same speaker
FEW = 2.0  # reviewed statements that count as much as knowing nothing, for rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The reviewed statements as arrays: `is_reviewed` (n), `bears` (n, k), `side` (n, k; 0, 1, 2, or -1 for none)."""

    is_reviewed: Bools
    bears: Floats
    side: Ints

    @property
    def rows(self) -> Ints:
        """The numbers of the r reviewed statements."""
        return np.flatnonzero(self.is_reviewed)


def known(evidence: Evidence, reviewed: Reviewed) -> Known:
    """What was reviewed of these statements; codes of concepts that the codebook does not have count for nothing."""
    shape = len(evidence.units), len(evidence.concepts)
    side = np.full(shape, -1, np.int64)
    column = {name: k for k, name in enumerate(evidence.concepts)}
    for row, one in enumerate(evidence.units):
        for concept, stance in reviewed.get(one.id, {}).items():
            if concept in column:
                side[row, column[concept]] = STANCES.index(stance)
    is_reviewed = np.array([one.id in reviewed for one in evidence.units], np.bool_)
    return Known(is_reviewed=is_reviewed, bears=(side >= 0).astype(np.float64), side=side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """n statements by article and by speaker, and how like the r reviewed ones are to each other (r, r).

    `place`: n: which of the reviewed ones a statement is, -1 for none.
    """

    evidence: Evidence
    what: Known
    articles: Groups
    speakers: Groups
    alike: Floats
    place: Ints

    @classmethod
    def of(cls, evidence: Evidence, what: Known) -> "Beside":
        """Reckoned once for relevance and stance."""
        place = np.full(len(what.is_reviewed), -1, np.int64)
        place[what.rows] = np.arange(len(what.rows))
        return cls(
            evidence=evidence,
            what=what,
            articles=Groups.by([one.article for one in evidence.units]),
            speakers=Groups.by([one.speaker for one in evidence.units]),
            alike=likeness(evidence, what.rows),
            place=place,
        )

    def own(self, values: Floats, rows: Ints) -> Floats:
        """rows, ...: the row of `values` (r, ...) of each of the statements `rows`; 0 where it was not reviewed."""
        found = np.zeros((len(rows), *values.shape[1:]))
        reviewed = self.place[rows] >= 0
        found[reviewed] = values[self.place[rows[reviewed]]]
        return found


class Relevance:
    """Line, rate, article, speaker."""

    def __init__(self, beside: Beside, before: Floats) -> None:
        """`before`: r, k: the chances of the reviewed statements before anything was reviewed."""
        self._beside, rows = beside, beside.what.rows
        self._bears = bears = beside.what.bears[rows]
        self._mean = float(bears.mean()) if bears.size else 0.0
        self._more = bears - (bears.sum(0) + FEW * self._mean) / (len(rows) + FEW)
        ones = np.ones((len(rows), 1))
        self._named = [
            (groups, groups.sums(self._more, rows), groups.sums(ones, rows))
            for groups in (beside.articles, beside.speakers)
        ]
        weights, self._without = fitted(beside.alike, bears - before)
        self._line = weighed(beside.evidence, beside.speakers, rows, weights)

    def of(self, rows: Ints) -> list[Floats]:
        """The features of the statements `rows`: rows, k each."""
        if not len(self._bears):
            return [np.zeros((len(rows), self._bears.shape[1]))] * 4
        beside = self._beside
        taught = beside.what.is_reviewed[rows]
        line = self._line.of(beside.evidence, beside.speakers, rows)
        line[taught] = self._without[beside.place[rows[taught]]]
        kept = self._bears.sum(0) - beside.own(self._bears, rows)
        rates = (kept + FEW * self._mean + 0.1) / ((len(self._bears) - taught)[:, None] + FEW + 0.2)
        found = [line * 2, np.log(rates / (1 - rates)) + 2]
        one = taught[:, None].astype(np.float64)
        for groups, sums, counts in self._named:
            more = groups.others(sums, rows, beside.own(self._more, rows))
            found.append(more / (groups.others(counts, rows, one) + FEW))
        return found


class Sides:
    """Line, speaker."""

    def __init__(self, beside: Beside, before: Floats) -> None:
        """`before`: r, k, 3: the chances of the reviewed statements before anything was reviewed."""
        self._beside, rows = beside, beside.what.rows
        side = beside.what.side[rows]
        self._chosen = chosen = (side[:, :, None] == np.arange(len(STANCES))).astype(np.float64)
        self._sums = beside.speakers.sums(chosen, rows)
        weights, self._without = np.zeros(before.shape), np.zeros(before.shape)
        same = beside.speakers.of[rows]
        speaker = np.where(same < 0, np.eye(len(rows)), same[:, None] == same)
        alike = beside.alike + ANY + SPEAKER * speaker
        for concept in range(side.shape[1]):
            coded = np.flatnonzero(side[:, concept] >= 0)
            target = chosen[coded, concept] - before[coded, concept]
            fit = fitted(alike[np.ix_(coded, coded)], target)
            weights[coded, concept], self._without[coded, concept] = fit
        flat = weights.reshape(len(rows), side.shape[1] * len(STANCES))
        self._line = weighed(beside.evidence, beside.speakers, rows, flat, always=ANY, speaker=SPEAKER)

    def of(self, rows: Ints) -> list[Floats]:
        """The features of the statements `rows`: rows, k, 3 each."""
        shape = (len(rows), *self._chosen.shape[1:])
        if not len(self._chosen):
            return [np.zeros(shape)] * 2
        beside = self._beside
        line = self._line.of(beside.evidence, beside.speakers, rows).reshape(shape)
        coded = beside.what.side[rows] >= 0
        line = np.where(coded[:, :, None], beside.own(self._without, rows), line)
        return [line * 3, self._by_speaker(rows)]

    def _by_speaker(self, rows: Ints) -> Floats:
        """How often the same speaker took each side on the concept, above how often it was taken; logarithms."""
        overall = (self._chosen.sum((0, 1)) + 1) / (self._chosen.sum() + 3)
        own = self._beside.own(self._chosen, rows)
        counts = self._chosen.sum(0)[None] - own
        rates = (counts + 3 * overall) / (counts.sum(-1, keepdims=True) + 3)
        votes = self._beside.speakers.others(self._sums, rows, own)
        share = (votes + 0.5 * rates) / (votes.sum(-1, keepdims=True) + 0.5)
        return np.asarray(np.log(share) - np.log(rates))

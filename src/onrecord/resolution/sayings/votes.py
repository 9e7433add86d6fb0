"""What a first look at all statements of an article says to the second: most of a report was said on one day or two."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.model import Span, StatementId
from onrecord.resolution.sayings.place import INFERRED, OPEN, Features, Place

Look = tuple[Place, dict[str, float], dict[str, Span | None]]
"""A statement's place, the probability of each of its values, and where the article tells the value."""

_COMMON = 4
_LEAST = 0.04


class Votes:
    """The probabilities of the first look, by statement, by speaker, and over the whole article."""

    def __init__(self, looks: Sequence[Look]) -> None:
        self._looks = {place.statement.id: chances for place, chances, _ in looks}
        self._total: dict[str, float] = defaultdict(float)
        self._by_who: dict[tuple[int, bool], dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._count: dict[tuple[int, bool], int] = defaultdict(int)
        self._spans: dict[str, Span | None] = {}
        self._order: dict[StatementId, int] = {}
        self._listed: list[dict[str, float]] = []
        self._level: list[bool] = []
        for place, chances, spans in sorted(looks, key=lambda one: (one[0].at, one[0].statement.id)):
            self._order[place.statement.id] = len(self._listed)
            self._listed.append(chances)
            self._level.append(place.level is not None)
            key = (place.who, place.level is not None)
            self._count[key] += 1
            for value, chance in chances.items():
                self._by_who[key][value] += chance
                if place.level is None:
                    self._total[value] += chance
            for value, span in spans.items():
                self._spans.setdefault(value, span)
        self._tops = sum(not nested for nested in self._level)
        ranked = sorted(self._total, key=lambda value: (-self._total[value], value))
        least = _LEAST * max(self._tops, 1)
        self.common = [
            (value, self._spans.get(value))
            for value in ranked
            if value not in (INFERRED, OPEN) and self._total[value] >= least
        ][:_COMMON]

    def of(self, place: Place, value: str) -> Features:
        """What the others say of a value."""
        own = self._looks[place.statement.id].get(value, 0.0)
        at, nested = self._order[place.statement.id], place.level is not None
        kind = value if value in (INFERRED, OPEN) else "told"
        others = max(self._tops - (not nested), 1)
        key = (place.who, nested)
        same = self._count[key] - 1
        level = "nested" if nested else "top"
        features = {
            f"vote:{kind}:{level}": (self._total[value] - (0.0 if nested else own)) / others,
            f"own:{kind}": own,
            f"before:{kind}": self._beside(at, -1, nested, value),
            f"after:{kind}": self._beside(at, 1, nested, value),
        }
        if place.who and same > 0:
            features[f"who:{kind}"] = (self._by_who[key][value] - own) / same
            features[f"who:{kind}:known"] = 1.0
        return features

    def _beside(self, at: int, step: int, nested: bool, value: str) -> float:
        """The probability that the next statements on this level have, the nearer one counting more."""
        found, weight = 0.0, 0.6
        for one in range(at + step, at + 6 * step, step):
            if 0 <= one < len(self._listed) and self._level[one] == nested:
                found += weight * self._listed[one].get(value, 0.0)
                weight = 0.4 if weight == 0.6 else 0.0
        return found

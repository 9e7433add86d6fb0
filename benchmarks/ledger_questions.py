"""What people ask of a ledger, kind by kind, each time another question: the search, lists of statements, decisions."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from typing import Any

from benchmarks.invented import CONCEPTS, DAYS, FIRST_DAY, Invented
from onrecord.ledger import Filter, Ledger, LogFilter
from onrecord.model import KINDS, STANCES, Coder, SetCode

PAGE = 50
BEN = Coder(name="Ben")

Question = Callable[[], int]
"""Asks it, and says how much was found."""

_REVIEWS = (
    "accepted",
    "rejected",
    "unreviewed",
    "standing",
    "all",
    "corrected",
    "added",
    "needs-look",
    "contested",
)


def kinds_of_question(ledger: Ledger, invented: Invented, count: int) -> Iterator[tuple[str, list[Question]]]:
    """Each kind with `count` questions."""
    chance = random.Random(11)  # noqa: S311 - nothing secret
    asker = Asker(ledger, invented, chance)
    for kind, words in asker.searches().items():
        yield f"search: {kind}", [partial(asker.search, words()) for _ in range(count)]
    for kind, conditions in asker.filters().items():
        yield f"first {PAGE}: {kind}", [partial(asker.list_some, **conditions()) for _ in range(count)]
    for kind, question in asker.rows().items():
        yield kind, [question() for _ in range(count)]


class Asker:
    """Makes questions of a ledger whose words and people it knows."""

    def __init__(self, ledger: Ledger, invented: Invented, chance: random.Random) -> None:
        self.ledger, self.invented, self.chance = ledger, invented, chance
        # Drawn from all over the ledger, whatever its size.
        self._articles = [invented.reading(n) for n in self._numbers(ledger.counts().articles)]

    def search(self, words: str) -> int:
        """Search, and show the first hits."""
        return len(self.ledger.search(words))

    def list_some(self, **conditions: Any) -> int:
        """A page of the statements that fulfil the conditions."""
        return len(list(islice(self.ledger.records(Filter(**conditions)), PAGE)))

    def searches(self) -> dict[str, Callable[[], str]]:
        """By kind, what makes the words of another search."""
        return {
            "a rare word": lambda: self._word(10_000, 40_000),
            "a common word (the 2nd to 100th)": lambda: self._word(1, 100),
            "a very common word (the first ten)": lambda: self._word(0, 10),
            "a phrase that occurs": self._phrase,
            "a phrase of two common words": lambda: f'"{self._word(0, 50)} {self._word(0, 50)}"',
            "the beginning of a word, 3 letters": lambda: self._word(500, 40_000)[:3] + "*",
            "the beginning of a word, 5 letters": lambda: self._word(500, 40_000)[:5] + "*",
            "two words, one rare": lambda: f"{self._word(0, 100)} {self._word(1_000, 10_000)}",
            "two words, both common": lambda: f"{self._word(0, 50)} {self._word(0, 50)}",
        }

    def filters(self) -> dict[str, Callable[[], dict[str, Any]]]:
        """By kind, what makes the conditions of another list."""
        one = {
            "nothing": dict,
            "source, a name": lambda: {"source": self._actor()},
            "source, a title": lambda: {
                "source": self.chance.choice(("Minister", "Deputy", "Mayor", "Envoy", "clerk of"))
            },
            "source, two letters": lambda: {"source": self._word(50, 500)[:2]},
            "outlet": lambda: {"outlet": self.chance.choice(self.invented.outlets)},
            "kind": lambda: {"kind": self.chance.choice(KINDS)},
            "since": lambda: {"since": self._day()},
            "until": lambda: {"until": self._day()},
            "words, rare": lambda: {"words": self._word(10_000, 40_000)},
            "words, common": lambda: {"words": self._word(1, 100)},
            "words, very common": lambda: {"words": self._word(0, 10)},
            "words, a phrase": lambda: {"words": self._phrase()},
            "article": lambda: {"article": self.chance.choice(self._articles).article.id},
            "min_confidence": lambda: {"min_confidence": round(self.chance.uniform(0.5, 0.999), 3)},
            "review": lambda: {"review": self.chance.choice(_REVIEWS)},
            "speaker": lambda: {"speaker": self._actor()},
            "role": lambda: {"role": self.invented.role(self.chance)},
            "concept": lambda: {"concept": self.chance.choice(CONCEPTS)},
            "stance": lambda: {"stance": self.chance.choice(STANCES)},
            "said_since": lambda: {"said_since": self._day()},
            "said_until": lambda: {"said_until": self._day()},
        }
        return {**one, **self._together(one)}

    def _together(
        self, one: dict[str, Callable[[], dict[str, Any]]]
    ) -> dict[str, Callable[[], dict[str, Any]]]:
        names = [
            ("outlet", "since"), ("speaker", "words, common"), ("speaker", "outlet"), ("role", "kind"),
            ("concept", "stance"), ("words, common", "since"), ("words, very common", "outlet"),
            ("source, a title", "words, common"), ("review", "min_confidence"),
            ("speaker", "said_since", "kind"), ("outlet", "words, common", "until"), ("concept", "outlet", "review"),
        ]  # fmt: skip
        return {
            " + ".join(some): lambda some=some: {k: v for each in some for k, v in one[each]().items()}
            for some in names
        }

    def rows(self) -> dict[str, Callable[[], Question]]:
        """By kind, what makes another question about one article or statement."""
        return {
            "a statement by its id": lambda: partial(self._record, self._statement()),
            "all statements of an article": lambda: partial(
                self._readings, self.chance.choice(self._articles).article.id
            ),
            "decide, and undo it": lambda: partial(self._decide_and_undo, self._statement()),
            "the log of a statement": lambda: partial(self._log, self._statement()),
        }

    def _record(self, statement: str) -> int:
        return len([self.ledger.record(statement)])

    def _readings(self, article: str) -> int:
        return sum(len(reading.statements) for reading in self.ledger.readings([article]))

    def _decide_and_undo(self, statement: str) -> int:
        change = SetCode(concept=self.chance.choice(CONCEPTS), stance="neither")
        made = self.ledger.decide(BEN, statement, change, now=datetime.now(UTC))
        self.ledger.undo(BEN, now=datetime.now(UTC))
        return len([made])

    def _log(self, statement: str) -> int:
        return len(list(self.ledger.log(LogFilter(subject=statement))))

    def _numbers(self, articles: int) -> list[int]:
        return self.chance.sample(range(articles), min(100, articles))

    def _statement(self) -> str:
        return self.chance.choice(self.chance.choice(self._articles).statements).id

    def _word(self, first: int, last: int) -> str:
        """One of the words from the first to the last rank."""
        return self.chance.choice(self.invented.words[first:last])

    def _phrase(self) -> str:
        """Three words as they stand in some statement."""
        reading = self.chance.choice(self._articles)
        words = self.chance.choice(reading.statements).content[0].of(reading.article.text).strip("“”").split()
        at = self.chance.randrange(len(words) - 2)
        return f'"{" ".join(words[at : at + 3])}"'

    def _actor(self) -> str:
        return self.invented.actor(self.chance).name

    def _day(self) -> str:
        day: date = FIRST_DAY + timedelta(days=self.chance.randrange(DAYS))
        return day.isoformat()

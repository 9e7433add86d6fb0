"""Articles of an invented language, as many as wanted, to fill a ledger with: the same number gives the same article.

Words are made of syllables, and the n-th commonest is used with a probability of 1/n (Zipf), so that a search meets
words of nearly every statement and words of one alone.  What they say means nothing: only sizes and frequencies count.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, product

from onrecord.model import (
    Actor,
    ActorId,
    Article,
    Block,
    Kind,
    Reading,
    SaidOn,
    Span,
    Speaker,
    Statement,
    actor_id,
    content_hash,
    identify,
)

VOCABULARY = 40_000
ACTORS, OUTLETS = 2_000, 60
CONCEPTS = tuple(f"claim-{n:02}" for n in range(40))
FIRST_DAY, DAYS = date(2021, 1, 1), 3 * 365

_ONSETS = (
    "b",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "z",
    "br",
    "dr",
    "kl",
    "st",
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ou")
_ENDS = ("", "", "n", "r", "s", "l")
_POSTS = (
    "Minister",
    "Deputy",
    "Speaker",
    "Chair",
    "Secretary",
    "Analyst",
    "Engineer",
    "Mayor",
    "Envoy",
    "Clerk",
)
_KINDS: tuple[Kind, ...] = ("indirect", "indirect", "mixed", "direct")
_PLAIN_WORDS, _SAID_WORDS = (14, 24), (8, 22)  # of a sentence, and of a statement


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A sentence with a statement: its words, and where in it the parts are."""

    sentence: str
    content: Span
    cue: Span
    source: Span
    kind: Kind


class Invented:
    """The language, its people and outlets; `reading(n)` is the n-th article with its statements."""

    def __init__(self, statements: int = 10, seed: int = 5) -> None:
        self.statements, self.seed = statements, seed
        chance = random.Random(seed)  # noqa: S311 - nothing secret
        self.words = _vocabulary(chance)
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))
        self.actors = [self._actor(chance) for _ in range(ACTORS)]
        self._roles = [f"{chance.choice(_POSTS)} of {self._name(chance)}" for _ in range(ACTORS // 4)]
        self._fame = list(accumulate(1 / rank for rank in range(1, ACTORS + 1)))
        self.outlets = [f"The {self._name(chance)} {self._name(chance)}" for _ in range(OUTLETS)]

    def reading(self, number: int) -> Reading:
        """The article of that number: about 400 words, a heading and a paragraph for every two sentences."""
        chance = random.Random(self.seed * 1_000_003 + number)  # noqa: S311
        said = [self._said(chance) for _ in range(self.statements)]
        sentences: list[_Said | str] = [*said, *(self._sentence(chance) for _ in range(10))]
        chance.shuffle(sentences)
        title = self._sentence(chance).rstrip(".")
        text, blocks, places = _lay_out(title, sentences)
        published = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        article = Article(
            doc=f"invented/{number:06}.txt",
            text=text,
            blocks=blocks,
            format="text",
            source_hash=content_hash(f"{number}\n{text}".encode()),
            title=title,
            outlet=chance.choice(self.outlets),
            published=None if chance.random() < 0.01 else published.isoformat(),
            language="en",
        )
        found = tuple(self._statement(chance, article, at, one, published) for at, one in places)
        return Reading(article=article, statements=found)

    def actor(self, chance: random.Random) -> Actor:
        """Somebody, the famous more often."""
        return chance.choices(self.actors, cum_weights=self._fame)[0]

    def role(self, chance: random.Random) -> str:
        """A role that somebody has."""
        return chance.choice(self._roles)

    def _statement(
        self, chance: random.Random, article: Article, at: int, said: _Said, published: date
    ) -> Statement:
        content = (_moved(said.content, at),)
        day = published - timedelta(days=chance.randrange(3))
        return Statement(
            id=identify(article.id, content),
            kind=said.kind,
            content=content,
            cue=(_moved(said.cue, at),),
            source=(_moved(said.source, at),),
            confidence=round(chance.betavariate(8, 2), 3),
            speaker=self._speaker(chance) if chance.random() < 0.85 else None,
            said_on=SaidOn(value=day.isoformat(), confidence=0.8, inferred=True)
            if chance.random() < 0.9
            else None,
        )

    def _speaker(self, chance: random.Random) -> Speaker:
        who = self.actor(chance)
        role = self.role(chance) if chance.random() < 0.5 else None
        return Speaker(name=who.name, type=who.type, role=role, confidence=0.9, actor=who.id)

    def _said(self, chance: random.Random) -> _Said:
        source, kind = f"{chance.choice(_POSTS)} {self.actor(chance).name}", chance.choice(_KINDS)
        words = " ".join(self._some(chance, *_SAID_WORDS))
        content = f"“{words}”" if kind == "direct" else words
        cue = "said"
        start = len(source) + len(cue) + 2
        return _Said(
            sentence=f"{source} {cue} {content}.",
            content=Span(start, start + len(content)),
            cue=Span(len(source) + 1, len(source) + 1 + len(cue)),
            source=Span(0, len(source)),
            kind=kind,
        )

    def _sentence(self, chance: random.Random) -> str:
        return " ".join(self._some(chance, *_PLAIN_WORDS)).capitalize() + "."

    def _some(self, chance: random.Random, least: int, most: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self._weights, k=chance.randint(least, most))

    def _name(self, chance: random.Random) -> str:
        return self.words[chance.randrange(500, len(self.words))].capitalize()

    def _actor(self, chance: random.Random) -> Actor:
        name = f"{self._name(chance)} {self._name(chance)}"
        return Actor(id=ActorId(actor_id(name, "person", "")), name=name, type="person")


def _vocabulary(chance: random.Random) -> list[str]:
    syllables = ["".join(parts) for parts in product(_ONSETS, _VOWELS, _ENDS[1:])]
    words = [
        *syllables,
        *("".join(chance.choices(syllables, k=chance.choice((2, 3)))) for _ in range(VOCABULARY)),
    ]
    chance.shuffle(short := words[: len(syllables)])
    return list(dict.fromkeys([*short, *words]))[:VOCABULARY]


def _lay_out(
    title: str, sentences: Sequence[_Said | str]
) -> tuple[str, tuple[Block, ...], list[tuple[int, _Said]]]:
    """Text, blocks, and where in the text each sentence with a statement begins."""
    text, blocks, places = title, [Block(span=Span(0, len(title)), role="heading")], []
    for pair in _pairs(sentences):
        text += "\n\n"
        start = len(text)
        for n, one in enumerate(pair):
            text += " " if n else ""
            if isinstance(one, _Said):
                places.append((len(text), one))
            text += one.sentence if isinstance(one, _Said) else one
        blocks.append(Block(span=Span(start, len(text)), role="paragraph"))
    return text + "\n", tuple(blocks), places


def _pairs(sentences: Sequence[_Said | str]) -> Iterator[Sequence[_Said | str]]:
    for first in range(0, len(sentences), 2):
        yield sentences[first : first + 2]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)

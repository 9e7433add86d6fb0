"""Gives each statement of an article the day it was said: the text's own statements first, in its order, so that what
was dated is known to the next; headings and captions last, since what they say is told below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from onrecord.model import Article, DateExpression, SaidOn, Statement, StatementId
from onrecord.resolution.choosing import Weights, probabilities, shipped
from onrecord.resolution.sayings.candidates import Candidate, candidates
from onrecord.resolution.sayings.containers import containers
from onrecord.resolution.sayings.follows import following
from onrecord.resolution.sayings.place import INFERRED, OPEN, Given, Place, Surroundings, anchor
from onrecord.resolution.sayings.scenes import Scenes
from onrecord.resolution.sayings.tense import tense
from onrecord.resolution.sayings.told import Dates, told
from onrecord.resolution.sayings.values import day_of
from onrecord.resolution.sayings.votes import Votes
from onrecord.resolution.speakers.words import Words

_BESIDE = frozenset(("heading", "standfirst", "caption"))
_DEEPEST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What is made of one statement: the options, leaving it open among them, and how likely each is."""

    statement: Statement
    options: tuple[Candidate, ...]
    chances: tuple[float, ...]

    @property
    def best(self) -> tuple[Candidate, float]:
        """The likeliest option; the first of several alike."""
        at = max(range(len(self.options)), key=lambda one: self.chances[one])
        return self.options[at], self.chances[at]


class Dater:
    """The dates of one article, and its statements dated one after another.

    `who` gives each statement's speaker as a number of the article's cast, `named` the numbers of those whom each
    sentence names.
    """

    def __init__(
        self,
        article: Article,
        statements: Sequence[Statement],
        words: Words,
        dates: Sequence[DateExpression],
        who: Mapping[StatementId, int],
        weights: Weights | None = None,
        *,
        named: Mapping[int, frozenset[int]] | None = None,
    ) -> None:
        self._statements = statements
        self.weights = shipped("onrecord.resolution.sayings") if weights is None else weights
        dates = sorted([*dates, *following(article.text, dates)], key=lambda one: one.span.start)
        positions = [one.span.start for one in dates] + [anchor(one) for one in statements]
        within = containers(statements, positions)
        self._around = Surroundings(
            article=article,
            words=words,
            dates=Dates(tuple(told(article, words, dates, within))),
            within=within,
            who=who,
            published=day_of(article.published),
            cues=tuple(sorted(one.cue[0].start for one in statements if one.cue)),
            scenes=Scenes(article, words, named or {}),
            interview=sum(not one.cue and not one.source for one in statements) / (len(statements) or 1),
        )
        self._begin()

    def _begin(self) -> None:
        """As before the first statement."""
        self._given: dict[StatementId, Given] = {}
        self._same: dict[tuple[int, StatementId | None], Given] = {}
        self._last: dict[StatementId | None, Given] = {}
        self._words_of: list[tuple[frozenset[str], Given]] = []

    def dated(self) -> list[Dated]:
        """Each statement with its options, in the order in which they are looked at: the second look."""
        looks = list(self.looks(None))
        return [found for _, found in self.looks(votes_of(looks))]

    def looks(self, votes: Votes | None) -> Iterator[tuple[Place, Dated]]:
        """One look at each statement: the first without `votes`, the second with those of the first."""
        self._begin()
        for statement in self._in_order() if self._around.words.words else ():
            place = self._place(statement)
            options = candidates(self._around, place, votes)
            chances = probabilities([one.features for one in options], self.weights)
            found = Dated(statement=statement, options=tuple(options), chances=tuple(chances))
            self._note(place, found.best[0])
            yield place, found

    def _place(self, statement: Statement) -> Place:
        words = self._around.words
        at = anchor(statement)
        number = words.sentence_at(at)
        sentence = words.sentences[number]
        held = tuple(one for one in self._around.within.get(at, ()) if one != statement.id)
        level = held[-1] if held else None
        who = self._around.who.get(statement.id, 0)
        beside = sentence.role in _BESIDE
        return Place(
            statement=statement,
            at=at,
            start=words.words[sentence.begin].start,
            end=words.words[sentence.end - 1].end,
            sentence=number,
            block=sentence.block,
            beside=beside,
            held=held,
            tense=tense(statement, self._around.article.text),
            who=who,
            parent=self._given.get(level) if level else None,
            same=self._same.get((who, level)) if who else None,
            last=self._last.get(level),
            below=self._below(statement) if beside else None,
            opening=sentence.begin == 0 or words.sentences[number - 1].block != sentence.block,
        )

    def _note(self, place: Place, chosen: Candidate) -> None:
        given = Given(
            value=chosen.value,
            span=chosen.span,
            who=place.who,
            block=place.block,
            sentence=place.sentence,
            level=place.level,
        )
        self._given[place.statement.id] = given
        self._last[place.level] = given
        self._same[(place.who, place.level)] = given
        if not place.beside:
            self._words_of.append((self._content(place.statement), given))

    def _content(self, statement: Statement) -> frozenset[str]:
        words = self._around.words.words
        return frozenset(
            words[at].low[:6]
            for span in statement.content
            for at in self._around.words.within(span)
            if len(words[at].low) > 3
        )

    def _below(self, statement: Statement) -> Given | None:
        """The statement of the text below that a heading or caption repeats: by its words, and who spoke."""
        own, who = self._content(statement), self._around.who.get(statement.id, 0)
        best, most = None, 0.0
        for words, given in self._words_of[:_MOST_BELOW]:
            much = len(own & words) / (len(own) ** 0.5 + 1) + (0.6 if who and given.who == who else 0)
            if much > most:
                best, most = given, much
        return best

    def _in_order(self) -> list[Statement]:
        by_id = {one.id: one for one in self._statements}
        words = self._around.words

        def ranked(statement: Statement) -> tuple[bool, int, int, int, str]:
            root, depth = statement, 0
            while root.parent in by_id and depth < _DEEPEST:
                root, depth = by_id[root.parent], depth + 1
            beside = words.sentences[words.sentence_at(anchor(root))].role in _BESIDE
            return (beside, anchor(root), depth, anchor(statement), statement.id)

        return sorted(self._statements, key=ranked)


_MOST_BELOW = 80


def votes_of(looks: Sequence[tuple[Place, Dated]]) -> Votes:
    """What the first look says to the second."""
    return Votes(
        [
            (
                place,
                {one.value: chance for one, chance in zip(found.options, found.chances, strict=True)},
                {one.value: one.span for one in found.options},
            )
            for place, found in looks
        ]
    )


TOLD = 0.25
"""From this probability on a day that the text tells is given out.  In real news 0.60 of such days are what readers
say, and 0.68 of those told are found (0.55 and 0.71 from 0.2 on, 0.66 and 0.65 from 0.3 on; docs/decisions/0031);
review sees the confidence."""
SURELY_OPEN = 0.8
"""From this probability on nothing is concluded either."""


def said_on(article: Article, dated: Dated) -> SaidOn | None:
    """What is given out: the likeliest day that is told, else the day of publication and the one before.

    None where nothing can be concluded: without a day of publication, for what somebody reports that another said, and
    for a past that is told without a day ("had argued").
    """
    chance_of = {one.value: chance for one, chance in zip(dated.options, dated.chances, strict=True)}
    told = [
        (chance, -at) for at, chance in enumerate(dated.chances) if dated.options[at].value not in _UNTOLD
    ]
    chance, at = max(told, default=(0.0, 0))
    if chance >= TOLD:
        chosen = dated.options[-at]
        about = "~" if chosen.about and "/" not in chosen.value else ""
        return SaidOn(value=chosen.value + about, span=chosen.span, confidence=chance)
    published, open_ = day_of(article.published), chance_of.get(OPEN, 0.0)
    past = dated.statement.parent is not None or tense(dated.statement, article.text) == "pluperfect"
    if (
        published is None
        or published.toordinal() < 2
        or open_ >= SURELY_OPEN
        or (past and open_ > chance_of[INFERRED])
    ):
        return None
    before = (published - timedelta(days=1)).isoformat()
    return SaidOn(
        value=f"{before}/{published.isoformat()}", confidence=open_ + chance_of[INFERRED], inferred=True
    )


_UNTOLD = frozenset((OPEN, INFERRED))

"""Gives each statement of an article its speaker: the cast first, then statement by statement in the order in which a
reader would find out, so that whoever spoke last is known to the next."""

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model import Addressee, Article, Carrier, Name, Speaker, Statement, StatementId
from onrecord.resolution.choosing import Weights, probabilities, shipped
from onrecord.resolution.speakers.addressees import Addressees
from onrecord.resolution.speakers.addressing import addressed_in
from onrecord.resolution.speakers.ages import note_ages
from onrecord.resolution.speakers.called import Callings, note_callings
from onrecord.resolution.speakers.candidates import candidates, null_features
from onrecord.resolution.speakers.candidates.place import Candidate, Place
from onrecord.resolution.speakers.casting import cast_of
from onrecord.resolution.speakers.chain import Chains
from onrecord.resolution.speakers.entities import Entity, Kind, Mention, fold
from onrecord.resolution.speakers.go_betweens import is_told, sent_by
from onrecord.resolution.speakers.lexicon.grammar import ARTICLES
from onrecord.resolution.speakers.lexicon.roles import PEOPLE
from onrecord.resolution.speakers.offices import body_head
from onrecord.resolution.speakers.phrases import is_person_word
from onrecord.resolution.speakers.sexes import note_sex_of, note_sexes
from onrecord.resolution.speakers.source_phrases import phrase_of
from onrecord.resolution.speakers.surrounding import is_asked, surroundings

LIKELY = 0.5
"""From this probability on, whom a statement was given to counts as known when the next one is looked at."""

ANSWERED = 0.6
"""From this probability on the speaker is given out (docs/decisions/0020): in real news 0.96 of such answers are right,
and 0.85 of all statements have one; in the invented debates, which are harder, 0.90 and 0.77."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What resolution makes of one statement: the candidates with their probabilities, the likeliest first.

    `open` is the probability that none of them spoke.  `options` are the features behind them, for training, and
    `clashing` those of others whom a pronoun does not fit.
    """

    statement: Statement
    speakers: tuple[Speaker, ...]
    open: float
    options: tuple[Candidate, ...] = ()
    clashing: tuple[Candidate, ...] = ()
    null: dict[str, float] = field(default_factory=dict)

    @property
    def speaker(self) -> Speaker | None:
        """The speaker that is given out: the likeliest, if that is likely enough."""
        if not self.speakers or self.speakers[0].confidence < ANSWERED:
            return None
        return self.speakers[0]


class Resolver:
    """The cast of one article, and the statements given to it one after another."""

    def __init__(
        self,
        article: Article,
        statements: Sequence[Statement],
        names: Sequence[Name] = (),
        weights: Weights | None = None,
    ) -> None:
        self.article = article
        self.weights = shipped("onrecord.resolution.speakers") if weights is None else weights
        self.statements = statements
        self.cast = cast_of(article, names)
        note_sexes(self.cast)
        note_ages(self.cast)
        callings = Callings(self.cast)
        note_callings(self.cast, callings)
        self._around = surroundings(self.cast, statements, callings)
        self._given: dict[StatementId, Entity] = {}
        self._own: dict[tuple[str, ...], Entity] = {}
        self._sources = sorted((span, one.id) for one in statements for span in one.source)

    def opinions(self) -> Iterator[Opinion]:
        """What is made of each statement, in the order in which they are looked at."""
        by_id = {one.id: one for one in self.statements}
        last: dict[StatementId | None, Place] = {}
        spoke: list[Entity] = []
        for statement in _in_order(self.statements, by_id):
            place = self._place(statement, last.get(statement.parent), spoke)
            opinion, chosen = self._judge(place)
            yield opinion
            if chosen is not None:
                self._given[statement.id] = chosen
                self._mention(statement, chosen, place)
                if statement.parent is None:
                    spoke = [chosen, *(one for one in spoke if one is not chosen)][:4]
            last[statement.parent] = place

    @property
    def who(self) -> dict[StatementId, int]:
        """Who made each statement, as a number from 1 on, one for each of the cast; for those looked at and likely."""
        return {id_: entity.number + 1 for id_, entity in self._given.items()}

    @property
    def named(self) -> dict[int, frozenset[int]]:
        """Whom each sentence names, also by "he" where that one speaks, by the same numbers."""
        found: dict[int, set[int]] = {}
        for entity in self.cast.entities:
            for mention in entity.mentions:
                found.setdefault(mention.sentence, set()).add(entity.number + 1)
        return {sentence: frozenset(numbers) for sentence, numbers in found.items()}

    def chains(self) -> dict[StatementId, tuple[Carrier, ...]]:
        """The chains of the statements, once all of them have been looked at."""
        return Chains(self.cast, self._given).of(self.statements)

    def addressees(
        self, chains: Mapping[StatementId, tuple[Carrier, ...]]
    ) -> dict[StatementId, tuple[Addressee, ...]]:
        """To whom the statements were made that came by these chains, once all of them have been looked at."""
        return Addressees(self.cast, self._given, chains).of(self.statements)

    def chains_with(self, weights: Weights) -> Chains:
        """The same with other weights, for training."""
        return Chains(self.cast, self._given, weights)

    def _place(self, statement: Statement, last: Place | None, spoke: list[Entity]) -> Place:
        before = self._given.get(last.statement.id) if last else None
        return Place(
            statement=statement,
            phrase=sent_by(self.cast, phrase_of(self.cast, statement.source)),
            outer=self._given.get(statement.parent) if statement.parent else None,
            before=before,
            before_head=last.phrase.head if last else "",
            before_shape=last.phrase.shape if last else "",
            before_end=last.statement.content[-1].end if last else -1,
            since=_end(last.statement) if last else 0,
            within=self._within(statement),
            asked=is_asked(self.cast, statement.content[0].start),
            earlier=tuple(spoke),
            nested=statement.parent is not None,
        )

    def _within(self, statement: Statement) -> Entity | None:
        """Whose source the source of this statement stands in ("a senior official, who ...")."""
        if not statement.source:
            return None
        span = statement.source[0]
        for other, owner in self._sources:
            if other.start > span.start:
                break
            if owner != statement.id and other.holds(span) and other != span:
                return self._given.get(owner)
        return None

    def _judge(self, place: Place) -> tuple[Opinion, Entity | None]:
        addressed = addressed_in(self.cast, place.statement)
        options = [
            one
            for one in candidates(self._around, place)
            if place.phrase.shape == "named" or one.entity not in addressed
        ]
        if is_told(self.cast, place.statement) or place.phrase.head in ARTICLES:
            options = []  # "a": the letter of a footnote
        null = null_features(place)
        chances = probabilities([null, *(one.features for one in options)], self.weights)
        ranked = sorted(zip(chances[1:], range(len(options)), strict=True), key=lambda one: (-one[0], one[1]))
        # "She" is no man: what would speak for him all the same is doubt, and nothing for the others.
        doubt = sum(chance for chance, at in ranked if options[at].clashes)
        clashing = tuple(one for one in options if one.clashes)
        ranked = [(chance, at) for chance, at in ranked if not options[at].clashes]
        found = [(self._entity(options[at], place), chance) for chance, at in ranked]
        speakers = tuple(_speaker(entity, chance) for entity, chance in found)
        opinion = Opinion(
            statement=place.statement,
            speakers=speakers,
            open=chances[0] + doubt,
            options=tuple(options[at] for _, at in ranked),
            clashing=clashing,
            null=null,
        )
        known = found and found[0][1] >= LIKELY
        return opinion, found[0][0] if known else None

    def _entity(self, option: Candidate, place: Place) -> Entity:
        """Whom a candidate is; the source's own words become somebody without a name."""
        if option.entity is not None:
            return option.entity
        key = fold(place.phrase.own)
        if key not in self._own:
            made = self.cast.new(_own_kind(place))
            made.forms[place.phrase.own or "?"] += 1
            made.keys.add(key or ("?",))
            note_sex_of(made, place.phrase.head)
            self._own[key] = made
        return self._own[key]

    def _mention(self, statement: Statement, entity: Entity, place: Place) -> None:
        """A source that is no name is a mention too: "he" keeps a man in mind."""
        if statement.source and place.phrase.shape != "named":
            span = statement.source[0]
            sentence = self.cast.words.sentence_at(span.start)
            mention = Mention(span, sentence, True)
            insort(entity.mentions, mention, key=lambda one: one.span.start)
            self.cast.insert(entity, mention)


def _in_order(statements: Sequence[Statement], by_id: dict[StatementId, Statement]) -> list[Statement]:
    """The statements in the order of their sources, each after the one that it is reported in."""

    def ranked(statement: Statement) -> tuple[int, int, int, str]:
        root, depth = statement, 0
        while root.parent in by_id and depth < 50:
            root, depth = by_id[root.parent], depth + 1
        return (_position(root), depth, _position(statement), statement.id)

    return sorted(statements, key=ranked)


def _position(statement: Statement) -> int:
    return (statement.source or statement.cue or statement.content)[0].start


def _end(statement: Statement) -> int:
    return max(span.end for span in (*statement.content, *statement.cue, *statement.source))


def _own_kind(place: Place) -> Kind:
    phrase = place.phrase
    if phrase.plural:
        return "unnamed" if phrase.few and (is_person_word(phrase.head) or phrase.head in PEOPLE) else "group"
    if is_person_word(phrase.head) or phrase.shape not in ("described", "relative"):
        return "unnamed"
    return "organisation" if body_head(phrase.head) else "unnamed"


def _speaker(entity: Entity, chance: float) -> Speaker:
    # The comma that opens an apposition is none of the name ("Mara Quell, who ...").
    name = entity.name.rstrip(" ,;:") or entity.name
    return Speaker(name=name, type=entity.type, role=entity.role, confidence=chance)


def opinions(
    article: Article,
    statements: Sequence[Statement],
    names: Sequence[Name] = (),
    weights: Weights | None = None,
) -> list[Opinion]:
    """What resolution makes of each statement of an article, in their order."""
    found = {one.statement.id: one for one in Resolver(article, statements, names, weights).opinions()}
    return [found[one.id] for one in statements]

"""Through whom words came: the outlet that was told, the paper that quotes, whoever passes on what another said.

Addressees (*told reporters*, *told parliament*) are no part of the chain: they heard, and are not whom we have it from.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from onrecord.model import Carrier, Span, Statement, StatementId
from onrecord.resolution.choosing import Weights, probabilities, shipped
from onrecord.resolution.speakers.carrier_options import Chain, Chained, Option
from onrecord.resolution.speakers.carriers import Carriers
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.lexicon.organisations import HEADS, METONYMS, OUTLET_HEADS
from onrecord.resolution.speakers.lexicon.places import COUNTRIES
from onrecord.resolution.speakers.own_outlet import own_outlet
from onrecord.resolution.speakers.shown import Shown
from onrecord.resolution.speakers.telling import GIVEN_THROUGH

_TELLING = re.compile(
    r"\b(?:told|tells|telling|tell|confided(?: to| in)?|vouched to|said to|speaking (?:to|on|with)|spoke to|texted"
    r"|emailed"
    r"|interview(?: with| to| for| in| on)?|interviewed (?:by|on|in)|comments? (?:to|for)|asked (?:by|on)|given to"
    r"|says? in"
    r"|quoted (?:by|in)|cited (?:by|in)|carried (?:by|in)|printed (?:by|in)|published (?:by|in)|reported (?:by|in)"
    r"|wrote (?:in|on|for)|writes (?:in|on|for)|writing (?:in|for)|appearing on|appeared on|(?:told|speaking) on)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?:^|[\s(])(?:[Oo]n|[Ii]n|[Tt]o) $")
_QUOTING = re.compile(r"\b(?:quot|cit|paraphras)(?:ed|es|ing|e)\b", re.IGNORECASE)
_THROUGH = re.compile(
    r"\b(?:through|via|by way of) ((?:his|her|its|their|a|an|the) (?:[\w’'-]+ ){0,2}[\w’'-]*"
    r"(?:office|spokesman|spokeswoman|spokesperson|secretary|lawyer|lawyers|aide|agent|statement|service|team|press))\b",
    re.IGNORECASE,
)
_AFTER_CUE = 70
"""Code points after a telling word within which the outlet's name begins."""

_BETWEEN = re.compile(r"[^.;:!?”\"]*")
_TO = re.compile(r"[^.;:!?”\"“]{0,40}\sto\s(?:the\s)?")
"""Between a cue and an outlet that was told: "conceded to the", "defended the paper to the"."""
_OPENED = frozenset('"“‘«„')


FROM = 0.25
"""From this probability on somebody is part of a chain: of 0.1 to 0.5 that which made F1 best where each debate of the
corpus was scored with weights from the others.  Chains are seldom, so a likely one has no high probability."""
WITHIN = 0.4
"""The same for those through whom the statement came within which this one stands."""
_GIVEN = "given"
"""A sign that is not weighed: words that name a go-between as such."""
_PASSING = 0.2
"""The same for whoever reports the statement."""
FIRST: Weights = {
    "rule": 3.0,
    "outer": 1.0,
    "near": -2.0,
    "open:told:like": 1.5,
    "open:talk:like": 2.0,
    "open:piece": 2.0,
    "open:cited:like": 2.0,
    "open:people": 3.0,
    "near:poll:share": 2.0,
    "above": -3.0,
    "above:poll:share": 3.0,
    "again": -1.5,
    "again:same": 1.0,
    "again:share": 3.0,
    "again:sure": 1.0,
    "speaker": -1.5,
    "labels": -1.0,
    "chained": 0.5,
}
"""What counts at the first look, set by hand: weights that were fitted make chains on what they were fitted on that are
better than any others, and the second look would learn to trust them too much."""
_TALKED_OF = ("outer:label", "outer:denying", "outer:source:self")
"""Where the outer speaker only talks of it: in minutes, denying it, or of themselves."""
_LONGEST = 4


Look = tuple[Statement, list[Option], list[float]]
"""A statement, those through whom it may have come, and how likely each is."""


class Chains:
    """The chains of an article's statements, once it is known who made them."""

    def __init__(
        self,
        cast: Cast,
        given: Mapping[StatementId, Entity],
        weights: Weights | None = None,
    ) -> None:
        self._cast = cast
        self._given = given
        self._weights = (
            shipped("onrecord.resolution.speakers", "chain_weights.json") if weights is None else weights
        )
        self._own = own_outlet(cast)
        self._is_shown = Shown(cast).is_outlet

    def of(self, statements: Sequence[Statement]) -> dict[StatementId, tuple[Carrier, ...]]:
        """The chain of each statement, the outermost first; those that have none are left out."""
        found: dict[StatementId, tuple[Carrier, ...]] = {}
        for statement, options, chances in self.looked(self.carriers(statements)):
            chosen = sorted((one.rank, at) for at, one in enumerate(options) if _is_part(one, chances[at]))
            chain = tuple(carrier(options[at].entity, passing=options[at].passing) for _, at in chosen)
            chain = chain or self._through(statement)
            if chain:
                found[statement.id] = _distinct(chain)[:_LONGEST]
        return found

    def carriers(self, statements: Sequence[Statement]) -> Carriers:
        """The options of some statements."""
        return Carriers(self._cast, self._given, self._own, statements)

    def looked(self, carriers: Carriers) -> Iterator[Look]:
        """Each statement at the second look, which sees the chains that the first made of all of them."""
        first = {
            statement.id: _likely(options, chances)
            for statement, options, chances in self._look(carriers, FIRST, None)
        }
        return self._look(carriers, self._weights, first)

    def _look(
        self, carriers: Carriers, weights: Weights, first: Mapping[StatementId, Chain] | None
    ) -> Iterator[Look]:
        chained, told = Chained(), carriers.told
        for statement in carriers.ordered:
            options = carriers.of(statement, chained, first)
            for one in options:
                if not one.passing:
                    key = (statement.id, one.entity.number)
                    places = carriers.places.get(key, ())
                    if key not in told:
                        told[key] = float(self._is_told(statement, one.entity, places))
                    one.features["within:rule" if statement.parent else "rule"] = told[key]
                    one.features[_GIVEN] = float(any(map(self._is_given, places)))
            chances = [probabilities([_NONE, one.features], weights)[1] for one in options]
            chain = _likely(options, chances) if first is None else first.get(statement.id, ())
            carriers.note(statement, chain, chained, options)
            yield statement, options, chances

    def _through(self, statement: Statement) -> tuple[Carrier, ...]:
        """A go-between without a name: "through his spokesman"."""
        if not statement.cue:
            return ()
        sentence = self._sentence(statement.cue[0])
        through = _THROUGH.search(self._cast.article.text, sentence.start, sentence.end)
        if through is None or any(one.start <= through.start() < one.end for one in statement.content):
            return ()
        return (Carrier(name=" ".join(through[1].split()), type="unnamed"),)

    def _is_told(self, statement: Statement, entity: Entity, places: Sequence[Span]) -> bool:
        """Whether the words beside the cue say that this outlet was told, or quotes."""
        if not statement.cue:
            return False
        sentence = self._sentence(statement.cue[0])
        parts = (*statement.content, *statement.source)
        return any(
            self._tells(statement, sentence, place, entity)
            for place in places
            if not any(place.overlaps(part) for part in parts)
        )

    def _is_given(self, place: Span) -> bool:
        """Whether "via" or "through" stands before a place: who says so need not be weighed."""
        text = self._cast.article.text
        return GIVEN_THROUGH.search(text[max(place.start - 40, 0) : place.start]) is not None

    def _tells(self, statement: Statement, sentence: Span, place: Span, entity: Entity) -> bool:
        text = self._cast.article.text
        cue = statement.cue[0]
        if self._is_given(place):
            return True
        if self._is_shown(entity) and _TO.fullmatch(text, cue.end, place.start):
            return True
        if (
            _QUOTING.search(cue.of(text))
            and place.end <= cue.start
            and statement.source
            and statement.source[0].start > cue.start
        ):
            return entity.kind in ("outlet", "organisation", "unknown")
        if not self._is_outlet(entity):
            return False
        before = text[max(sentence.start, place.start - _AFTER_CUE) : place.start]
        last = next(iter(deque(_TELLING.finditer(before), maxlen=1)), None)
        if last is not None:
            gap = before[last.end() :]
            return (
                bool(_BETWEEN.fullmatch(gap))
                and not any(sign in _OPENED for sign in gap)
                and gap.count(",") < 2
            )
        return self._is_shown(entity) and bool(
            _PLACED.search(before.removesuffix("the ").removesuffix("The ") or " ")
        )

    def _is_outlet(self, entity: Entity) -> bool:
        if entity.kind == "outlet":
            return True
        words = {part for key in entity.keys for part in key}
        if entity.kind == "person" or words & _NO_OUTLET:
            return entity.kind != "person" and bool(words & _OUTLET_LIKE)
        return True

    def _sentence(self, span: Span) -> Span:
        words = self._cast.words
        sentence = words.sentences[words.sentence_at(span.start)]
        return Span(words.words[sentence.begin].start, words.words[sentence.end - 1].end)


_NONE: dict[str, float] = {}
"""Being no part of the chain: what the others are weighed against."""
_NO_OUTLET = (HEADS - OUTLET_HEADS) | COUNTRIES | METONYMS
_OUTLET_LIKE = OUTLET_HEADS - frozenset(
    ("agency", "channel", "programme", "show", "standard", "leader", "star", "sun", "record", "register", "monitor",
     "review", "beacon", "weekly", "post", "mirror", "lantern", "mercury", "press", "notebook", "paper")
)  # fmt: skip


def _is_part(option: Option, sure: float) -> bool:
    """Whether somebody so likely is part of the chain; within another's statement only whoever reports it is."""
    if option.passing:
        return sure >= _PASSING and not any(option.features.get(name) for name in _TALKED_OF)
    return sure >= (FROM if option.outermost else WITHIN) or bool(option.features.get(_GIVEN))


_CARRIED = 0.05
"""From this probability on somebody is an option of the statements around."""


def _likely(options: Sequence[Option], chances: Sequence[float]) -> Chain:
    return [(one.entity, sure) for one, sure in zip(options, chances, strict=True) if sure >= _CARRIED]


def carrier(entity: Entity, *, passing: bool) -> Carrier:
    """An entity as part of a chain; of which nothing else is known is an outlet, if it is not `passing` words on."""
    is_outlet = entity.kind == "unknown" and not passing
    return Carrier(name=entity.name, type="outlet" if is_outlet else entity.type)


def _distinct(chain: Sequence[Carrier]) -> tuple[Carrier, ...]:
    return tuple(dict.fromkeys(chain))

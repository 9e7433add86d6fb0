"""Through whom words came: the outlet that was told, the paper that quotes, whoever passes on what another said.

Addressees (*told reporters*, *told parliament*) are no part of the chain: they heard, and are not whom we have it from.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from onrecord.model import Carrier, Span, Statement, StatementId
from onrecord.resolution.choosing import Weights, probabilities, shipped
from onrecord.resolution.speakers.carriers import Carriers, Option
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity, fold
from onrecord.resolution.speakers.lexicon.organisations import HEADS, METONYMS, OUTLET_HEADS
from onrecord.resolution.speakers.lexicon.places import COUNTRIES

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
_OPENED = frozenset('"“‘«„')


FROM = 0.2
"""From this probability on an outlet is part of a chain, from half of it on whoever reports the statement: of 0.1 to
0.5 that which made F1 on train and dev best.  Chains are seldom, so a likely one has no high probability."""
_BODY = 0.4
"""The same for a body that is no outlet, as far as the article shows: NATO passes little on."""
_TALKED_OF = ("outer:label", "outer:denying", "outer:source:self")
"""Where the outer speaker only talks of it: in minutes, denying it, or of themselves."""
_LONGEST = 4


class Chains:
    """The chains of an article's statements, once it is known who made them."""

    def __init__(
        self, cast: Cast, given: Mapping[StatementId, Entity], weights: Weights | None = None
    ) -> None:
        self._cast = cast
        self._given = given
        self._weights = (
            shipped("onrecord.resolution.speakers", "chain_weights.json") if weights is None else weights
        )
        self._own = _own_outlet(cast)

    def of(self, statements: Sequence[Statement]) -> dict[StatementId, tuple[Carrier, ...]]:
        """The chain of each statement, the outermost first; those that have none are left out."""
        found: dict[StatementId, tuple[Carrier, ...]] = {}
        for statement, options, chances in self.looked(statements):
            chosen = sorted((one.rank, at) for at, one in enumerate(options) if _is_part(one, chances[at]))
            chain = tuple(carrier(options[at].entity) for _, at in chosen)
            chain = chain or self._through(statement)
            if chain:
                found[statement.id] = _distinct(chain)[:_LONGEST]
        return found

    def looked(
        self, statements: Sequence[Statement]
    ) -> Iterator[tuple[Statement, list[Option], list[float]]]:
        """Each statement with those through whom it may have come, and how likely each is."""
        carriers = Carriers(self._cast, self._given, self._own, statements)
        chains: dict[StatementId, list[Entity]] = {}
        last: dict[StatementId | None, Statement] = {}
        for statement in sorted(
            statements, key=lambda one: (one.content[0].start, -one.content[-1].end, one.id)
        ):
            options = carriers.of(statement, last.get(statement.parent), chains)
            for one in options:
                one.features["rule"] = float(self._is_told(statement, one.entity))
            chances = [probabilities([_NONE, one.features], self._weights)[1] for one in options]
            chains[statement.id] = [
                one.entity for one, sure in zip(options, chances, strict=True) if _is_part(one, sure)
            ]
            last[statement.parent] = statement
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

    def _is_told(self, statement: Statement, entity: Entity) -> bool:
        """Whether the words beside the cue say that this outlet was told, or quotes."""
        if not statement.cue:
            return False
        sentence = self._sentence(statement.cue[0])
        parts = (*statement.content, *statement.source)
        return any(
            self._tells(statement, sentence, mention.span, entity)
            for mention, one in self._cast.between(sentence.start, sentence.end)
            if one is entity and not any(mention.span.overlaps(part) for part in parts)
        )

    def _tells(self, statement: Statement, sentence: Span, place: Span, entity: Entity) -> bool:
        text = self._cast.article.text
        cue = statement.cue[0]
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
        return entity.kind == "outlet" and bool(
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
    """Whether somebody so likely is part of the chain."""
    if "outer" not in option.features:
        return sure >= (FROM if option.entity.kind == "outlet" or option.features.get("rule") else _BODY)
    return sure >= FROM / 2 and not any(option.features.get(name) for name in _TALKED_OF)


def carrier(entity: Entity) -> Carrier:
    """An entity as part of a chain."""
    return Carrier(name=entity.name, type=entity.type)


def _own_outlet(cast: Cast) -> Entity | None:
    """The article's own outlet, if the article speaks of it: "told the Courier" in the Courier is told to us."""
    name = fold(cast.article.outlet or "")
    name = name[1:] if name[:1] == ("the",) else name
    if not name:
        return None
    for key in (name, name[-1:], ("".join(part[0] for part in name),)):
        for entity in cast.by_key.get(key, []):
            return entity
    return None


def _distinct(chain: Sequence[Carrier]) -> tuple[Carrier, ...]:
    return tuple(dict.fromkeys(chain))

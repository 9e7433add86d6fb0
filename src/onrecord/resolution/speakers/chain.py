"""Through whom words came: the outlet that was told, the paper that quotes, whoever passes on what another said.

Addressees (*told reporters*, *told parliament*) are no part of the chain: they heard, and are not whom we have it from.
"""

import re
from collections import deque
from collections.abc import Mapping, Sequence

from onrecord.model import Carrier, Span, Statement, StatementId
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity, fold
from onrecord.resolution.speakers.lexicon.grammar import FIRST_MANY, FIRST_ONE, SECOND
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


class Chains:
    """The chains of an article's statements, once it is known who made them."""

    def __init__(self, cast: Cast, given: Mapping[StatementId, Entity]) -> None:
        self._cast = cast
        self._given = given
        self._own = _own_outlet(cast)

    def of(self, statements: Sequence[Statement]) -> dict[StatementId, tuple[Carrier, ...]]:
        """The chain of each statement, the outermost first; those that have none are left out."""
        by_id = {one.id: one for one in statements}
        found: dict[StatementId, tuple[Carrier, ...]] = {}
        before: Statement | None = None
        for statement in sorted(statements, key=lambda one: (one.content, one.id)):
            chain = self._told(statement)
            if not chain and before is not None and self._goes_on(before, statement):
                chain = found.get(before.id, ())
            if statement.parent in by_id:
                chain = (*self._passed_on(statement, by_id[statement.parent]), *chain)
            else:
                before = statement
            if chain:
                found[statement.id] = _distinct(chain)
        return found

    def _told(self, statement: Statement) -> tuple[Carrier, ...]:
        """The outlet told, or that quotes, and whoever it came through, as the words beside the cue say."""
        if not statement.cue:
            return ()
        sentence = self._sentence(statement.cue[0])
        speaker = self._given.get(statement.id)
        text = self._cast.article.text
        found: list[Carrier] = []
        for mention, entity in self._cast.between(sentence.start, sentence.end):
            if (
                entity is speaker
                or entity is self._own
                or any(mention.span.overlaps(one) for one in statement.content)
            ):
                continue
            if any(mention.span.overlaps(one) for one in statement.source):
                continue
            if self._tells(statement, sentence, mention.span, entity):
                found.append(carrier(entity))
        if found:
            return tuple(found[:1])
        through = _THROUGH.search(text, sentence.start, sentence.end)
        if through and not any(one.start <= through.start() < one.end for one in statement.content):
            return (Carrier(name=" ".join(through[1].split()), type="unnamed"),)
        return ()

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

    def _passed_on(self, statement: Statement, outer: Statement) -> tuple[Carrier, ...]:
        """Whoever said what the statement is reported in, if it is somebody else."""
        if self._is_no_passing_on(statement, outer):
            return ()
        passing = self._given.get(outer.id)
        if passing is None or passing is self._given.get(statement.id) or passing is self._own:
            return ()
        return (carrier(passing),)

    def _is_no_passing_on(self, statement: Statement, outer: Statement) -> bool:
        """Whether the outer speaker only talks of it: in minutes, of themselves or the listener, or denying it."""
        text = self._cast.article.text
        cue = " ".join(span.of(text) for span in outer.cue).lower()
        source = statement.source[0].of(text).lower() if statement.source else ""
        return cue.strip() == ":" or bool(_DENYING.search(cue)) or source in _OF_THEMSELVES

    def _goes_on(self, before: Statement, statement: Statement) -> bool:
        """Whether a statement goes on from one in its paragraph by the same speaker."""
        if self._given.get(before.id) is None or self._given.get(before.id) is not self._given.get(
            statement.id
        ):
            return False
        first = self._cast.words.sentence_at(before.content[-1].start)
        here = self._cast.words.sentence_at(statement.content[0].start)
        sentences = self._cast.words.sentences
        return here - first <= _NEAR and sentences[first].block == sentences[here].block

    def _sentence(self, span: Span) -> Span:
        words = self._cast.words
        sentence = words.sentences[words.sentence_at(span.start)]
        return Span(words.words[sentence.begin].start, words.words[sentence.end - 1].end)


_NEAR = 2
_DENYING = re.compile(r"\b(?:den(?:y|ies|ied)|dismiss(?:es|ed)?|disput(?:es?|ed))\b")
_OF_THEMSELVES = FIRST_ONE | FIRST_MANY | SECOND
_NO_OUTLET = (HEADS - OUTLET_HEADS) | COUNTRIES | METONYMS
_OUTLET_LIKE = OUTLET_HEADS - frozenset(
    ("agency", "channel", "programme", "show", "standard", "leader", "star", "sun", "record", "register", "monitor",
     "review", "beacon", "weekly", "post", "mirror", "lantern", "mercury", "press", "notebook", "paper")
)  # fmt: skip


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

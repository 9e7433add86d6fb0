"""To whom a statement was made: whoever was told, written to or asked, and did not pass it on.

An outlet that was told is part of the chain (`chain`), and no addressee; nor is the article's own outlet.  Found are
only those whom the words beside the cue name (`hearing`): "told reporters", "in a letter to the board".
"""

from collections.abc import Mapping, Sequence

from onrecord.model import Addressee, Carrier, Span, Statement, StatementId
from onrecord.resolution.speakers.audiences import is_occasion
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity, Key, fold
from onrecord.resolution.speakers.hearing import Hearing
from onrecord.resolution.speakers.lexicon import grammar
from onrecord.resolution.speakers.lexicon.organisations import OUTLET_HEADS, OUTLET_WORDS
from onrecord.resolution.speakers.offices import body_head
from onrecord.resolution.speakers.own_outlet import own_names, own_outlet
from onrecord.resolution.speakers.phrases import Phrase, is_person_word
from onrecord.resolution.speakers.source_phrases import phrase_of

_AFTER = 2
"""Sentences after a statement within which its speaker goes on speaking to the same."""
_LISTENING = frozenset(
    (word,)
    for word in """reporters journalists parliament court mps lawmakers senators delegates audience crowd judges
    jury""".split()
)
"""Those before whom somebody goes on speaking."""
_NAMED = 8
"""Mentions before a pronoun that are looked at."""
_NOBODY = (
    OUTLET_WORDS
    | grammar.CALENDAR
    | frozenset(
        """anybody everybody nobody somebody anyone everyone someone all back one others record fact time truth
    way question weeks days months years hours week day month year hour times turn
    podcast radio television tv telly blog website newsletter""".split()
    )
)


class Addressees:
    """Those to whom the statements of an article were made, once it is known who made them and through whom."""

    def __init__(
        self,
        cast: Cast,
        given: Mapping[StatementId, Entity],
        chains: Mapping[StatementId, tuple[Carrier, ...]],
    ) -> None:
        self._cast = cast
        self._words = cast.words.words
        self._given = given
        self._chains = chains
        self._own = own_outlet(cast)
        self._own_names = own_names(cast.article)
        self._hearing = Hearing(cast)

    def of(self, statements: Sequence[Statement]) -> dict[StatementId, tuple[Addressee, ...]]:
        """The addressees of each statement; those that name none are left out."""
        if not self._words:
            return {}
        found: dict[StatementId, tuple[Addressee, ...]] = {}
        before: Statement | None = None
        for one in sorted(statements, key=lambda one: (one.content[0].start, one.id)):
            heard = self._heard(one, self._given.get(one.id))
            if not heard and before is not None and self._goes_on(before, one):
                heard = tuple(each for each in found.get(before.id, ()) if fold(each.name)[-1:] in _LISTENING)
            if heard:
                found[one.id] = heard
            if one.parent is None:
                before = one
        return found

    def _goes_on(self, before: Statement, one: Statement) -> bool:
        """Whether somebody goes on speaking to the same many: "told reporters ... . She added"."""
        speaker = self._given.get(one.id)
        if one.parent is not None or speaker is None or speaker is not self._given.get(before.id):
            return False
        sentence = self._cast.words.sentence_at
        return sentence(one.content[0].start) - sentence(
            before.content[-1].start
        ) <= _AFTER and not self._chains.get(one.id)

    def _heard(self, one: Statement, speaker: Entity | None) -> tuple[Addressee, ...]:
        for span in self._hearing.places(one):
            made = self._addressee(one, span, speaker)
            if made is not None:
                return (made,)
        return ()

    def _addressee(self, one: Statement, span: Span, speaker: Entity | None) -> Addressee | None:
        """Whom the words mean; None for an outlet, and where they name nobody, or the speaker."""
        if any(part.overlaps(span) and (part == span or not part.holds(span)) for part in one.source):
            return None
        if is_occasion(span.of(self._cast.article.text)):
            return Addressee(name=_without_article(span.of(self._cast.article.text)), type="group")
        phrase = phrase_of(self._cast, (span,))
        entity = phrase.entity or self._called(phrase, span) or self._meant(one, phrase, speaker)
        if entity is not None:
            return None if entity is speaker or self._passes_on(one, entity) else _named(entity)
        if phrase.shape != "described" or not phrase.own or phrase.head in _NOBODY:
            return None
        first = self._words[self._cast.words.within(span)[0]].low
        many = phrase.plural or (phrase.head,) in _LISTENING
        if first in grammar.FIRST_MANY or not (first in grammar.DETERMINERS or many):
            return None
        name = _without_article(span.of(self._cast.article.text))
        if self._is_carrier(one, fold(name)):
            return None
        if many or not is_person_word(phrase.head):
            body = body_head(phrase.head) is not None and not phrase.plural
            return Addressee(name=name, type="organisation" if body else "group")
        return Addressee(name=name, type="unnamed")

    def _called(self, phrase: Phrase, span: Span) -> Entity | None:
        """The one to whom the article gives the role that a description turns on, if it is one alone."""
        if phrase.shape != "described" or phrase.plural or phrase.owned or not is_person_word(phrase.head):
            return None
        found = [
            entity
            for entity in self._cast.entities
            if any(known.head == phrase.head and known.at < span.start for known in entity.roles)
        ]
        return found[0] if len(found) == 1 else None

    def _meant(self, one: Statement, phrase: Phrase, speaker: Entity | None) -> Entity | None:
        """Whom a pronoun means: "me" who is quoted, "him" and "her" the only one of that sex named shortly before."""
        if phrase.shape == "first" and one.parent is not None:
            return self._given.get(one.parent)
        if phrase.shape not in ("male", "female") or phrase.span is None:
            return None
        people = {
            entity.number: entity
            for _, entity in self._cast.before(phrase.span.start, _NAMED)
            if entity is not speaker and entity.kind in ("person", "unknown") and entity.sex == phrase.shape
        }
        return next(iter(people.values())) if len(people) == 1 else None

    def _passes_on(self, one: Statement, entity: Entity) -> bool:
        """Whether somebody is an outlet, a body in the statement's chain, or the article's own outlet.

        A person who says what she was told is both in the chain and the one who heard it.
        """
        if entity.keys & self._own_names:
            return True
        if entity.kind == "person":
            return False
        if entity.kind == "outlet" or any(self._is_carrier(one, key) for key in entity.keys):
            return True
        if entity.number in self._own:
            return True
        return any(part in OUTLET_HEADS for key in entity.keys for part in key)

    def _is_carrier(self, one: Statement, key: Key) -> bool:
        """Whether a name is that of somebody in the statement's chain, with an article or without."""
        chain = (fold(each.name) for each in self._chains.get(one.id, ()))
        return any(key in (name, name[1:]) for name in chain)


def _without_article(shown: str) -> str:
    words = shown.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in grammar.ARTICLES else words)


def _named(entity: Entity) -> Addressee:
    return Addressee(name=entity.name, type=entity.type)

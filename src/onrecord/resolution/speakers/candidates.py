"""Who may have spoken: for each statement the candidates, each with the named features that speak for and against."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from onrecord.model import Span, Statement
from onrecord.resolution.speakers.called import Callings
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.entities import Entity, Mention, fold
from onrecord.resolution.speakers.lexicon.organisations import COLLECTIVES, DOCUMENTS, OUTLET_WORDS
from onrecord.resolution.speakers.lexicon.roles import FEMALE_ROLES, FEMALE_TITLES, MALE_ROLES, MALE_TITLES
from onrecord.resolution.speakers.phrases import Phrase, is_person_word
from onrecord.resolution.speakers.titles import body_head

Features = dict[str, float]

_NEAREST = 60
"""Mentions looked at before a pronoun."""

_NEXT = 12
"""Mentions looked at after a description."""

_MOST = 8
"""Candidates of a pronoun at most."""

_INTERVIEW = 3
"""From so many answers on an article is an interview."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may have spoken: an entity, or None for the source's own words."""

    entity: Entity | None
    features: Features


@dataclass(slots=True)
class Place:
    """A statement with its words' shape and those whom the statements around it were given to."""

    statement: Statement
    phrase: Phrase
    outer: Entity | None = None
    before: Entity | None = None
    before_end: int = -1
    before_head: str = ""
    within: Entity | None = None
    asked: bool = False
    earlier: tuple[Entity, ...] = ()
    nested: bool = False

    @property
    def position(self) -> int:
        """Where the source, or else the cue or content, begins."""
        parts = self.statement.source or self.statement.cue or self.statement.content
        return parts[0].start


@dataclass
class Surroundings:
    """What candidates are judged by beside the cast: who stands in the heading, how often, who wrote the report."""

    cast: Cast
    quoted: list[Span]
    headed: frozenset[int] = frozenset()
    author: Entity | None = None
    own: Entity | None = None
    guests: tuple[Entity, ...] = ()
    asked: int = 0
    callings: Callings | None = None
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [span.start for span in self.quoted]

    @cached_property
    def outlets(self) -> list[Entity]:
        """The outlets of the cast, the first ones of hundreds."""
        return [one for one in self.cast.entities if one.kind == "outlet"][:40]

    @cached_property
    def most(self) -> int:
        """How often the person is mentioned who is mentioned most."""
        return max((len(one.mentions) for one in self.cast.entities if one.kind == "person"), default=1) or 1

    def is_quoted(self, position: int) -> bool:
        """Whether a code point lies in quoted words."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and position < self.quoted[at].end


def candidates(around: Surroundings, place: Place) -> list[Candidate]:
    """The candidates of a statement; none where nobody can be meant."""
    shape = place.phrase.shape
    if shape == "named":
        return _named(around, place)
    if shape in ("male", "female", "neuter", "plural"):
        return _pronoun(around, place, shape)
    if shape in ("first", "we", "second"):
        return _first(around, place, shape)
    if shape == "relative":
        return _relative(around, place)
    if shape == "described":
        return _described(around, place)
    if shape == "label":
        return _label(around, place)
    return _sourceless(around, place)


def null_features(place: Place) -> Features:
    """What speaks for leaving it open."""
    shape = place.phrase.shape
    found = {f"null:{shape}": 1.0}
    if shape == "none":
        found[f"null:none:{place.statement.kind}"] = 1.0
        if place.statement.cue:
            found["null:none:cue"] = 1.0
        if place.nested:
            found["null:none:nested"] = 1.0
    return found


def _named(around: Surroundings, place: Place) -> list[Candidate]:
    phrase = place.phrase
    assert phrase.entity is not None
    rivals = len(phrase.others)
    found = []
    for entity in (phrase.entity, *phrase.others):
        chosen = entity is phrase.entity
        features = {
            "named": 1.0,
            "named:chosen": float(chosen),
            "named:rivals": math.log1p(rivals) if chosen else 0.0,
            f"named:{entity.kind}": 1.0,
            "named:fuller": float(max(map(len, entity.keys)) > 1),
            "named:before": float(place.before is entity),
            "named:title": float(not chosen and _is_titled(around, phrase, entity)),
            "named:clash": float(_clashes(around, phrase, entity)),
        }
        found.append(Candidate(entity, features))
    return found


def _is_titled(around: Surroundings, phrase: Phrase, entity: Entity) -> bool:
    """Whether the source calls by a title that the article gives this one elsewhere."""
    assert phrase.span is not None
    shown = {around.cast.words.words[at].low for at in around.cast.words.within(phrase.span)}
    return any(known.head in shown and not phrase.span.start <= known.at < phrase.span.end for known in entity.roles)


def _said_sex(around: Surroundings, phrase: Phrase) -> str | None:
    """The sex that the source's words tell: Mr, spokeswoman."""
    assert phrase.span is not None
    shown = {around.cast.words.words[at].low.rstrip(".") for at in around.cast.words.within(phrase.span)}
    return "male" if shown & (MALE_TITLES | MALE_ROLES) else "female" if shown & (FEMALE_TITLES | FEMALE_ROLES) else None


def _clashes(around: Surroundings, phrase: Phrase, entity: Entity) -> bool:
    """Whether the source says Mr of a woman."""
    said = _said_sex(around, phrase)
    return said is not None and entity.sex is not None and said != entity.sex


def _near(around: Surroundings, place: Place) -> Iterable[tuple[Mention, Entity]]:
    """The nearest mention of each entity before the statement's source."""
    seen: set[int] = set()
    for mention, entity in around.cast.before(place.position, _NEAREST):
        if entity.number not in seen:
            seen.add(entity.number)
            yield mention, entity


_FITS = {
    "male": ("person", "unknown", "unnamed"),
    "female": ("person", "unknown", "unnamed"),
    "neuter": ("organisation", "outlet", "place", "unknown", "group"),
    "plural": ("organisation", "outlet", "group", "unnamed", "place", "unknown"),
}


def _pronoun(around: Surroundings, place: Place, shape: str) -> list[Candidate]:
    group = "he" if shape in ("male", "female") else "it" if shape == "neuter" else "they"
    here = around.cast.words.sentence_at(place.position)
    paragraph = around.cast.words.sentences[here].block
    near = [(m, e) for m, e in _near(around, place) if e.kind in _FITS[shape]]
    paper = place.before if place.before_head in DOCUMENTS and group == "it" else None
    extra = [e for e in (place.outer, place.before, place.within) if e is not None and (e.kind in _FITS[shape] or e is paper)]
    chosen = list(islice(near, _MOST))
    have = {entity.number for _, entity in chosen}
    chosen += [(e.mentions[0], e) for e in dict.fromkeys(extra) if e.number not in have and e.mentions]
    found = []
    rank = 0
    for mention, entity in chosen:
        sex = entity.sex
        clash = group == "he" and sex is not None and sex != shape
        far = here - mention.sentence
        features = {
            f"{group}": 1.0,
            f"{group}:rank": math.log1p(rank),
            f"{group}:first": float(rank == 0),
            f"{group}:same": float(far == 0),
            f"{group}:last": float(far == 1),
            f"{group}:far": math.log1p(max(far - 1, 0)),
            f"{group}:paragraph": float(around.cast.words.sentences[mention.sentence].block == paragraph),
            f"{group}:opens": float(mention.opens),
            f"{group}:outer": float(place.outer is entity),
            f"{group}:inner": float(place.nested and place.outer is not entity),
            f"{group}:before": float(place.before is entity),
            f"{group}:quoted": float(around.is_quoted(mention.span.start) and not place.nested),
            f"{group}:often": math.log(len(entity.mentions)),
            f"{group}:{entity.kind}": 1.0,
            f"{group}:spoke": float(entity in place.earlier),
            f"{group}:paper": float(paper is entity),
        }
        if group == "he":
            features["he:fits"] = float(sex == shape)
            features["he:clashes"] = float(clash)
        if group != "they" or not clash:
            found.append(Candidate(entity, features))
        if not clash:
            rank += 1
    return found


def _first(around: Surroundings, place: Place, shape: str) -> list[Candidate]:
    found: list[Candidate] = []
    options = {
        "outer": place.outer,
        "before": place.before,
        "within": place.within,
        "author": around.author,
    }
    quoted = around.is_quoted(place.position)
    for entity in dict.fromkeys(one for one in options.values() if one is not None):
        features = {f"{shape}:{name}": 1.0 for name, one in options.items() if one is entity}
        features[f"{shape}"] = 1.0
        features[f"{shape}:{entity.kind}"] = 1.0
        if place.outer is None and entity is around.author:
            features[f"{shape}:author:quoted"] = float(quoted)
        features[f"{shape}:nested"] = float(place.nested)
        found.append(Candidate(entity, features))
    if shape in ("we", "second"):
        found.append(Candidate(None, {f"{shape}:own": 1.0}))
    return found


def _relative(around: Surroundings, place: Place) -> list[Candidate]:
    found: list[Candidate] = []
    here = around.cast.words.sentence_at(place.position)
    if place.within is not None:
        found.append(Candidate(place.within, {"who:within": 1.0, f"who:within:{place.within.kind}": 1.0}))
    near = [(m, e) for m, e in _near(around, place) if m.sentence == here and e is not place.within][:3]
    for rank, (mention, entity) in enumerate(near):
        gap = around.cast.article.text[mention.span.end : place.position]
        features = {
            "who": 1.0,
            f"who:rank{rank}": 1.0,
            "who:adjacent": float(not any(sign.isalnum() for sign in gap)),
            "who:gap": math.log1p(len(gap.split())),
            f"who:{entity.kind}": 1.0,
            "who:opens": float(mention.opens),
        }
        found.append(Candidate(entity, features))
    if place.phrase.own:
        kind = "person" if is_person_word(place.phrase.head) else "thing"
        found.append(Candidate(None, {"who:own": 1.0, f"who:own:{kind}": 1.0, "who:own:many": float(place.phrase.plural)}))
    return found


def _described(around: Surroundings, place: Place) -> list[Candidate]:
    phrase = place.phrase
    person = is_person_word(phrase.head)
    body = body_head(phrase.head) is not None
    document = phrase.head in DOCUMENTS
    kind = "person" if person else "body" if body else "document" if document else "thing"
    number = "many" if phrase.plural else "one"
    certain = "the" if phrase.definite else "a"
    own = {
        "own": 1.0,
        f"own:{kind}": 1.0,
        f"own:{certain}": 1.0,
        f"own:{number}": 1.0,
        f"own:{kind}:{certain}:{number}": 1.0,
        "own:owned": float(phrase.owned),
        "own:long": float(not phrase.whole),
    }
    found: list[Candidate] = []
    if phrase.definite and not (phrase.plural and person):
        found = _by_description(around, place, kind)
        if kind == "person" and not any(one.features.get("the:person:all") for one in found):
            have = {one.entity for one in found}
            found += [one for one in _persons_near(around, place, ("person",)) if one.entity not in have]
        elif kind == "body" and not found:
            near = _persons_near(around, place, ("organisation", "outlet"))
            found += [_renamed(one, "epib") for one in near]
    if kind != "person":
        found += _behind(around, place, found)
    own["own:alone"] = float(not found)
    return [*found, Candidate(None, own)]


def _by_description(around: Surroundings, place: Place, kind: str) -> list[Candidate]:
    """Those to whom the article gives the role, or whose name holds the word, that the description turns on."""
    phrase = place.phrase
    here = around.cast.words.sentence_at(place.position)
    found: list[tuple[float, int, Candidate]] = []
    outlets = phrase.head in OUTLET_WORDS
    assert around.callings is not None
    heads = _LEADING if phrase.head in _LEADING else (phrase.head,)
    named = [entity for head in heads for entity in around.callings.by(head)]
    named += around.outlets if outlets else ()
    for entity in dict.fromkeys(named):
        match = _match(phrase, entity)
        if not match and not (outlets and entity.kind == "outlet"):
            continue
        last = max((m.sentence for m in entity.mentions if m.span.start < place.position), default=None)
        if last is None:
            last = here + 6
        far = here - last
        features = {
            f"the:{kind}": 1.0,
            f"the:{kind}:all": float(match.get("all", 0)),
            f"the:{kind}:in_name": float(match.get("in_name", 0)),
            f"the:{kind}:role": float(match.get("role", 0)),
            f"the:{kind}:exact": float(match.get("exact", 0)),
            f"the:{kind}:far": math.log1p(max(far, 0)),
            "the:later": float(far < 0),
            "the:before": float(place.before is entity),
            "the:outer": float(place.outer is entity),
            "the:often": math.log(len(entity.mentions) or 1),
            f"the:{kind}:{entity.kind}": 1.0,
            "the:spoke": float(entity in place.earlier),
            "the:clash": float(match.get("clash", 0)),
            "the:alike": float(match.get("alike", 0)),
        }
        found.append((match.get("all", 0) + match.get("exact", 0), -far, Candidate(entity, features)))
    found.sort(key=lambda one: (one[0], one[1]), reverse=True)
    chosen = [one for _, _, one in found[:_MOST]]
    for rank, one in enumerate(chosen):
        one.features["the:rivals"] = math.log(len(chosen))
        one.features["the:first"] = float(rank == 0)
    return chosen


_LEADING = ("leader", "boss", "chief", "head", "president", "chair", "chairman", "chairwoman", "director", "executive")
"""Words for those at the top, of which a headline puts one for the other."""


def _match(phrase: Phrase, entity: Entity) -> Features:
    """How a description fits somebody: by a role that the article gives, or by a word of the name."""
    best: Features = {}
    for known in entity.roles:
        words = frozenset(known.words.lower().replace("’", "'").split())
        alike = phrase.head in _LEADING and known.head in _LEADING and phrase.head != known.head
        if phrase.head == known.head or phrase.head in words or alike:
            extra = len(phrase.content - words) - alike
            fits = {"role": 1.0, "all": float(extra == 0), "exact": float(phrase.content == words), "clash": float(extra), "alike": float(alike)}
            best = max(best, fits, key=lambda one: (one.get("all", -1), one.get("exact", 0))) if best else fits
    if not best and entity.kind not in ("person", "unknown"):
        for key in entity.keys:
            if phrase.head in key or phrase.head + "s" in key:
                extra = len({word for word in phrase.content if word not in key})
                fits = {"in_name": 1.0, "all": float(extra == 0), "clash": float(extra)}
                best = max(best, fits, key=lambda one: one["all"]) if best else fits
    return best


def _behind(around: Surroundings, place: Place, found: Sequence[Candidate]) -> list[Candidate]:
    """Those whom the words hold ("Quell's office", "the letter from Quell"), and the nearest who may be behind a paper."""
    phrase = place.phrase
    taken = {one.entity for one in found}
    collective = phrase.head in COLLECTIVES
    named = [entity for entity in phrase.others if entity not in taken]
    made = _owners(around, place, taken) if phrase.head in DOCUMENTS or collective else []
    taken |= {one.entity for one in made}
    made += [
        Candidate(entity, {"behind": 1.0, f"behind:{entity.kind}": 1.0, "behind:side": float(collective), "behind:document": float(phrase.head in DOCUMENTS), "behind:by": float(_is_after_by(around, place, entity))})
        for entity in named[:2]
        if entity not in taken
    ]
    if phrase.head in DOCUMENTS and place.before is not None and place.before not in taken:
        made.append(Candidate(place.before, {"behind:paper": 1.0, f"behind:paper:{place.before.kind}": 1.0}))
    return made


def _is_after_by(around: Surroundings, place: Place, entity: Entity) -> bool:
    """Whether "by" or "from" stands before the name: whoever made the paper."""
    assert place.phrase.span is not None
    words = around.cast.words
    for at in words.within(place.phrase.span):
        if words.words[at].low in ("by", "from") and any(around.cast.at.get(after) is entity for after in (at + 1, at + 2)):
            return True
    return False


_OWNERS = {"his": "male", "her": "female", "its": "neuter", "their": "plural"}


def _owners(around: Surroundings, place: Place, taken: set[Entity | None]) -> list[Candidate]:
    """Whom "his letter" means with "his", and "the letter" without a word: those spoken of just before."""
    first = next(iter(around.cast.words.within(place.phrase.span)), 0) if place.phrase.span else 0
    low = around.cast.words.words[first].low
    shape = _OWNERS.get(low)
    if shape is not None:
        return [_renamed(one, "owner") for one in _pronoun(around, place, shape)[:4] if one.entity not in taken]
    if low not in ("the", "this", "that") or place.phrase.owned:
        return []
    return [_renamed(one, "paper") for one in _persons_near(around, place, ("person", "organisation", "outlet"))[:4] if one.entity not in taken]


def _renamed(option: Candidate, prefix: str) -> Candidate:
    """The candidate with features of another family."""
    return Candidate(option.entity, {f"{prefix}:{name.partition(':')[2] or 'any'}": value for name, value in option.features.items()})


def _persons_near(around: Surroundings, place: Place, kinds: tuple[str, ...]) -> list[Candidate]:
    """Those spoken of last, as somebody who is called by what the article has not said they are."""
    here = around.cast.words.sentence_at(place.position)
    found: list[Candidate] = []
    near = [(m, e) for m, e in _near(around, place) if e.kind in kinds][:4]
    have = {entity for _, entity in near}
    later = [(m, e) for m, e in around.cast.after(place.position, _NEXT) if e.kind in kinds and e not in have]
    later = list({e: (m, e) for m, e in reversed(later)}.values())[::-1][:2]
    heading = around.cast.words.sentences[here].role in ("heading", "standfirst")
    said = _said_sex(around, place.phrase)
    for at, (mention, entity) in enumerate([*near, *later]):
        after = at >= len(near)
        rank = at - len(near) if after else at
        far = abs(here - mention.sentence)
        new = entity.mentions[0] is mention
        features = {
            "epi": 1.0,
            f"epi:{'after' if after else 'near'}": 1.0,
            f"epi:{'after' if after else 'near'}:rank": math.log1p(rank),
            f"epi:{'after' if after else 'near'}:first": float(rank == 0),
            f"epi:{'after' if after else 'near'}:same": float(far == 0),
            f"epi:{'after' if after else 'near'}:far": math.log1p(max(far - 1, 0)),
            "epi:after:new": float(after and new),
            "epi:after:heading": float(after and heading),
            "epi:near:heading": float(not after and heading),
            "epi:clash": float(said is not None and entity.sex is not None and said != entity.sex),
            "epi:fits": float(said is not None and said == entity.sex),
            "epi:owned": float(place.phrase.owned),
            "epi:owned:after": float(place.phrase.owned and after),
            "epi:extra": float(len(place.phrase.content) > 1),
            "epi:opens": float(mention.opens),
            "epi:before": float(place.before is entity),
            "epi:outer": float(place.outer is entity),
            "epi:often": math.log(len(entity.mentions)),
            "epi:headed": float(entity.number in around.headed),
            "epi:role": float(any(known.head == place.phrase.head for known in entity.roles)),
            "epi:other": float(bool(entity.roles) and all(known.head != place.phrase.head for known in entity.roles)),
            f"epi:{entity.kind}": 1.0,
        }
        found.append(Candidate(entity, features))
    return found


def _label(around: Surroundings, place: Place) -> list[Candidate]:
    """Who goes by the initials of a label; an A of questions and answers is whoever the heading names."""
    letters = place.phrase.own.replace(".", "").casefold()
    found: list[Candidate] = []
    for entity in around.cast.entities:
        initials = {"".join(part[0] for part in key) for key in entity.keys if len(key) > 1}
        if letters in initials and len(letters) > 1:
            found.append(Candidate(entity, {"label:initials": 1.0, f"label:{entity.kind}": 1.0}))
    if letters == "a":
        for rank, entity in enumerate(around.guests):
            headed = float(entity.number in around.headed)
            features = {"label:answer": 1.0, f"label:answer:{rank}": 1.0, "label:answer:heading": headed}
            found.append(Candidate(entity, features | {"label:answer:share": len(entity.mentions) / around.most}))
    elif letters == "q" and around.author is not None:
        found.append(Candidate(around.author, {"label:question": 1.0}))
    return found[:_MOST]


def _sourceless(around: Surroundings, place: Place) -> list[Candidate]:
    """A statement without a source: whoever spoke last, or the interviewee, or whom the lines before name."""
    start = place.statement.content[0].start
    here = around.cast.words.sentence_at(start)
    sentences = around.cast.words.sentences
    block = sentences[here].block
    kinds = ("person", "unknown", "organisation", "outlet", "unnamed")
    near = [(m, e) for m, e in _near(around, place) if e.kind in kinds and e is not around.own]
    options: dict[int, tuple[Mention | None, Entity]] = {e.number: (m, e) for m, e in near[:4]}
    for one in (place.before, place.outer, *place.earlier[:2]):
        if one is not None:
            options.setdefault(one.number, (None, one))
    for entity in around.guests:
        options.setdefault(entity.number, (None, entity))
    gap = sum(1 for s in sentences[around.cast.words.sentence_at(max(place.before_end - 1, 0)) + 1 : here]) if place.before_end >= 0 else 99
    kind = place.statement.kind
    most = around.most
    interview = around.asked >= _INTERVIEW
    found = []
    for mention, entity in options.values():
        before = place.before is entity
        features = {
            "none": 1.0,
            f"none:{kind}": 1.0,
            f"none:{entity.kind}": 1.0,
            "none:before": float(before),
            f"none:before:{kind}": float(before),
            "none:before:next": float(before and gap == 0),
            "none:before:far": math.log1p(gap) if before else 0.0,
            "none:before:asked": float(before and place.asked),
            "none:asked": float(place.asked),
            "none:asked:heading": float(place.asked and entity.number in around.headed),
            "none:heading": float(entity.number in around.headed),
            "none:share": len(entity.mentions) / most,
            "none:asked:share": len(entity.mentions) / most if place.asked else 0.0,
            "none:outer": float(place.outer is entity),
            "none:spoke": float(entity in place.earlier),
            "none:cue": float(bool(place.statement.cue)),
            "none:guest": float(bool(around.guests) and around.guests[0] is entity),
            "none:interview:guest": float(interview and around.guests[:1] == (entity,)),
            "none:interview:share": len(entity.mentions) / most if interview else 0.0,
            "none:interview:heading": float(interview and entity.number in around.headed),
            "none:interview:before": float(interview and before),
            "none:interview:author": float(interview and around.author is entity),
        }
        if mention is not None:
            far = here - mention.sentence
            features["none:here"] = float(far == 0)
            features["none:last"] = float(far == 1 and sentences[mention.sentence].block == block)
            features["none:above"] = float(far == 1 and sentences[mention.sentence].block != block)
            features["none:nearest"] = float(bool(near) and near[0][1] is entity)
            features["none:opens"] = float(mention.opens and far <= 1)
        found.append(Candidate(entity, features))
    return found


def key_of(name: str) -> tuple[str, ...]:
    """A name folded, as `fold` does it."""
    return fold(name)

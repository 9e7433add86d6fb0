"""The cast of an article: everybody and everything that it names, one entity for all the names of one."""

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model import Article, Name, Span
from onrecord.resolution.speakers.entities import Entity, Key, Kind, Known, Mention, fold
from onrecord.resolution.speakers.kinds import Evidence, evidence_beside, evidence_of_words, kind_of
from onrecord.resolution.speakers.lexicon.given import given_names
from onrecord.resolution.speakers.lexicon.grammar import ARTICLES, PARTICLES
from onrecord.resolution.speakers.lexicon.organisations import HEADS, METONYMS
from onrecord.resolution.speakers.lexicon.roles import FEMALE_TITLES, MALE_TITLES
from onrecord.resolution.speakers.names import Run, lower_words, runs
from onrecord.resolution.speakers.seen import Seen
from onrecord.resolution.speakers.short_forms import Forms, explained, with_long_forms
from onrecord.resolution.speakers.titles import Title, body_head, titles_of
from onrecord.resolution.speakers.words import Words, words_of

SURE = 3.0
"""How much a title before a name counts as a sign of sex."""

_BODIES = frozenset(("organisation", "outlet"))
_SMALL = frozenset(("of", "the", "and", "for", "to", "&"))
_NO_BEGINNING = _SMALL | HEADS | PARTICLES


@dataclass(slots=True)
class Naming:
    """One place where a name stands."""

    run: Run
    key: Key
    titles: tuple[Title, ...]
    evidence: Evidence


@dataclass
class Cast:
    """The entities, and whom each naming means; mentions are in the order of the text."""

    article: Article
    words: Words
    entities: list[Entity] = field(default_factory=list)
    by_key: dict[Key, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    at: dict[int, Entity] = field(default_factory=dict)
    _order: list[tuple[int, Mention, Entity]] = field(default_factory=list)

    def new(self, kind: Kind) -> Entity:
        """One more entity."""
        made = Entity(number=len(self.entities), kind=kind)
        self.entities.append(made)
        return made

    def mention(self, entity: Entity, mention: Mention) -> None:
        """Note a mention, later than those noted before."""
        entity.mentions.append(mention)
        self._order.append((mention.span.start, mention, entity))

    def settle(self) -> None:
        """Put the mentions in the order of the text."""
        self._order.sort(key=lambda one: one[0])
        for entity in self.entities:
            entity.mentions.sort(key=lambda one: one.span.start)

    def insert(self, entity: Entity, mention: Mention) -> None:
        """Note one more mention when the others are settled."""
        insort(self._order, (mention.span.start, mention, entity), key=lambda one: one[0])

    def before(self, position: int, most: int) -> list[tuple[Mention, Entity]]:
        """The mentions that begin before a code point, the nearest first."""
        stop = bisect_right(self._order, position - 1, key=lambda one: one[0])
        return [(mention, entity) for _, mention, entity in reversed(self._order[max(stop - most, 0) : stop])]

    def after(self, position: int, most: int) -> list[tuple[Mention, Entity]]:
        """The mentions that begin after a code point, the nearest first."""
        begin = bisect_right(self._order, position, key=lambda one: one[0])
        return [(mention, entity) for _, mention, entity in self._order[begin : begin + most]]

    def between(self, begin: int, end: int) -> list[tuple[Mention, Entity]]:
        """The mentions that begin between two code points, in order."""
        low = bisect_right(self._order, begin - 1, key=lambda one: one[0])
        stop = bisect_right(self._order, end - 1, key=lambda one: one[0])
        return [(mention, entity) for _, mention, entity in self._order[low:stop]]


def cast_of(article: Article, names: Sequence[Name] = ()) -> Cast:
    """The cast of an article; `names` are those that the network saw in it, where it ran."""
    words = words_of(article)
    cast = Cast(article, words)
    network = Seen(words, names)
    found = _with_names_after(words, list(runs(words, lower_words(words))))
    found = [Run(run.begin, network.begin_of_person(run), run.end) if run.named else run for run in found]
    short = list(explained(words))
    found = with_long_forms(found, short)
    namings = [_naming(words, run) for run in found if run.named]
    namings += _in_headings(words, namings, network)
    namings.sort(key=lambda one: one.run.begin)
    gathered: dict[Key, Evidence] = {}
    for naming in namings:
        if naming.key not in gathered:
            gathered[naming.key] = evidence_of_words(words.words[naming.run.name : naming.run.end])
        for kind, much in naming.evidence.items():
            gathered[naming.key][kind] += much
    _ask(network, gathered, namings)
    _join(cast, gathered, namings, Forms(words, namings, short))
    cast.settle()
    return cast


def _ask(network: Seen, gathered: dict[Key, Evidence], namings: list[Naming]) -> None:
    """The network's say in what a name is the name of, where words and titles say something too.

    Where they say nothing a name may be anybody's, which costs less than a wrong kind.
    """
    said = {key for key, evidence in gathered.items() if kind_of(evidence) != "unknown"}
    for naming in namings:
        if naming.key in said:
            for kind, much in network.evidence(naming.run).items():
                gathered[naming.key][kind] += much


def _with_names_after(words: Words, found: list[Run]) -> list[Run]:
    """The runs, those that are a title with "of" with the name after it apart ("Minister of Tourism Mara Quell")."""
    times = Counter(_key(words, run.name, run.end) for run in found if run.named)
    lasts = {key[-1] for key in times}
    made = []
    for run in found:
        tail = 0
        if not run.named and run.end - run.begin > 3:
            shown = words.words[run.begin : run.end]
            of = max((at for at, word in enumerate(shown) if word.low in _SMALL), default=len(shown))
            for length in (3, 2, 1):
                key = _key(words, run.end - length, run.end)
                if (
                    run.end - length > run.begin + of + 1
                    and key
                    and not (length == 1 and key[0] in HEADS)
                    and (key in times or key[0] in given_names() or (length == 2 and key[-1] in lasts))
                ):
                    tail = length
                    break
            else:
                tail = 2 if run.end - 2 > run.begin + of + 1 else 0
        made.append(Run(run.begin, run.end - tail, run.end) if tail else _without_opening(words, run, times))
    return made


def _without_opening(words: Words, run: Run, times: Counter[Key]) -> Run:
    """A run without its first word, where the rest is as often a name: "Hold Mara Quell", "Crooked Mara Quell"."""
    rest = _key(words, run.name + 1, run.end)
    if len(rest) < 2 or times[rest] < times[_key(words, run.name, run.end)] or rest[0] in _NO_BEGINNING:
        return run
    if rest[-1] in HEADS and not words.words[run.name].first:
        return run
    return Run(run.begin + 1 if run.begin == run.name else run.begin, run.name + 1, run.end)


def _key(words: Words, begin: int, end: int) -> Key:
    return fold(" ".join(word.text for word in words.words[begin:end]))


def _naming(words: Words, run: Run) -> Naming:
    titles = tuple(titles_of(words, run))
    shown = " ".join(word.text for word in words.words[run.name : run.end])
    return Naming(run, fold(shown), titles, evidence_beside(words, run, titles))


def _in_headings(words: Words, known: list[Naming], network: Seen) -> list[Naming]:
    """In headings whose words all have capitals: the names that the text below has too, and those that the network is
    sure of.
    """
    firsts: dict[str, set[Key]] = defaultdict(set)
    for naming in known:
        for at in range(len(naming.key)):
            firsts[naming.key[at]].add(naming.key[at:])
    found: list[Naming] = []
    for sentence in words.sentences:
        if sentence.titled:
            at = sentence.begin
            seen = {run.begin: run.end - run.begin for run in network.in_line(sentence.begin, sentence.end)}
            while at < sentence.end:
                length = max(_longest(words, at, sentence.end, firsts), seen.get(at, 0))
                if length:
                    found.append(_naming(words, Run(at, at, at + length)))
                at += length or 1
    return found


def _longest(words: Words, at: int, end: int, firsts: dict[str, set[Key]]) -> int:
    """How many words of a known name stand there."""
    first = fold(words.words[at].text)
    if not first or not words.words[at].capital or first[0] not in firsts:
        return 0
    fitting = 0
    for length in range(1, min(8, end - at) + 1):
        key = fold(" ".join(word.text for word in words.words[at : at + length]))
        if key in firsts[first[0]]:
            fitting = length
    return fitting


def _join(cast: Cast, gathered: dict[Key, Evidence], namings: list[Naming], forms: Forms) -> None:
    """One entity for the longest names, and for the shorter ones that none of them explains."""
    counts = Counter(naming.key for naming in namings)
    for key in sorted(gathered, key=lambda key: (-len(key), -sum(map(len, key)), -counts[key], key)):
        longer = _longer(cast, key, gathered[key], forms)
        if longer:
            cast.by_key[key].extend(longer)
            if len(longer) == 1:
                longer[0].keys.add(key)
            continue
        kind = kind_of(gathered[key])
        entity = cast.new(kind)
        entity.metonym = kind == "place" and " ".join(key) in METONYMS
        entity.keys.add(key)
        cast.by_key[key].append(entity)
        _index(cast, entity, key)
        if kind == "person":
            forms.spelt(entity, key)
    asides = _asides(namings)
    last: dict[Entity, int] = {}
    for naming in namings:
        entity = _meant(cast, naming, last)
        _note(cast, naming, entity)
        if naming.run.begin not in asides:
            last[entity] = naming.run.begin


def _asides(namings: list[Naming]) -> set[int]:
    """Where names stand within what says who somebody else is: "Mara Quell, the sister of Bram Quell"."""
    begins = [naming.run.begin for naming in namings]
    found: set[int] = set()
    for naming in namings:
        for title in naming.titles:
            if title.after:
                low = bisect_right(begins, title.words[0] - 1)
                found.update(begins[low : bisect_right(begins, title.words[1] - 1)])
    return found


_TAILS = "tails"


def _index(cast: Cast, entity: Entity, key: Key) -> None:
    """Under which shorter names an entity may go: a person under each part, others under each run of their words."""
    parts: set[Key] = set()
    if entity.kind in ("person", "unknown"):
        for at in range(1, len(key)):
            parts.add(key[at:])
            if at + 1 < len(key):
                parts.add((key[0], *key[at + 1 :]))
        parts.add(key[:1])
        for part in key[1:]:
            parts.update((half,) for half in part.split("-") if "-" in part and len(half) > 2)
            parts.add((part,))
        if len(key) > 1:
            parts.add((key[0][:1], *key[1:]))
            parts.add((key[0][:1], key[-1]))
    elif entity.kind in ("organisation", "outlet"):
        content = [part for part in key if part not in _SMALL]
        for some, fewest in ((content, 2), (list(key), 3)):
            if len(some) >= fewest:
                parts.add(("".join(word[0] for word in some),))
        parts.update((word,) for word in content)
        parts.update(tuple(content[at:]) for at in range(1, len(content)))
        parts.update(key[at:] for at in range(1, len(key)))
        parts.update(
            key[:end]
            for end in range(2, len(key))
            if key[end - 1] not in HEADS and key[end - 1] not in _SMALL
        )
    for short in parts - {key}:
        if short and short[0] not in _SMALL:
            cast.by_key.setdefault((_TAILS, *short), []).append(entity)


def _longer(cast: Cast, key: Key, evidence: Evidence, forms: Forms) -> list[Entity]:
    """The entities with a longer name of which this one may be a part, an abbreviation or another spelling."""
    if key in forms.long:
        return cast.by_key.get(forms.long[key], [])
    found = [one for one in cast.by_key.get((_TAILS, *key), []) if not forms.are_apart(key, one)]
    kind = kind_of(evidence)
    if not found and kind == "person":
        return forms.misspelt(key)
    if kind == "person":
        found = [one for one in found if one.kind in ("person", "unknown")]
    elif kind == "group" or evidence["place"] >= 4:
        return []
    return list(dict.fromkeys(found))


def _meant(cast: Cast, naming: Naming, last: dict[Entity, int]) -> Entity:
    """Of those that a name may mean, the one of whom this name, or a name of hers, was used last."""
    fitting = cast.by_key[naming.key]
    if len(fitting) == 1:
        return fitting[0]
    sex = _said_sex(cast.words, naming.run)
    fitting = [
        one
        for one in fitting
        if not sex or not (one.male or one.female) or (one.male > one.female) == (sex > 0)
    ] or fitting
    heads = {title.head for title in naming.titles}
    if heads:
        fitting = [one for one in fitting if any(known.head in heads for known in one.roles)] or fitting
    recent = max(fitting, key=lambda one: (last.get(one, -1), -one.number))
    return recent if recent.mentions else fitting[0]


def _said_sex(words: Words, run: Run) -> int:
    """1 after Mr and the like, -1 after Ms, 0 without a title that tells."""
    titles = {word.low.rstrip(".") for word in words.words[run.begin : run.name]}
    return bool(titles & MALE_TITLES) - bool(titles & FEMALE_TITLES)


def _note(cast: Cast, naming: Naming, entity: Entity) -> None:
    words, run = cast.words, naming.run
    span = Span(words.words[run.begin].start, words.words[run.end - 1].end)
    form = cast.article.text[words.words[run.name].start : words.words[run.end - 1].end]
    entity.forms[" ".join(form.split())] += 1
    sex = _said_sex(words, run)
    entity.male += SURE * (sex > 0)
    entity.female += SURE * (sex < 0)
    sentence = words.words[run.begin].sentence
    opens = _opens(words, run.begin)
    cast.mention(entity, Mention(span, sentence, opens))
    for title in naming.titles:
        if entity.kind in _BODIES and body_head(title.head) is None:
            continue
        shown = " ".join(title.span.of(cast.article.text).split())
        entity.roles.append(Known(shown, title.head, title.span.start))
    for at in range(run.begin, run.end):
        cast.at[at] = entity


def _opens(words: Words, at: int) -> bool:
    """Whether a name begins its sentence, or its part of it, but for an article and titles."""
    begin = words.sentences[words.words[at].sentence].begin
    return all(
        word.low in ARTICLES or not word.letters or word.first
        for word in words.words[max(begin, at - 2) : at]
    )

"""Makes the cast of an article: which names are one, and whom each place means."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from onrecord.model import Article, Name, Span
from onrecord.resolution.speakers.cast import SURE, Cast
from onrecord.resolution.speakers.entities import Entity, Key, Known, Mention
from onrecord.resolution.speakers.kinds import Evidence, evidence_of_words, kind_of
from onrecord.resolution.speakers.lexicon.grammar import ARTICLES
from onrecord.resolution.speakers.lexicon.organisations import HEADS
from onrecord.resolution.speakers.lexicon.roles import FEMALE_TITLES, MALE_TITLES
from onrecord.resolution.speakers.names import Run, lower_words, runs
from onrecord.resolution.speakers.namesakes import Namesakes, by_title, namesakes_in
from onrecord.resolution.speakers.namings import SMALL, Naming, in_headings, naming_at, with_names_after
from onrecord.resolution.speakers.offices import body_head, role_head
from onrecord.resolution.speakers.seen import WEIGHT, Seen
from onrecord.resolution.speakers.sexes import leaning
from onrecord.resolution.speakers.short_forms import Forms, explained, with_long_forms
from onrecord.resolution.speakers.words import Words, words_of

_OF_ONE_MIND = 0.9
"""The share of what the network says of a name that has to be for one kind."""
_SEEN_SURELY = 0.8
"""How sure of it the network has to be on the mean, 0 to 1."""

_BODIES = frozenset(("organisation", "outlet"))


def cast_of(article: Article, names: Sequence[Name] = ()) -> Cast:
    """The cast of an article; `names` are those that the network saw in it, where it ran."""
    words = words_of(article)
    cast = Cast(article, words)
    network = Seen(words, names)
    found = with_names_after(words, list(runs(words, lower_words(words))))
    found = [Run(run.begin, network.begin_of_person(run), run.end) if run.named else run for run in found]
    short = list(explained(words))
    found = with_long_forms(found, short)
    namings = [naming_at(words, run) for run in found if run.named]
    namings += in_headings(words, namings, network)
    namings.sort(key=lambda one: one.run.begin)
    gathered: dict[Key, Evidence] = {}
    for naming in namings:
        if naming.key not in gathered:
            gathered[naming.key] = evidence_of_words(words.words[naming.run.name : naming.run.end])
        for kind, much in naming.evidence.items():
            gathered[naming.key][kind] += much
    _ask(network, gathered, namings)
    _join(cast, gathered, namings, Forms(words, namings, short), namesakes_in(words, namings))
    cast.settle()
    return cast


def _ask(network: Seen, gathered: dict[Key, Evidence], namings: list[Naming]) -> None:
    """The network's say in what a name is the name of.

    Where words and titles say something too it counts beside them.  Where they say nothing a name may be anybody's,
    which costs less than a wrong kind: there the network has to be sure, and of one mind at all of the name's places.
    """
    alone: dict[Key, Evidence] = {
        key: defaultdict(float) for key, evidence in gathered.items() if kind_of(evidence) == "unknown"
    }
    places = Counter(naming.key for naming in namings)
    for naming in namings:
        into = alone.get(naming.key, gathered[naming.key])
        for kind, much in network.evidence(naming.run).items():
            into[kind] += much
    for key, evidence in alone.items():
        for kind, much in evidence.items():
            if much >= max(_OF_ONE_MIND * sum(evidence.values()), _SEEN_SURELY * WEIGHT * places[key]):
                gathered[key][kind] += much


def _join(
    cast: Cast,
    gathered: dict[Key, Evidence],
    namings: list[Naming],
    forms: Forms,
    namesakes: Mapping[Key, Namesakes],
) -> None:
    """One entity for the longest names, and for the shorter ones that none of them explains; two for a name that two
    bear.
    """
    counts = Counter(naming.key for naming in namings)
    for key in sorted(gathered, key=lambda key: (-len(key), -sum(map(len, key)), -counts[key], key)):
        longer = _longer(cast, key, gathered[key], forms)
        if longer:
            cast.by_key[key].extend(longer)
            if len(longer) == 1:
                longer[0].keys.add(key)
            continue
        kind = kind_of(gathered[key])
        for mark in namesakes[key].marks if kind == "person" and key in namesakes else ("",):
            entity = cast.new(kind)
            entity.mark = mark
            entity.keys.add(key)
            cast.by_key[key].append(entity)
            _index(cast, entity, key)
            if kind == "person":
                forms.spelt(entity, key)
    asides = _asides(namings)
    last: dict[Entity, int] = {}
    for naming in namings:
        whose = namesakes[naming.key].whose.get(naming.run.begin) if naming.key in namesakes else None
        bearers = cast.by_key[naming.key]
        entity = _meant(cast, naming, last) if whose is None or len(bearers) < 2 else bearers[whose]
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
        content = [part for part in key if part not in SMALL]
        for some, fewest in ((content, 2), (list(key), 3)):
            if len(some) >= fewest:
                parts.add(("".join(word[0] for word in some),))
        parts.update((word,) for word in content)
        parts.update(tuple(content[at:]) for at in range(1, len(content)))
        parts.update(key[at:] for at in range(1, len(key)))
        parts.update(
            key[:end] for end in range(2, len(key)) if key[end - 1] not in HEADS and key[end - 1] not in SMALL
        )
    for short in parts - {key}:
        if short and short[0] not in SMALL:
            cast.by_key.setdefault((_TAILS, *short), []).append(entity)


def _longer(cast: Cast, key: Key, evidence: Evidence, forms: Forms) -> list[Entity]:
    """The entities with a longer name of which this one may be a part, an abbreviation or another spelling."""
    if key in forms.long:
        return cast.by_key.get(forms.long[key], [])
    found = [one for one in cast.by_key.get((_TAILS, *key), []) if not forms.are_apart(key, one)]
    found = [one for one in found if not _is_half(key, one)] or found
    kind = kind_of(evidence)
    if not found and kind == "person":
        return forms.misspelt(key)
    if kind == "person":
        found = [one for one in found if one.kind in ("person", "unknown")]
    elif kind == "group" or evidence["place"] >= 4:
        return []
    return list(dict.fromkeys(found))


def _is_half(key: Key, entity: Entity) -> bool:
    """Whether a name is but half of a double one: it is short for that only where nobody has it whole (Orle is no
    Pradel-Orle beside an Ida Orle).
    """
    words = {word for longer in entity.keys for word in longer}
    return len(key) == 1 and key[0] not in words and any(key[0] in word.split("-") for word in words)


def _meant(cast: Cast, naming: Naming, last: dict[Entity, int]) -> Entity:
    """Of those that a name may mean, the one of whom this name, or a name of hers, was used last."""
    fitting = cast.by_key[naming.key]
    if len(fitting) == 1:
        return fitting[0]
    fitting = by_title(cast.words, naming.run, fitting)
    sex = _said_sex(cast.words, naming.run)
    fitting = [one for one in fitting if leaning(one) * sex >= 0] or fitting
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
        if entity.kind == "person" and role_head(title.head) is None:
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

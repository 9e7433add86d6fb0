"""Where names stand in an article, each with the titles and the signs of its kind beside it."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from onrecord.resolution.speakers.entities import Key, fold
from onrecord.resolution.speakers.kinds import Evidence, evidence_beside
from onrecord.resolution.speakers.lexicon.given import given_names
from onrecord.resolution.speakers.lexicon.grammar import PARTICLES
from onrecord.resolution.speakers.lexicon.organisations import HEADS
from onrecord.resolution.speakers.names import Run
from onrecord.resolution.speakers.offices import Title
from onrecord.resolution.speakers.seen import Seen
from onrecord.resolution.speakers.titles import titles_of
from onrecord.resolution.speakers.words import Words

SMALL = frozenset(("of", "the", "and", "for", "to", "&"))


_NO_BEGINNING = SMALL | HEADS | PARTICLES


@dataclass(slots=True)
class Naming:
    """One place where a name stands."""

    run: Run
    key: Key
    titles: tuple[Title, ...]
    evidence: Evidence


def with_names_after(words: Words, found: list[Run]) -> list[Run]:
    """The runs, those that are a title with "of" with the name after it apart ("Minister of Tourism Mara Quell")."""
    times = Counter(_key(words, run.name, run.end) for run in found if run.named)
    lasts = {key[-1] for key in times}
    made = []
    for run in found:
        tail = 0
        if not run.named and run.end - run.begin > 3:
            shown = words.words[run.begin : run.end]
            of = max((at for at, word in enumerate(shown) if word.low in SMALL), default=len(shown))
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


def naming_at(words: Words, run: Run) -> Naming:
    """A run as a place where a name stands."""
    titles = tuple(titles_of(words, run))
    shown = " ".join(word.text for word in words.words[run.name : run.end])
    return Naming(run, fold(shown), titles, evidence_beside(words, run, titles))


def in_headings(words: Words, known: list[Naming], network: Seen) -> list[Naming]:
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
                    found.append(naming_at(words, Run(at, at, at + length)))
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

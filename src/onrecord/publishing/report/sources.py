"""The index by source: who speaks, by name where that is known, else in the articles' words, and how often."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import KINDS, Kind
from onrecord.publishing.harmless import label
from onrecord.publishing.report.entries import Entry, Item

_ARTICLE = re.compile(r"(?:the|an?) (?=\S)")
_OUTER = " .,;:–—-"
_PRONOUNS = frozenset(
    "i me my we us our you your he him his she her hers it its they them their theirs one someone somebody some"
    " many others who whom whose which that this these those both all everyone everybody few most several".split()
)
_NAME_WIDTH = 120
_WORDS_WIDTH = 180

PRONOUNS = "Pronouns (he, she, they …)"
NOBODY = "No source in the sentence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A statement under its source: its words, cut short, and the article they stand in."""

    entry: Entry
    item: Item
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Statements whose source is written alike; `key` is the same for every such spelling.

    `named` is False for the two groups that stand last: pronouns, and statements without a source.
    """

    key: str
    name: str
    named: bool
    lines: tuple[Line, ...]
    kinds: dict[Kind, int]
    outlets: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many statements."""
        return len(self.lines)


def index(items: Iterable[Item]) -> list[Source]:
    """The sources, those with the most statements first, then by name; pronouns and statements without one last.

    An actor of the ledger is one source under all names; a source that is none is what is spelt alike.
    """
    groups: dict[str, list[tuple[Entry, Item]]] = {}
    for item in items:
        for entry in item.entries:
            speaker = entry.statement.speaker
            actor = speaker.actor if speaker else None
            groups.setdefault(actor or source_key(entry.who), []).append((entry, item))
    found = [_source(key, pairs) for key, pairs in groups.items()]
    return sorted(found, key=lambda source: (_rank(source), -source.count, source.key))


def source_key(words: str) -> str:
    """What two spellings of a source share: case, outer punctuation and a leading article do not count."""
    key = label(words).casefold().strip(_OUTER)
    key = _ARTICLE.sub("", key, count=1) if _ARTICLE.match(key) else key
    return PRONOUNS if key in _PRONOUNS else key


def _rank(source: Source) -> int:
    return 0 if source.named else 1 if source.key == PRONOUNS else 2


def _source(key: str, pairs: Sequence[tuple[Entry, Item]]) -> Source:
    kinds = Counter(entry.statement.kind for entry, _ in pairs)
    outlets = Counter(item.outlet for _, item in pairs)
    return Source(
        key=key,
        name=_name(key, [entry.who for entry, _ in pairs]),
        named=key not in ("", PRONOUNS),
        lines=tuple(Line(entry=entry, item=item, words=entry.words(_WORDS_WIDTH)) for entry, item in pairs),
        kinds={kind: kinds[kind] for kind in KINDS},
        outlets=tuple(sorted(outlets, key=lambda outlet: (-outlets[outlet], outlet))),
    )


def _name(key: str, spellings: Sequence[str]) -> str:
    """The commonest spelling (the first of those as common), without outer commas."""
    if key in ("", PRONOUNS):
        return key or NOBODY
    # An actor's fullest name before the commonest spelling, and its others behind it.
    found = Counter(spelling.strip(_OUTER) for spelling in spellings)
    alike = {source_key(spelling) for spelling in found}
    if len(alike) == 1:
        return label(found.most_common(1)[0][0], width=_NAME_WIDTH)
    first, *others = sorted(found, key=lambda one: (-len(one.split()), -found[one], one))
    return label(f"{first} (also {', '.join(others)})", width=_NAME_WIDTH)

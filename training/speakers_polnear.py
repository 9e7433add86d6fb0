"""Half of PolNeAR's dev part whose speakers are labelled beside our corpus, as the software reads it.

Which half is decided by the SHA-256 of the file's name: the other half measures, and nothing is learned from it.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.parts import one_in
from corpus.texts import article_of
from onrecord.model import Article, Statement, identify
from training import polnear
from training.speakers_gold import Gold, plain

LABELS = Path(__file__).parents[1] / "corpus" / "polnear-dev-speakers.jsonl"
_NAMED = frozenset(("person", "organisation", "outlet"))
_OPENING, _MARKS = "\"“'‘", '"“'


def is_learned_from(doc: str) -> bool:
    """Whether the labels of a file are learned from; the others measure."""
    return one_in(2, doc)


def labelled(split: Path, *, learned: bool) -> Iterator[tuple[Article, list[Statement], list[Gold | None]]]:
    """The articles of one half with the marked places of their statements, and the labels that some of those have."""
    labels: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if is_learned_from(label["doc"]) == learned:
            labels[label["doc"]].append(label)
    for annotated in polnear.load(split, every_annotator=False):
        if annotated.name in labels:
            article = article_of(annotated.name, annotated.text)
            statements = _statements(article, annotated)
            by_content = {json.dumps(label["content"]): label for label in labels[annotated.name]}
            places = [json.dumps([span.pair() for span in one.content]) for one in statements]
            yield article, statements, [_gold(by_content.get(place)) for place in places]


def _statements(article: Article, annotated: polnear.Annotated) -> list[Statement]:
    found: dict[str, Statement] = {}
    for one in annotated.attributions:
        if one.content:
            made = Statement(
                id=identify(article.id, one.content),
                kind=kind_of_words("".join(span.of(article.text) for span in one.content)),
                content=one.content,
                cue=one.cue,
                source=one.source,
                confidence=1.0,
            )
            found.setdefault(made.id, made)
    return list(found.values())


def kind_of_words(words: str) -> Any:
    """The kind that the marks in some words say."""
    if words[0] in _OPENING and words.rstrip(" ,.")[-1:] in "\"”'’":
        return "direct"
    return "mixed" if any(mark in words for mark in _MARKS) else "indirect"


def _gold(label: dict[str, Any] | None) -> Gold | None:
    if label is None:
        return None
    name = label["speaker"]
    if name is None:
        return Gold(frozenset(), None)
    return Gold(frozenset([plain(name)]), None) if label["type"] in _NAMED else Gold(frozenset(), plain(name))

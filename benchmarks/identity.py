"""Scores who is who across articles: `python -m benchmarks.identity --shared ../shared`.

B-cubed (Bagga and Baldwin 1998, "Algorithms for scoring coreference chains") over mentions of persons, with precision,
recall and F1: every mention of a file is compared with every other one, in its article and beyond.

- `aida`: the dev part of AIDA-CoNLL (Hoffart and others 2011), `newsfair`: the dev part of News-Fair v2; both by their
  ids, at the places that they mark as persons' names;
- `corpus_dev`, `corpus_test`: our own debates, all in one registry: the speakers that resolution answers with for the
  marked statements, whom the annotators name.  The test part is scored and never looked at.

Figures are held against benchmarks/floors.toml.  `--cost` measures instead how long one article takes to link.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality import held
from corpus.debate import PartOfCorpus, load_corpus
from onrecord.model import Article, ArticleId
from onrecord.reading import Hints, read_bytes
from onrecord.resolution.actors.figures import Figure, figures_of
from onrecord.resolution.actors.linking import link
from onrecord.resolution.actors.spelling import folded
from onrecord.resolution.speakers import resolve
from onrecord.resolution.speakers.cast import Cast, cast_of
from onrecord.resolution.speakers.entities import Entity
from training.speakers_gold import golds_of

HERE = Path(__file__).parent
_PERSON = "Q215627"
_FILES = {"aida": "aida-conll-dev.benchmark.jsonl", "newsfair": "news-fair-v2-dev.benchmark.jsonl"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention: the figure that it is of, whom it means by the annotators, and its words."""

    figure: Figure
    meant: Hashable
    words: str


def b_cubed(mentions: Sequence[tuple[Hashable, Hashable]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of mentions, each given as who it was taken for and whom it means."""
    both, ours, theirs = Counter(mentions), Counter(a for a, _ in mentions), Counter(b for _, b in mentions)
    precision = sum(count * count / ours[a] for (a, _), count in both.items()) / len(mentions)
    recall = sum(count * count / theirs[b] for (_, b), count in both.items()) / len(mentions)
    return precision, recall, 2 * precision * recall / (precision + recall)


def marked_of(path: Path) -> Iterator[Marked]:
    """The persons' names marked in a file of ELEVANT's form; those whom no id is known for are left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels = [one for one in row["labels"] if one["type"] == _PERSON and not one.get("coref")]
        places = [(one["span"][0], one["span"][1], one["entity_id"]) for one in labels]
        yield from _of_article(ArticleId(f"a-{path.stem}-{row['id']}"), row["text"], places)


def _of_article(number: ArticleId, text: str, places: list[tuple[int, int, str]]) -> Iterator[Marked]:
    (article,) = (one for one in read_bytes(number, text.encode(), hints=Hints(force=True), form="text") if isinstance(one, Article))
    cast = cast_of(article)
    groups: dict[object, list[tuple[str, str]]] = defaultdict(list)
    for start, end, meant in places:
        entity = _entity(cast, start, end)
        words = " ".join(text[start:end].split())
        groups[entity.number if entity else folded(words)].append((words, meant))
    fullest = {key: max(group, key=lambda one: (len(folded(one[0])), not one[0].isupper()))[0] for key, group in groups.items()}
    for key, group in groups.items():
        others = frozenset(" ".join(folded(name)) for other, name in fullest.items() if other != key and " " in name)
        roles = tuple(known.words for known in cast.entities[key].roles) if isinstance(key, int) else ()
        figure = Figure(article=number, name=fullest[key], type="person", roles=roles, companions=others)
        yield from (Marked(figure, meant, words) for words, meant in group)


def _entity(cast: Cast, start: int, end: int) -> Entity | None:
    """Whom our own cast sees named there, if it is a person."""
    for _, entity in cast.between(max(start - 40, 0), end):
        if entity.kind in ("person", "unknown"):
            for mention in entity.mentions:
                if mention.span.start < end and start < mention.span.end:
                    return entity
    return None


def corpus(part: PartOfCorpus) -> Iterator[Marked]:
    """The statements of our debates that a person made and resolution answers for."""
    for debate in load_corpus(part=part):
        for report in debate.reports:
            article, statements, _ = golds_of(debate, report)
            answered = {one.id: one.speaker for one in resolve(article, statements) if one.speaker}
            made = figures_of(article.id, answered.values(), day=report.published, outlet=report.outlet)
            figures = {(one.name, one.type): one for one in made}
            for statement, marked in zip(statements, report.statements, strict=True):
                speaker, meant = answered.get(statement.id), debate.actors.get(marked.speaker or "")
                if speaker is not None and meant is not None and meant.type == "person":
                    yield Marked(figures[speaker.name, speaker.type], (debate.id, meant.name), speaker.name)


def score(mentions: Sequence[Marked], *, show: bool = False) -> dict[str, float]:
    """B-cubed of mentions after linking their figures in one registry."""
    registry = link({one.figure for one in mentions})
    taken = [(registry.actors.get(one.figure, one.figure), one.meant) for one in mentions]
    precision, recall, f1 = b_cubed(taken)
    if show:
        _show(mentions, [a for a, _ in taken])
    return {"precision": precision, "recall": recall, "F1": f1, "mentions": len(mentions), "suggestions": len(registry.suggestions)}


def _show(mentions: Sequence[Marked], taken: Sequence[Hashable]) -> None:
    """The actors that are several people, and the people that are several actors."""
    meant: dict[Hashable, Counter[tuple[Hashable, str]]] = defaultdict(Counter)
    given: dict[Hashable, Counter[tuple[Hashable, str]]] = defaultdict(Counter)
    for one, actor in zip(mentions, taken, strict=True):
        meant[actor][one.meant, one.words] += 1
        given[one.meant][actor, one.words] += 1
    for word, groups in (("joined", meant), ("parted", given)):
        for key, group in groups.items():
            if len({other for other, _ in group}) > 1:
                print(f"  {word} {key}: {dict(group)}")


def main() -> None:
    """Print the figures of each part."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.identity", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--part", action="append")
    parser.add_argument("--show", action="store_true", help="print what is joined and parted wrongly")
    options = parser.parse_args()
    folder = options.shared / "data/entities/linking"
    for part in options.part or ["aida", "newsfair", "corpus_dev"]:
        m = list(marked_of(folder / _FILES[part])) if part in _FILES else list(corpus(part.removeprefix("corpus_")))
        print(part, score(m, show=options.show))


if __name__ == "__main__":
    main()

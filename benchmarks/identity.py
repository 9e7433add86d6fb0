"""Scores who is who across articles: `python -m benchmarks.identity --shared ../shared`.

B-cubed (Bagga and Baldwin 1998, "Algorithms for scoring coreference chains") over mentions of persons, with precision,
recall and F1: every mention of a file is compared with every other one, in its article and beyond.

- `aida`: the dev part of AIDA-CoNLL (Hoffart and others 2011), `newsfair`: the dev part of News-Fair v2; both by their
  ids, at the places that they mark as persons' names;
- `corpus_dev`, `corpus_test`: our own debates, all in one registry: the speakers that resolution is sure of (from 0.9
  on) for the marked statements, whom the annotators name; `likely_` with every speaker that it gives out.  The test
  part is scored and never looked at.

Figures are held against benchmarks/floors.toml.  `--cost` measures instead how long one article takes to link.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.quality import held
from corpus.debate import PartOfCorpus, load_corpus
from corpus.texts import article_of
from onrecord.ledger import Ledger, RunId
from onrecord.model import Article, ArticleId, Block, Entry, Reading, Span, Speaker, Statement, content_hash
from onrecord.model import identify as identify_statement
from onrecord.resolution.actors.figures import Figure, Home, figures_of
from onrecord.resolution.actors.identifying import identify
from onrecord.resolution.actors.linking import blocks_of, link
from onrecord.resolution.actors.spelling import folded
from onrecord.resolution.resolving import resolve
from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.casting import cast_of
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.lexicon.given import given_names
from training.seen import names_in
from training.speakers_gold import golds_of

HERE = Path(__file__).parent
_PERSON = "Q215627"
PARTS = ("aida", "newsfair", "corpus_dev", "corpus_test")
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
    article = article_of(number, text)
    cast = cast_of(article, names_in(article))
    groups: dict[object, list[tuple[str, str]]] = defaultdict(list)
    for start, end, meant in places:
        entity = _entity(cast, start, end)
        words = " ".join(text[start:end].split())
        groups[entity.number if entity else folded(words)].append((words, meant))
    fullest = {
        key: max(group, key=lambda one: (len(folded(one[0])), not one[0].isupper()))[0]
        for key, group in groups.items()
    }
    for key, group in groups.items():
        others = frozenset(
            " ".join(folded(name)) for other, name in fullest.items() if other != key and " " in name
        )
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


def corpus(part: PartOfCorpus) -> Iterator[tuple[Marked, bool]]:
    """The statements of our debates that a person made and resolution answers for; whether it is sure."""
    for debate in load_corpus(part=part):
        for report in debate.reports:
            article, statements, _ = golds_of(debate, report)
            answered = {
                one.id: one.speaker for one in resolve(article, statements, names_in(article)) if one.speaker
            }
            made = figures_of(article.id, answered.values(), day=report.published, outlet=report.outlet)
            figures = {(one.name, one.type): one for one in made}
            for statement, marked in zip(statements, report.statements, strict=True):
                speaker, meant = answered.get(statement.id), debate.actors.get(marked.speaker or "")
                if speaker is not None and meant is not None and meant.type == "person":
                    figure = figures[speaker.name, speaker.type]
                    yield Marked(figure, (debate.id, meant.name), speaker.name), not speaker.doubtful


def score(mentions: Sequence[Marked], *, show: bool = False) -> dict[str, float]:
    """B-cubed of mentions after linking their figures in one registry."""
    registry = link({one.figure for one in mentions})
    taken = [(registry.actors.get(one.figure, one.figure), one.meant) for one in mentions]
    precision, recall, f1 = b_cubed(taken)
    if show:
        _show(mentions, [actor for actor, _ in taken])
    return {
        "mentions": len(mentions),
        "waiting": len(registry.suggestions),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "F1": round(f1, 4),
    }


def identified(mentions: Sequence[Marked], path: Path) -> dict[str, float]:
    """How many actors get an id of a reference made of the file's own ids and titles, and how many of these are right.

    An actor is right where most of its mentions mean that id.
    """
    entries = [
        Entry(id=one["entity_id"], name=one["name"])
        for line in path.read_text(encoding="utf-8").splitlines()
        for one in json.loads(line)["labels"]
        if one["type"] == _PERSON
    ]
    registry = link({one.figure for one in mentions})
    meant: dict[Home, Counter[Hashable]] = defaultdict(Counter)
    figures: dict[Home, set[Figure]] = defaultdict(set)
    for one in mentions:
        meant[registry.actors[one.figure]][one.meant] += 1
        figures[registry.actors[one.figure]].add(one.figure)
    known = list({one.id: one for one in entries}.values())
    found = [
        (actor, given[0])
        for actor, some in figures.items()
        if (given := identify(sorted(some, key=str), [each for each in known if _share(some, each)]))
    ]
    right = sum(meant[actor].most_common(1)[0][0] == entry.id for actor, entry in found)
    return {
        "ids_precision": round(right / max(len(found), 1), 4),
        "ids_recall": round(right / max(len(figures), 1), 4),
    }


def _share(figures: Iterable[Figure], entry: Entry) -> bool:
    blocks = blocks_of(entry.name, "person")
    return any(blocks & blocks_of(one.name, "person") for one in figures)


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


def cost(sizes: Sequence[int]) -> Iterator[tuple[int, float, float]]:
    """For ledgers of so many persons: the median and the longest milliseconds of one core to link one more article.

    Given names are drawn alike, surnames as `surname` says; an article has six speakers, one by surname alone.
    """
    for size in sizes:
        chosen = Random(7)  # noqa: S311 - not for secrets
        with (
            tempfile.TemporaryDirectory() as folder,
            Ledger.open(Path(folder) / "all.db", create=True) as ledger,
        ):
            run = ledger.start_run(model_hash="-", options={}, at=datetime.now(UTC))
            for at, some in enumerate(batched_names(chosen, size, 200)):
                store(ledger, run, at, some)
            ledger.link()
            spent = []
            for at in range(50):
                some = [*next(batched_names(chosen, 5, 5)), surname(chosen)]
                store(ledger, run, 1_000_000 + at, some)
                begun = time.process_time()
                ledger.link()
                spent.append((time.process_time() - begun) * 1_000)
            yield size, median(spent), max(spent)


def surname(chosen: Random) -> str:
    """A surname of four syllables, of 60,000; 8 in 1,000 bear the commonest (Zipf's law as Mandelbrot has it)."""
    rank = int(15 * 4_001 ** chosen.random()) - 15
    parts = [
        "bar",
        "del",
        "fon",
        "gul",
        "hem",
        "jor",
        "kal",
        "lum",
        "mas",
        "nor",
        "pel",
        "ros",
        "sut",
        "tev",
        "vin",
    ]
    syllables = []
    for _ in range(4):
        syllables.append(parts[rank % len(parts)])
        rank //= len(parts)
    return "".join(syllables).title()


def batched_names(chosen: Random, count: int, size: int) -> Iterator[list[str]]:
    """So many whole names, in lists of so many."""
    given = sorted(given_names())
    for begin in range(0, count, size):
        yield [f"{chosen.choice(given).title()} {surname(chosen)}" for _ in range(min(size, count - begin))]


def store(ledger: Ledger, run: RunId, number: int, names: Sequence[str]) -> None:
    """An article in which each of these says one thing."""
    lines = dict.fromkeys(names)
    text = "\n\n".join(f"{name} agreed to plan {number}." for name in lines)
    article = Article(
        doc=f"{number}.txt",
        text=text,
        blocks=(Block(span=Span(0, len(text)), role="paragraph"),),
        format="text",
        source_hash=content_hash(text.encode()),
        published=f"20{number % 90 + 10}-06-04",
    )
    statements, begun = [], 0
    for name in lines:
        start = begun + len(name) + 1
        begun = text.find("\n\n", begun) + 2
        content = (Span(start, start + len("agreed")),)
        speaker = Speaker(name=name, type="person")
        statements.append(
            Statement(
                id=identify_statement(article.id, content),
                kind="indirect",
                content=content,
                confidence=1.0,
                speaker=speaker,
            )
        )
    ledger.store_source(
        run, article.doc, article.source_hash, [Reading(article=article, statements=statements)], []
    )


def main() -> None:
    """Print each part's figures beside their floors; exit status 1 where one is below."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.identity", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--part", action="append", choices=PARTS)
    parser.add_argument(
        "--show", action="store_true", help="print whom it joins and parts wrongly (never of the test part)"
    )
    parser.add_argument(
        "--cost", action="store_true", help="measure how long an article takes to link instead"
    )
    parser.add_argument(
        "--size",
        type=int,
        action="append",
        help="with --cost: in a ledger of so many persons (thrice by default)",
    )
    options = parser.parse_args()
    if options.cost:
        for size, usual, longest in cost(options.size or (1_000, 10_000, 100_000)):
            print(
                f"{size:>7} persons: {usual:.1f} ms of a core an article (the longest of 50: {longest:.1f})"
            )
        return
    folder, good = options.shared / "data/entities/linking", True
    for part in options.part or PARTS:
        print(f"-- {part}")
        if part in _FILES:
            mentions = list(marked_of(folder / _FILES[part]))
            figures = score(mentions, show=options.show) | identified(mentions, folder / _FILES[part])
        else:
            wanted: PartOfCorpus = "test" if part == "corpus_test" else "dev"
            answered = list(corpus(wanted))
            sure = [one for one, is_sure in answered if is_sure]
            figures = score(sure, show=options.show and wanted == "dev")
            likely = score([one for one, _ in answered])
            figures |= {f"likely_{name}": value for name, value in likely.items()}
        good &= held(figures, f"identity_{part}")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()

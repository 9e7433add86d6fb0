"""What the second model learns from, each source as the same rows; and what is set aside by topic.

A topic is a motion (IBM), a claim (Perspectrum), a debate or coded study (corpus); Global Warming Stance has one, so
its sentences count as topics.  What is set aside is decided by the hash of the topic alone, whoever reads the files.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.codings import Coded, Coding
from corpus.debate import Concept, Debate, PartOfCorpus, load_corpus
from corpus.parts import one_in
from corpus.report import Annotation
from onrecord.encoder.pairs import Framed, frame, whole
from onrecord.model import Span
from onrecord.model.statement_changes import Stance

ASIDE_OF = 5  # one topic in so many is set aside
CLIMATE = (
    "Climate change is a serious concern: Global warming is happening, is dangerous, and must be acted upon."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A statement and a concept: `relevant` (None: nobody asked) and the stance (None where it is not relevant)."""

    source: str
    topic: str
    concept: str
    framed: Framed
    relevant: bool | None
    stance: Stance | None


def aside(source: str, topic: str) -> bool:
    """Whether a topic is set aside: never learned from."""
    return one_in(ASIDE_OF, f"{source}/{topic}")


def perspectrum(folder: Path) -> list[Row]:
    """Perspectives for or against a claim (Chen et al., NAACL 2019), CC BY-SA 4.0."""
    lines = (folder / "perspectrum_train_dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    sides: dict[str, Stance] = {"SUPPORT": "agree", "UNDERMINE": "disagree"}
    return [
        _plain("perspectrum", str(row["claim_id"]), row["claim"], row["perspective"], sides[row["stance"]])
        for row in rows
        if row["perspective"].strip()
    ]


def ibm(folder: Path) -> list[Row]:
    """Claims for or against a motion (Bar-Haim et al., EACL 2017), CC BY-SA 3.0."""
    sides: dict[str, Stance] = {"PRO": "agree", "CON": "disagree"}
    with (folder / "ibm_claim_stance_train.csv").open(encoding="utf-8", newline="") as lines:
        return [
            _plain(
                "ibm",
                row["topicId"],
                row["topicText"],
                row["claims.claimCorrectedText"],
                sides[row["claims.stance"]],
            )
            for row in csv.DictReader(lines)
        ]


def gwsd(folder: Path) -> list[Row]:
    """Sentences of news on global warming (Luo et al., Findings of EMNLP 2020), judged by eight people each.

    The label is the likeliest by the authors' model where they give it, else the one most of the eight gave.
    """
    with (folder / "gwsd_train.tsv").open(encoding="utf-8", newline="") as lines:
        found = {row["sentence"]: row for row in csv.DictReader(lines, delimiter="\t")}
    return [_plain("gwsd", text, CLIMATE, text, _climate(row)) for text, row in found.items()]


def _climate(row: dict[str, str]) -> Stance:
    names: tuple[tuple[str, Stance], ...] = (
        ("agree", "agree"),
        ("disagree", "disagree"),
        ("neutral", "neither"),
    )
    if row["agree"]:
        return max(names, key=lambda pair: float(row[pair[0]]))[1]
    said = [row[f"worker_{n}"] for n in range(8)]
    return max(names, key=lambda pair: sum(word.startswith(pair[0]) for word in said))[1]


def _plain(source: str, topic: str, concept: str, text: str, stance: Stance) -> Row:
    """A row of a set that asks for the side alone; who takes none may not bear on the matter at all."""
    relevant = None if stance == "neither" else True
    return Row(
        source=source,
        topic=topic,
        concept=concept,
        framed=whole(text.strip()),
        relevant=relevant,
        stance=stance,
    )


def words_of(concept: Concept) -> str:
    """The text of a concept of the corpus as the model reads it."""
    return f"{concept.label}: {concept.definition}"


def framed(text: str, statement: Annotation | Coded) -> Framed:
    """A statement of the corpus in its frame."""
    spans = [
        [Span(*place) for place in places] for places in (statement.content, statement.cue, statement.source)
    ]
    return frame(text, spans[0], (*spans[1], *spans[2]))


def debate_rows(debate: Debate) -> Iterator[Row]:
    """Every statement of a debate with every concept of its codebook."""
    for report in debate.reports:
        for statement in report.statements:
            yield from _rows(debate, framed(report.text, statement), statement)


def coding_rows(coding: Coding) -> Iterator[Row]:
    """Every statement of a coded study, framed by its own snippet, with every concept of the codebook."""
    for statement in coding.statements:
        yield from _rows(coding, framed(*_snippet(coding.text, statement)), statement)


def _snippet(text: str, statement: Coded) -> tuple[str, Coded]:
    """The paragraph that a statement stands in, and the statement with its places there."""
    first = min(start for start, _ in (*statement.content, *statement.cue, *statement.source))
    begin = text.rfind("\n\n", 0, first) + 2 if "\n\n" in text[:first] else 0
    stop = text.find("\n\n", statement.content[-1][1])
    shifted = {
        part: tuple((start - begin, end - begin) for start, end in getattr(statement, part))
        for part in ("content", "cue", "source")
    }
    return text[begin : stop if stop >= 0 else len(text)], replace(statement, **shifted)


def _rows(of: Debate | Coding, place: Framed, statement: Annotation | Coded) -> Iterator[Row]:
    for concept in of.codebook:
        stance = statement.codes.get(concept.id)
        yield Row(
            source="corpus",
            topic=of.id,
            concept=words_of(concept),
            framed=place,
            relevant=stance is not None,
            stance=stance,
        )


def example_rows(of: Debate | Coding) -> Iterator[Row]:
    """The codebook's own examples."""
    for concept in of.codebook:
        sides: tuple[tuple[str, Stance], ...] = (
            (concept.example_for, "agree"),
            (concept.example_against, "disagree"),
        )
        for text, stance in sides:
            yield _plain("corpus", of.id, words_of(concept), text, stance)


def corpus(part: PartOfCorpus) -> list[Row]:
    """The statements of one part of the corpus."""
    return [row for debate in load_corpus(part=part) for row in debate_rows(debate)]


def by_topic(rows: list[Row]) -> dict[str, list[Row]]:
    """Rows of each topic."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.topic].append(row)
    return found

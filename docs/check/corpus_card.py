"""Writes the figures of the corpus's data card; corpus/README.md calls it through cog, from the repository's root."""

import json
import sys
from collections import Counter
from pathlib import Path

import cog

sys.path.insert(0, str(Path(__file__).parents[2]))

from corpus.codings import load_codings
from corpus.debate import PARTS, Debate, load_corpus
from corpus.forms import WANTED, count
from corpus.news import LABELS, NEWS_PARTS
from corpus.report import STANCES, Annotation
from corpus.sheets import load_sheets


def figures() -> None:
    """How much there is of each part, what the statements carry, and how often each form occurs."""
    debates = load_corpus()
    parts = {part: [debate for debate in debates if debate.part == part] for part in PARTS} | {"all": debates}
    cog.outl("| | " + " | ".join(parts) + " |\n|---" + "|---" * len(parts) + "|")
    for name, of_part in _ROWS.items():
        cog.outl(f"| {name} | " + " | ".join(of_part(chosen) for chosen in parts.values()) + " |")
    cog.outl(
        "\n" + _carried([s for debate in debates for report in debate.reports for s in report.statements])
    )
    spelling = Counter(report.spelling for debate in debates for report in debate.reports)
    concepts = sum(len(debate.codebook) for debate in debates)
    cog.outl(
        f"{len(debates)} codebooks hold {concepts} concepts.  {spelling['British']} reports have British spelling, "
        f"{spelling['American']} American.\n"
    )
    cog.outl("| form | " + " | ".join(parts) + " |\n|---" + "|---" * len(parts) + "|")
    counted = [count(chosen) for chosen in parts.values()]
    for form in WANTED:
        cog.outl(f"| {form} | " + " | ".join(f"{counts[form]:,}" for counts in counted) + " |")


def beside() -> None:
    """How much there is of practice sheets and of news marked by offset."""
    sheets = load_sheets()
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    cog.outl("| | texts | statements | nested |\n|---|---|---|---|")
    stated = [one for sheet in sheets for one in sheet.statements]
    nested = sum(one.parent is not None for one in stated)
    cog.outl(f"| practice | {len(sheets)} | {len(stated):,} | {nested:,} |")
    for part in NEWS_PARTS:
        chosen = [row for row in rows if row["part"] == part]
        every = [one for row in chosen for one in row["statements"]]
        sources = Counter(row["source"] for row in chosen)
        of = ", ".join(f"{source} {count}" for source, count in sorted(sources.items()))
        nested = sum("parent" in one for one in every)
        cog.outl(f"| news, {part} ({of}) | {len(chosen)} | {len(every):,} | {nested:,} |")


def codings() -> None:
    """How much there is of coded studies."""
    studies = load_codings()
    said = [one for study in studies for one in study.statements]
    stances = Counter(stance for one in said for stance in one.codes.values())
    counts = ", ".join(f"{stances[stance]:,} {stance}" for stance in STANCES)
    concepts = sum(len(study.codebook) for study in studies)
    cog.outl(f"{len(studies)} studies, {concepts} concepts, {len(said):,} statements; codes: {counts}.")


def _statements(debates: list[Debate]) -> list[Annotation]:
    return [s for debate in debates for report in debate.reports for s in report.statements]


_ROWS = {
    "debates": lambda debates: str(len(debates)),
    "reports": lambda debates: str(sum(len(d.reports) for d in debates)),
    "outlets that publish them": lambda debates: str(len({r.outlet for d in debates for r in d.reports})),
    "words": lambda debates: f"{sum(len(r.text.split()) for d in debates for r in d.reports):,}",
    "statements": lambda debates: f"{len(_statements(debates)):,}",
    "of them direct, mixed, indirect": lambda debates: ", ".join(
        f"{sum(s.kind == kind for s in _statements(debates)):,}" for kind in ("direct", "mixed", "indirect")
    ),
    "nested in another": lambda debates: str(sum(s.parent is not None for s in _statements(debates))),
}


def _carried(every: list[Annotation]) -> str:
    has = {
        "a speaker with a name": sum(s.speaker is not None for s in every),
        "an unnamed one": sum(s.unnamed is not None for s in every),
        "a group": sum(s.group is not None for s in every),
        "a role": sum(s.role is not None for s in every),
        "a chain": sum(bool(s.via) for s in every),
        "an addressee": sum(bool(s.to) for s in every),
        "a day": sum(s.said_on is not None for s in every),
        "an inferred one": sum(s.inferred for s in every),
    }
    stances = Counter(stance for s in every for stance in s.codes.values())
    acts = Counter(s.act for s in every)
    return (
        f"Of the {len(every):,} statements "
        + ", ".join(f"{number:,} have {what}" for what, number in has.items())
        + f"; {sum(bool(s.codes) for s in every):,} bear on a concept ("
        + ", ".join(f"{stances[stance]:,} {stance}" for stance in ("agree", "disagree", "neither"))
        + f"), {sum(s.retracts is not None for s in every)} take something back, "
        + f"{sum(bool(s.agrees or s.disagrees) for s in every)} agree with or contradict somebody by name.  "
        + ", ".join(f"{act} {acts[act]:,}" for act in ("speech", "writing", "attitude", "thought"))
        + "."
    )

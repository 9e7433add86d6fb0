"""Scores the dates that are found in articles: `python -m benchmarks.dates [--part develop|aside] [--errors FILE]`.

Needs TimeBank and AQUAINT in TimeML, which are no part of this repository: --shared names the folder that holds
data/dates/tempeval3_training.  A date that was found counts where it overlaps one that people marked (each one once)
and has the same TIMEX3 value.  TimeBank is divided by a hash of the file's name: we look at the dates of one part and
of AQUAINT (`develop`), and of the other part at nothing but the score (`aside`), which has the floor.
"""

import argparse
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from benchmarks.quality import HERE, held
from onrecord.model import Block
from onrecord.reading.layout import lay_out
from onrecord.resolution.dates import find_dates

DATA = Path("data") / "dates" / "tempeval3_training" / "TBAQ-cleaned"


@dataclass(frozen=True, slots=True)
class Marked:
    """A date in a text: its place (code points, half open) and its TIMEX3 value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report with the dates that people marked in it."""

    name: str
    text: str
    published: str | None
    blocks: tuple[Block, ...]
    dates: tuple[Marked, ...]


Finder = Callable[[Report], Iterable[Marked]]


def is_aside(path: Path) -> bool:
    """Whether a file is of the third of TimeBank that nobody looks at."""
    return path.parent.name == "TimeBank" and sha256(path.name.encode()).digest()[0] % 3 == 0


def reports(shared: Path, part: str) -> Iterator[Report]:
    """The reports of a part: `develop`, `aside`, `timebank` or `aquaint`."""
    for path in sorted((shared / DATA).glob("*/*.tml")):
        corpus = path.parent.name.lower()
        if part in (corpus, "aside" if is_aside(path) else "develop"):
            yield read_timeml(path)


def read_timeml(path: Path) -> Report:
    """A file of TimeML: the words of TEXT, the TIMEX3 in it that have words, and the day of creation."""
    root = ET.parse(path).getroot()  # noqa: S314 - files that we put there ourselves
    created, body = root.find(".//DCT/TIMEX3"), root.find("TEXT")
    assert body is not None  # noqa: S101 - the format has it
    pieces: list[str] = []
    marked: list[Marked] = []
    _walk(body, pieces, marked)
    value = (created.get("value") if created is not None else None) or ""
    text = "".join(pieces)
    return Report(path.name, text, value[: len("2031-03-04")] or None, lay_out(text).blocks(), tuple(marked))


def _walk(element: ET.Element, pieces: list[str], marked: list[Marked]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, marked)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if element.tag == "TIMEX3" and end > start:
        marked.append(Marked(start, end, element.get("value") or ""))


def pairs(found: Iterable[Marked], gold: Iterable[Marked]) -> list[tuple[Marked | None, Marked | None]]:
    """Each date found beside the marked one that it overlaps most, each in one pair; those left over alone."""
    found, gold = list(found), list(gold)
    overlaps = [
        (-(min(one.end, other.end) - max(one.start, other.start)), one.start, other.start, one, other)
        for one in found
        for other in gold
        if one.start < other.end and other.start < one.end
    ]
    matched: list[tuple[Marked | None, Marked | None]] = []
    left_found, left_gold = set(found), set(gold)
    for *_, one, other in sorted(overlaps, key=lambda each: each[:3]):
        if one in left_found and other in left_gold:
            matched.append((one, other))
            left_found.remove(one)
            left_gold.remove(other)
    matched += [(one, None) for one in left_found] + [(None, other) for other in left_gold]
    return sorted(matched, key=lambda pair: (pair[0] or pair[1]).start)  # type: ignore[union-attr]


def score(of: Iterable[Report], finder: Finder, errors: Path | None = None) -> dict[str, float]:
    """Precision, recall and F1 of places (overlap) and of values, and how many words a second are read."""
    of, found, gold, placed, valued = list(of), 0, 0, 0, 0
    lines: list[str] = []
    for report in of:
        dates = list(finder(report))
        found, gold = found + len(dates), gold + len(report.dates)
        lines.append(f"== {report.name} {report.published}")
        for one, other in pairs(dates, report.dates):
            placed += one is not None and other is not None
            right = one is not None and other is not None and one.value == other.value
            valued += right
            if not right:
                lines.append(_shown(report.text, one, other))
    if errors:
        errors.write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures = {f"{name}_{key}": value for name, right in (("place", placed), ("value", valued))
               for key, value in _measures(right, found, gold).items()}  # fmt: skip
    return figures | {"words_a_second": speed(of, finder)}


def speed(of: Iterable[Report], finder: Finder) -> int:
    """Words a second of one core, once all is loaded."""
    words, begun = 0, time.process_time()
    for report in of:
        list(finder(report))
        words += len(report.text.split())
    return round(words / (time.process_time() - begun))


def _measures(right: int, found: int, gold: int) -> dict[str, float]:
    precision, recall = right / max(found, 1), right / max(gold, 1)
    f1 = 2 * right / max(found + gold, 1)
    return {"P": round(precision, 4), "R": round(recall, 4), "F1": round(f1, 4)}


def _shown(text: str, one: Marked | None, other: Marked | None) -> str:
    """A line for an error: the value found, the value marked, the words around."""
    spans = [each for each in (one, other) if each]
    start, end = min(each.start for each in spans), max(each.end for each in spans)
    around = f"{text[max(0, start - 70) : start]}[[{text[start:end]}]]{text[end : end + 50]}"
    values = (one.value if one else "-", other.value if other else "-")
    return f"{values[0]:>20} | {values[1]:<20} {' '.join(around.split())}"


def ours(report: Report) -> list[Marked]:
    """What `onrecord dates` finds."""
    found = find_dates(report.text, report.published, report.blocks)
    return [Marked(one.span.start, one.span.end, one.value) for one in found]


def main() -> None:
    """Print each figure beside its floor; exit status 1 where one is below."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.dates", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--part", choices=["develop", "aside", "timebank", "aquaint"], default="aside")
    parser.add_argument(
        "--errors", type=Path, metavar="FILE", help="write every error there (not of `aside`)"
    )
    options = parser.parse_args()
    if options.errors and options.part not in ("develop", "aquaint"):
        parser.error("the part that is set aside is scored and not looked at")
    figures = score(reports(options.shared, options.part), ours, options.errors)
    sys.exit(0 if held(figures, f"dates_{options.part}") else 1)


if __name__ == "__main__":
    main()

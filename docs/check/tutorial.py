"""Whether the tutorials still show what the shipped reader finds: the number of statements, and the coded ones' ids.

Another kind of processor may read a statement more or less, so this is a check of the project's own and no test.
"""

import csv
import re
import sys
from pathlib import Path

import onrecord

ROOT = Path(__file__).parents[2]
PAGES = ("tutorial.md", "tutorial-network.md", "how-to/take-it-elsewhere.md")
_DECIDED = re.compile(r"^\$ onrecord decide kestria\.db (s-\w+) code", re.MULTILINE)
_COUNT = re.compile(r"^onrecord: .*?(\d+)(?: new)? statements", re.MULTILINE)


def main() -> str | None:
    """What no longer fits, a line each."""
    found = {one.id for _, some in onrecord.read(ROOT / "examples") for one in some}
    wrong = [
        f"docs/{page}: says {count} statements, the reader finds {len(found)} in examples/"
        for page in PAGES
        for count in _COUNT.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
        if int(count) not in (0, len(found))
    ]
    with (ROOT / "docs/kestria/codes.csv").open(encoding="utf-8", newline="") as lines:
        coded = [row["statement"] for row in csv.DictReader(lines)]
    wrong += [
        f"docs/kestria/codes.csv, line {number}: the reader finds no statement {coded_id}"
        for number, coded_id in enumerate(coded, start=2)
        if coded_id not in found
    ]
    wrong += [
        f"docs/{page}: codes {start} by hand, which docs/kestria/codes.csv lacks"
        for page in PAGES
        for start in _DECIDED.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
        if not any(one.startswith(start) for one in coded)
    ]
    return "\n".join(wrong) or None


if __name__ == "__main__":
    sys.exit(main())

"""Checks that every relative link and picture in the docs leads somewhere, headings too: FILE_OR_FOLDER..."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+\s+(.*)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def anchors(text: str) -> set[str]:
    """The anchors of a file's headings, as GitHub makes them."""
    plain = (re.sub(r"[`*_]", "", heading).strip().lower() for heading in HEADING.findall(text))
    return {re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", heading)) for heading in plain}


def broken(path: Path) -> Iterator[str]:
    """The links of a file that lead nowhere."""
    for target in LINK.findall(CODE.sub("", path.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        aim = path.parent / name if name else path
        if not aim.exists():
            yield f"{path}: {target}: there is no such file"
        elif anchor and aim.suffix == ".md" and anchor not in anchors(aim.read_text(encoding="utf-8")):
            yield f"{path}: {target}: there is no such heading"


def main() -> None:
    """Print what is broken; exit status 1 where anything is."""
    given = [Path(argument) for argument in sys.argv[1:]]
    files = [f for path in given for f in (sorted(path.rglob("*.md")) if path.is_dir() else [path])]
    wrong = [line for path in files for line in broken(path)]
    sys.stdout.write("".join(f"{line}\n" for line in wrong) or f"{len(files)} files, no broken link\n")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()

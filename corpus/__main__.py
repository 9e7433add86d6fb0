"""`python -m corpus`: check the corpus, show a report, convert it, compare two markings of it."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus import printing
from corpus.agreement import agreement
from corpus.check import duplicates, problems
from corpus.codings import load_codings
from corpus.converting.folder import FORMATS, write
from corpus.debate import DEBATES, PARTS, Debate, DebateError, load_debate
from corpus.report import ReportError, load
from corpus.sheets import load_sheets


def main() -> None:
    """Run the command that the arguments name; exit status 1 where something is wrong with the corpus."""
    options = _parser().parse_args()
    try:
        sys.exit(options.run(options))
    except (OSError, DebateError, ReportError) as error:
        sys.exit(f"error: {error}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser(
        "check", help="every mark, name, date and code, the coded studies and the sheets; and the counts"
    )
    one.add_argument("folders", nargs="*", type=Path, help="debates (default: all of the corpus)")
    one.set_defaults(run=_check)
    one = commands.add_parser("show", help="a report as its reader sees it, and its statements")
    one.add_argument("file", type=Path)
    one.set_defaults(run=_show)
    one = commands.add_parser("convert", help="write the corpus in a format that other tools read")
    one.add_argument("--to", choices=FORMATS, required=True)
    one.add_argument("--out", type=Path, required=True, help="a folder, to be made")
    one.add_argument("--part", choices=PARTS, help="only this part")
    one.add_argument("folders", nargs="*", type=Path, help="debates (default: all of the corpus)")
    one.set_defaults(run=_convert)
    one = commands.add_parser("agree", help="compare two markings of one debate")
    one.add_argument("first", type=Path)
    one.add_argument("second", type=Path)
    one.add_argument("--differences", action="store_true", help="print every statement on which they differ")
    one.set_defaults(run=_agree)
    return parser


def _folders(options: argparse.Namespace) -> list[Path]:
    return options.folders or sorted(path.parent for path in DEBATES.glob("*/debate.toml"))


def _check(options: argparse.Namespace) -> int:
    debates: list[Debate] = []
    found: list[str] = []
    for folder in _folders(options):
        try:
            debates.append(load_debate(folder))
        except (OSError, DebateError, ReportError) as error:
            found.append(str(error))
    found += [problem for debate in debates for problem in problems(debate)]
    found += duplicates(debates)
    found += [] if options.folders else _unread(load_codings, load_sheets)
    printing.counts(debates)
    for problem in found:
        print(problem)
    print(f"{len(found)} problems" if found else "all well")
    return 1 if found else 0


def _unread(*loads: Callable[[], object]) -> Iterator[str]:
    """What keeps the coded studies or the practice sheets from being read, a line each."""
    for load_all in loads:
        try:
            load_all()
        except (OSError, ReportError) as error:
            yield str(error)


def _show(options: argparse.Namespace) -> int:
    printing.report(load(options.file))
    return 0


def _convert(options: argparse.Namespace) -> int:
    debates = [load_debate(folder) for folder in _folders(options)]
    chosen = [debate for debate in debates if options.part in (None, debate.part)]
    print(f"{write(chosen, options.out, options.to)} reports written to {options.out}")
    return 0


def _agree(options: argparse.Namespace) -> int:
    first, second = load_debate(options.first), load_debate(options.second)
    if options.differences:
        printing.differences(first, second)
    printing.agreement(agreement(first, second))
    return 0


if __name__ == "__main__":
    main()

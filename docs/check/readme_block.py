"""Prints the n-th shell block of a Markdown file, so that CI runs what the README says: FILE N."""

import re
import sys
from pathlib import Path

BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def main() -> None:
    """Print the block; exit status 1 where there are not so many, or it is not one line."""
    path, number = Path(sys.argv[1]), int(sys.argv[2])
    blocks = BLOCK.findall(path.read_text(encoding="utf-8"))
    if len(blocks) < number:
        sys.exit(f"{path} has {len(blocks)} shell blocks, not {number}")
    if len(blocks[number - 1].strip().splitlines()) != 1:
        sys.exit(f"shell block {number} of {path} is not one command line")
    sys.stdout.write(blocks[number - 1])


if __name__ == "__main__":
    main()

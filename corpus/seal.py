"""The hash of every file of the test part, so that nobody can write it anew to please a score without it being seen.

The file has the form that `sha256sum -c` reads; `cd corpus && sha256sum -c test-part.sha256` checks it without us.
"""

import hashlib
from pathlib import Path

from corpus.debate import DEBATES, load_corpus

SEAL = DEBATES.parent / "test-part.sha256"


def seal(root: Path = DEBATES) -> str:
    """A line a file of the test part, sorted: hash, two blanks, path from the folder above `root`."""
    folders = [root / debate.id for debate in load_corpus(root, "test")]
    files = sorted(path for folder in folders for path in folder.iterdir())
    return "".join(f"{_hash(path)}  {path.relative_to(root.parent).as_posix()}\n" for path in files)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

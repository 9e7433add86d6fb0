"""Checks a wheel: its size, and that what it needs at run time is in it: WHEEL."""

import sys
import zipfile
from pathlib import Path

MOST = 60_000_000
NEEDED = (
    "onrecord/py.typed",
    "onrecord/coding/llm/second_reader.txt",
    "onrecord/encoder/shipped/encoder.onnx",
    "onrecord/encoder/shipped/linker.npz",
    "onrecord/encoder/shipped/tokenizer.json",
    "onrecord/encoder/shipped/model.json",
    "onrecord/encoder/shipped/MODEL_CARD.md",
    "onrecord/encoder/shipped_pairs/pairs.onnx",
    "onrecord/encoder/shipped_pairs/tokenizer.json",
    "onrecord/encoder/shipped_pairs/model.json",
    "onrecord/encoder/shipped_pairs/MODEL_CARD.md",
    "onrecord/ledger/migrations/0001_first.sql",
)


def main() -> None:
    """Exit status 1 where the wheel is too large or lacks a file."""
    wheel = Path(sys.argv[1])
    size = wheel.stat().st_size
    names = set(zipfile.ZipFile(wheel).namelist())
    missing = [name for name in NEEDED if name not in names]
    sys.stdout.write(f"{wheel.name}: {size / 1e6:.1f} MB, {len(names)} files\n")
    if size > MOST or missing:
        sys.exit(f"too large (at most {MOST / 1e6:.0f} MB) or lacking: {missing}")


if __name__ == "__main__":
    main()

"""From the arguments of a command to sources, and from a source to its bytes: the only file here that meets a disk."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onrecord.model import Skipped
from onrecord.reading.wordlists import words_in

STANDARD_INPUT = "-"

CAP_BYTES = 50_000_000
"""More than this is no report: the largest of 1,300 saved pages that we measured with has 2.1 MB."""

# Files that lie beside articles and are plainly none; what is not named here is judged by its content.
_OTHER_FILES = words_in(
    ".db .sqlite .sqlite3 .db-wal .db-shm .db-journal .dna .png .jpg .jpeg .gif .webp .svg .ico .bmp .tif .tiff .avif "
    ".css .js .mjs .map .json .jsonl .csv .tsv .xlsx .xls .docx .doc .odt .pptx .ppt .pdf .epub .zip .gz .bz2 .xz .7z "
    ".tar .tgz .rar .mp3 .mp4 .m4a .wav .ogg .webm .mov .avi .woff .woff2 .ttf .otf .eot .py .pyc .so .dll .exe .onnx "
    ".parquet .pickle .pkl .npy .lock .toml .yaml .yml .ini .log"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file to read.

    `doc` is the name that the output bears: the argument as given, FOLDER/relative/path with forward slashes, or `-`
    for standard input; `path` is None for standard input.  `named` says that the user named this very file, so that
    it is read whatever its name ends in.
    """

    doc: str
    path: Path | None
    named: bool = True


def find(paths: Sequence[str]) -> Iterator[Source | Skipped]:
    """The sources that the arguments name, in the order of the arguments.

    A folder gives its files in sorted order, with those of its folders; hidden ones are passed over, and a link back
    to a folder above is not followed.  A path that is not there gives a `Skipped` with the code ``not-found``.
    """
    for argument in paths:
        if argument == STANDARD_INPUT:
            yield Source(doc=STANDARD_INPUT, path=None)
            continue
        path = Path(argument)
        if path.is_dir():
            yield from _folder(path, argument.replace(os.sep, "/"), above=frozenset())
        elif path.exists():
            yield Source(doc=argument, path=path)
        else:
            yield Skipped(doc=argument, code="not-found", detail="there is no file or folder of that name")


def _folder(folder: Path, doc: str, *, above: frozenset[str]) -> Iterator[Source | Skipped]:
    here = os.path.realpath(folder)
    if here in above:
        return
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield Skipped(doc=doc, code="unreadable", detail=f"the folder cannot be read: {_reason(error)}")
        return
    for entry in entries:
        name = f"{doc.rstrip('/')}/{entry.name}"
        if entry.is_dir():
            yield from _folder(entry, name, above=above | {here})
        else:
            yield Source(doc=name, path=entry, named=False)


def load(source: Source) -> bytes | Skipped:
    """The bytes of a source, or why there are none: too large, empty, plainly not an article, or not readable."""
    if source.path is None:
        return _checked(source.doc, sys.stdin.buffer)
    if not source.named and (ending := _ending(source.path)) in _OTHER_FILES:
        detail = f"a {ending} file is not read as an article; name the file itself if it is one"
        return Skipped(doc=source.doc, code="not-text", detail=detail)
    try:
        if source.path.stat().st_size > CAP_BYTES:
            return _too_large(source.doc)
        if not source.named and not source.path.is_file():
            return Skipped(doc=source.doc, code="unreadable", detail="not an ordinary file")
        with source.path.open("rb") as file:
            return _checked(source.doc, file)
    except OSError as error:
        return Skipped(doc=source.doc, code="unreadable", detail=f"cannot be read: {_reason(error)}")


def _checked(doc: str, file: BinaryIO) -> bytes | Skipped:
    data = file.read(CAP_BYTES + 1)
    if len(data) > CAP_BYTES:
        return _too_large(doc)
    if not data:
        return Skipped(doc=doc, code="empty", detail="the file is empty (0 bytes)")
    return data


def _ending(path: Path) -> str:
    return path.suffix.lower()


def _too_large(doc: str) -> Skipped:
    detail = f"larger than {CAP_BYTES:,} bytes, which is no single report; split it into one file an article"
    return Skipped(doc=doc, code="too-large", detail=detail)


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()

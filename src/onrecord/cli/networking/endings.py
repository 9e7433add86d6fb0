"""Which format a network is written in: the one that was asked for, or the one that the file's ending means."""

from pathlib import Path

from onrecord.cli.running import say

_ENDINGS = {
    "json": "json",
    "csv": "csv",
    "edges": "csv",
    "graphml": "graphml",
    "visone": "graphml",
    "gexf": "gexf",
    "dl": "dl",
    "net": "net",
    "svg": "svg",
    "png": "png",
}
"""The ending that files of a format usually have; of an ending that several have, the first is meant."""


def format_of(form: str | None, out: Path | None) -> str:
    """The format; says where the file's ending promises another."""
    ending = "" if out is None else out.suffix.removeprefix(".").lower()
    meant = next((name for name, usual in _ENDINGS.items() if usual == ending), None)
    if form is None:
        return meant or "json"
    if meant is not None and _ENDINGS[form] != ending:
        say(f"{out} will hold {form}, whatever its ending says: as {meant} leave --format away")
    return form

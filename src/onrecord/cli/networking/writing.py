"""A network, a series or an event list, to standard output or into files."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.cli.counting import Counted
from onrecord.cli.networking.picturing import Picture
from onrecord.cli.writing import to_file, to_standard_output
from onrecord.errors import UsageError
from onrecord.model.network import Event, Network
from onrecord.publishing.networks import csv_matrix, gexf, graphml, json_matrix, pajek, ucinet, visone
from onrecord.publishing.pictures.png import png

_ONE: dict[str, Callable[[Network], Iterator[str]]] = {
    "json": json_matrix.lines,
    "csv": csv_matrix.lines,
    "edges": lambda network: csv_matrix.ties([network]),
    "graphml": graphml.lines,
    "visone": visone.lines,
    "gexf": gexf.lines,
    "dl": ucinet.lines,
    "net": pajek.lines,
}

_IN_ONE = ("json", "edges")  # formats that hold a series in one file


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a network goes: the format, and the file, or None for standard output; as a picture, which."""

    form: str
    out: Path | None
    overwrite: bool
    picture: Picture

    def refuse(self, mode: str, *, in_series: bool, intervals: bool) -> None:
        """Raise UsageError where the format cannot hold this, before anything is reckoned."""
        if mode == "events" and self.form not in ("json", "csv"):
            raise UsageError("an event list is written as json or csv: --format csv", code="usage")
        if intervals and (mode == "events" or self.form not in _IN_ONE):
            raise UsageError(
                "--intervals are of the ties of a network, written as json or edges: take --mode one or two, and "
                "--format json or edges",
                code="usage",
            )
        if in_series and self.form not in _IN_ONE and self.out is None:
            raise UsageError(
                f"a series in {self.form} is a file for each network: give --out NAME.{self.form} (or take json or "
                "edges, which hold it in one)",
                code="usage",
            )

    def _write(self, path: Path | None, lines: Iterable[str | bytes]) -> None:
        if path is None:
            to_standard_output(lines)
        else:
            to_file(path, lines, overwrite=self.overwrite)

    def _lines(self, network: Network) -> Iterable[str | bytes]:
        if self.form == "png":
            return [png("".join(self.picture.lines(network)))]
        return self.picture.lines(network) if self.form == "svg" else _ONE[self.form](network)

    def network(self, network: Network) -> None:
        """Write one network."""
        self._write(self.out, self._lines(network))
        self._beside(network.settings)

    def series(self, networks: Iterable[Network], settings: Mapping[str, object]) -> int:
        """Write a series, and say of how many networks."""
        counted = Counted(networks)
        if self.form == "json":
            self._write(self.out, json_matrix.series(counted, settings))
        elif self.form == "edges":
            self._write(self.out, csv_matrix.ties(counted))
        else:
            assert self.out is not None  # noqa: S101 - as refused above
            for at, network in enumerate(counted, start=1):
                self._write(_numbered(self.out, at, network), self._lines(network))
            self._beside(settings)
        return counted.count

    def events(self, events: Iterable[Event], settings: Mapping[str, object]) -> None:
        """Write an event list."""
        written = json_matrix.events if self.form == "json" else csv_matrix.events
        self._write(self.out, written(events, settings))

    def lines(self, lines: Iterable[str]) -> None:
        """Write what is no network: its text, or the picture that this SVG is, as PNG where that is the format."""
        self._write(self.out, [png("".join(lines))] if self.form == "png" else lines)

    def _beside(self, settings: Mapping[str, object]) -> None:
        """What a matrix of UCINET was made by goes into a file beside it, for it has no place itself."""
        if self.form == "dl" and self.out is not None:
            beside = self.out.with_name(f"{self.out.name}.settings.json")
            to_file(
                beside, [json.dumps(settings, ensure_ascii=False, indent=1), "\n"], overwrite=self.overwrite
            )


def _numbered(out: Path, at: int, network: Network) -> Path:
    """`name-001-2005-01-26.csv`: the number and the middle of the period."""
    middle = "" if network.period is None else "-" + network.period.middle[: len("2005-01-26")]
    return out.with_name(f"{out.stem}-{at:03d}{middle}{out.suffix}")

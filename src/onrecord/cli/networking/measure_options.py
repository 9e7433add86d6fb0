"""What is read off a network, and how sure it is, as `onrecord network` takes it: options, and which go together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from onrecord.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., Any])

IN_TIME = ("polarization", "states")
OF_ONE = ("bars", "centrality", "brokerage", "coalitions", "camps", "backbone", "annealing")

_OF: Mapping[str, tuple[str, ...]] = {
    "camps": ("polarization", "camps"),
    "distance": ("states",),
    "method": ("coalitions", "brokerage"),
    "groups": ("coalitions", "brokerage"),
    "keep": ("annealing",),
    "penalty": ("annealing",),
}
"""Which measures an option is of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureOptions:
    """What the command was told, by the names of its options; None for what it was not."""

    measure: Any
    intervals: bool
    wrong: float | None
    camps: int | None
    distance: Any
    method: Any
    groups: int | None
    keep: int | None
    penalty: float | None

    def refuse(self, *, form: str, mode: str, window: str | None, pictured: bool) -> None:
        """Raise UsageError where they do not go together, or not with the rest, before anything is reckoned."""
        if self.wrong is not None and not self.intervals:
            raise _usage("--wrong is of --intervals: add it, or leave --wrong away")
        for option, measures in _OF.items():
            if getattr(self, option) is not None and self.measure not in measures:
                raise _usage(
                    f"--{option} is of {' and '.join(measures)}: add --measure {measures[-1]}, or leave it away"
                )
        if self.keep is not None and self.penalty is not None:
            raise _usage("--keep says how many columns stay, --penalty looks for how many: give one of them")
        if self.measure is not None:
            self._refuse_measure(form, mode, window, pictured=pictured)

    def _refuse_measure(self, form: str, mode: str, window: str | None, *, pictured: bool) -> None:
        formats = ("json", "csv", "svg", "png") if self.measure in IN_TIME else ("json", "csv")
        if form not in formats:
            raise _usage(f"--measure {self.measure} is not written as {form}: take {', '.join(formats)}")
        if pictured:
            raise _usage("--picture and --most-ties are of a network: leave them away with --measure")
        if self.intervals and self.measure in IN_TIME:
            raise _usage(
                f"--measure {self.measure} says how sure it is by itself: leave --intervals away with it"
            )
        if mode == "events":
            raise _usage("an event list has nothing to measure: take --mode one")
        if window is not None and self.measure in OF_ONE:
            raise _usage(
                f"--measure {self.measure} is of one network: leave --window away, and choose a time with --from and "
                "--to"
            )


def _usage(message: str) -> UsageError:
    return UsageError(message, code="usage")


_OPTIONS = (
    click.option(
        "--measure",
        type=click.Choice((*IN_TIME, *OF_ONE)),
        help="Not the network but what can be read off it.  As json, csv, svg or png: polarization in time, or the "
        "states that the debate passes through (both with --window).  As json or csv: statements by row and "
        "qualifier (bars), who stands in the middle (centrality) and who between others (brokerage), who belongs "
        "together (coalitions), how well all fit into so many camps (camps), columns in the order in which they can be "
        "done without (backbone), or the best few of them (annealing).",
    ),
    click.option(
        "--intervals",
        is_flag=True,
        help="Say how sure each tie is, of a series too (json, edges), or each figure of a measure: what 95% of draws "
        "of other articles and of wrong codes give, and how likely ties and groups survive wrong codes.",
    ),
    click.option(
        "--wrong",
        type=click.FloatRange(0, 1),
        metavar="SHARE",
        help="Of --intervals: the chance that a code is wrong (0.05), where no model said it of its own.",
    ),
    click.option(
        "--camps",
        type=click.IntRange(2),
        metavar="N",
        help="Of polarization and camps: how many camps (2).",
    ),
    click.option(
        "--distance",
        type=click.Choice(("absdiff", "spectral")),
        help="Of states: networks differ by their ties (absdiff, if not given), or by their eigenvalues (spectral).",
    ),
    click.option(
        "--method",
        type=click.Choice(("louvain", "kmeans", "hierarchical")),
        help="Of coalitions, and of the groups that brokerage goes by: by ties (louvain, if not given), or rows by "
        "what they say (kmeans, hierarchical).",
    ),
    click.option(
        "--groups",
        type=click.IntRange(2),
        metavar="N",
        help="Of kmeans and hierarchical: so many groups (else 2 to 6, whichever has the greatest modularity).",
    ),
    click.option("--keep", type=click.IntRange(1), metavar="N", help="Of annealing: keep so many columns."),
    click.option(
        "--penalty",
        type=click.FloatRange(0),
        metavar="P",
        help="Of annealing, without --keep: the greater, the fewer columns are kept (3.5).",
    ),
)


def measure_options(command: Command) -> Command:
    """The options of measures, in their order on the help page."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command

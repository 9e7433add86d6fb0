"""CSV: the matrix as a table, or the ties or events one a row; commas, as RFC 4180 has it.

The first cell of a matrix says what it was made by; lists have a column for the rules.  A cell that a spreadsheet would
take for a formula gets an apostrophe, as in every CSV of OnRecord.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isnan

from onrecord.model.network import Event, Network
from onrecord.publishing.csv_table import guarded, one_row, rows
from onrecord.publishing.networks.number import number
from onrecord.publishing.networks.settings_line import settings_line


def lines(network: Network) -> Iterator[str]:
    """The matrix with its names."""
    names = [guarded(node.name) for node in network.columns]
    yield one_row([guarded(settings_line(network.settings)), *names])
    for node, weights in zip(network.rows, network.matrix, strict=True):
        yield one_row([guarded(node.name), *map(number, weights.tolist())])


def ties(networks: Iterable[Network]) -> Iterator[str]:
    """The ties that are not 0, one a row: with mode one each pair once; in a series with the period they are of."""
    for at, network in enumerate(networks):
        period = network.period
        dated = [] if period is None else [period.start, period.middle, period.stop]
        if not at:
            named = [] if period is None else ["start", "middle", "stop"]
            yield one_row(
                [
                    *named,
                    "row",
                    "column",
                    "weight",
                    *(network.sureness.matrices() if network.sureness else ()),
                    "rules",
                ]
            )
        yield rows(_ties(network, dated))


def _ties(network: Network, dated: Sequence[str]) -> Iterator[Sequence[str]]:
    down = [guarded(node.name) for node in network.rows]
    across = [guarded(node.name) for node in network.columns]
    rules = str(network.settings["rules"])
    for row, column, weight in network.ties():
        yield [*dated, down[row], across[column], number(weight), *_sure(network, row, column), rules]


def _sure(network: Network, row: int, column: int) -> list[str]:
    if network.sureness is None:
        return []
    values = (float(matrix[row, column]) for matrix in network.sureness.matrices().values())
    return ["" if isnan(value) else number(value) for value in values]


def events(found: Iterable[Event], settings: Mapping[str, object]) -> Iterator[str]:
    """The statements one a row: their values in the middle, what is known of the article at the end."""
    for at, event in enumerate(found):
        if not at:
            facts = [f"document_{name}" if name != "coder" else name for name in event.facts]
            place = ["start_position", "stop_position", "text", "document_id"]
            names = [guarded(name) for name in (*event.values, *facts)]
            middle = len(event.values)
            yield one_row(["statement_id", "time", *names[:middle], *place, *names[middle:], "rules"])
        values = ["" if value is None else guarded(str(value)) for value in event.values.values()]
        place = [str(event.start), str(event.stop), guarded(event.text), guarded(event.document)]
        known = [guarded(fact) for fact in event.facts.values()]
        yield one_row([event.statement, event.time or "", *values, *place, *known, str(settings["rules"])])

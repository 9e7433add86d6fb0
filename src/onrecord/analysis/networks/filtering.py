"""Which statements a network rests on: in the range, not excluded, whole, and not said before in the same unit."""

import numpy as np

from onrecord.analysis.networks.periods import period_of
from onrecord.analysis.networks.settings import Settings
from onrecord.analysis.networks.table import Column, Flags, Ints, Numbers, Table, Texts
from onrecord.errors import UsageError

_TRUE, _FALSE = ("1", "true", "yes"), ("0", "false", "no")

_BOXED = (-128, 127)  # within it two equal Integers of Java are one object, beyond it they never are


def chosen(table: Table, settings: Settings) -> Ints:
    """The rows of the statements to use, by time (undated last), document, place, id.

    The order of DNA's `Exporter.filterStatements`: range, lists, empty values, duplicates.  UsageError where a setting
    names what the table does not have.
    """
    order = np.lexsort((table.ids, table.stops, table.starts, table.documents, table.times))
    kept = in_range(table, settings) & listed(table, settings) & whole(table, settings)
    order = order[kept[order]]
    if settings.duplicates == "include":
        return order
    return order[np.sort(_first(table, settings, order))]


def in_range(table: Table, settings: Settings) -> Flags:
    """Which statements lie in the range, both ends in it; with a range the undated do not."""
    kept = np.ones(len(table), dtype=np.bool_)
    if settings.start is not None:
        kept &= table.times >= np.datetime64(settings.start, "s")
    if settings.stop is not None:
        kept &= table.times <= np.datetime64(settings.stop, "s")
    return kept


def whole(table: Table, settings: Settings) -> Flags:
    """Which statements have a row, a column and, where they are compared by it, a qualifier."""
    kept = present(table.texts(settings.rows)) & present(table.texts(settings.columns))
    if settings.qualifier is not None:
        qualifier = table.column(settings.qualifier)
        if settings.aggregation != "ignore":
            kept &= present(qualifier)
    return kept


def listed(table: Table, settings: Settings) -> Flags:
    """Which statements no value excludes, and none that was to be included leaves out."""
    kept = np.ones(len(table), dtype=np.bool_)
    for pairs, included in ((settings.exclude, False), (settings.include, True)):
        for name in dict.fromkeys(name for name, _ in pairs):
            found = np.zeros(len(table), dtype=np.bool_)
            for value in (value for of, value in pairs if of == name):
                found |= _equal(table.column(name), name, value)
            kept &= found if included else ~found
    return kept


def _equal(column: Column, name: str, value: str) -> Flags:
    """Which rows have the value; a value that no row has is no error, for a range may have left it out."""
    if isinstance(column, Texts):
        number = column.labels.index(value) if value in column.labels else -1
        return np.equal(column.codes, number)
    equal: Flags = column.known & np.equal(column.values, _number(column, name, value))
    return equal


def _number(column: Numbers, name: str, value: str) -> int:
    if column.boolean and value.lower() in (*_TRUE, *_FALSE):
        return int(value.lower() in _TRUE)
    try:
        return int(value)
    except ValueError as error:
        kind = "0 or 1" if column.boolean else "a whole number"
        raise UsageError(f"{name} holds numbers, and {value!r} is none: give {kind}", code="usage") from error


def present(column: Column) -> Flags:
    """Which statements have a value there."""
    if isinstance(column, Texts):
        empty = column.labels.index("") if "" in column.labels else -1
        return np.not_equal(column.codes, empty)
    return column.known


def _first(table: Table, settings: Settings, order: Ints) -> Ints:
    """The places in `order` of the statements that nobody made before: same row, column and qualifier, same unit.

    Only kept statements count as made before, which comes to the same: the first of its kind is always kept.
    """
    keys = [
        table.texts(settings.rows).codes[order],
        table.texts(settings.columns).codes[order],
        _unit(table, settings, order),
    ]
    if settings.qualifier is not None and settings.aggregation != "ignore":
        keys.append(_compared(table.column(settings.qualifier), settings, order))
    _, first = np.unique(_folded(keys), return_index=True)
    return first.astype(np.int64)


def _unit(table: Table, settings: Settings, order: Ints) -> Ints:
    if settings.duplicates == "acrossrange":
        return np.zeros(len(order), dtype=np.int64)
    if settings.duplicates == "document":
        return table.documents[order]
    times = table.times[order]
    dated = ~np.isnat(times)
    units = _alone(len(order))
    units[dated] = period_of(times[dated], settings.duplicates, settings.rules)
    return units


def _compared(column: Column, settings: Settings, order: Ints) -> Ints:
    if isinstance(column, Texts):
        return column.codes[order]
    values = column.values[order].copy()
    if settings.rules == "dna":
        # DNA compares numbers as objects: beyond these bounds two equal ones are never the same.
        beyond = (values < _BOXED[0]) | (values > _BOXED[1])
        values[beyond] = _alone(len(order))[beyond]
    return values


def _alone(count: int) -> Ints:
    """A number for each that no value, unit or period has."""
    return np.iinfo(np.int64).min + np.arange(count, dtype=np.int64)


def _folded(keys: list[Ints]) -> Ints:
    """One number for each combination of the keys' numbers."""
    folded = np.zeros(len(keys[0]), dtype=np.int64)
    for key in keys:
        _, place = np.unique(key, return_inverse=True)
        _, folded = np.unique(folded * (int(place.max(initial=0)) + 1) + place, return_inverse=True)
    return folded.astype(np.int64)

"""What a network was made by, in a line: for formats that have a place for a title or a comment, but none for data."""

from collections.abc import Mapping


def settings_line(settings: Mapping[str, object]) -> str:
    """`rules=onrecord mode=one ...`: what is set, the rules first."""
    unset: tuple[object, ...] = ("None", "False", "[]", "{}", "()", "Counter()")
    return " ".join(f"{name}={_word(value)}" for name, value in settings.items() if str(value) not in unset)


def _word(value: object) -> str:
    if isinstance(value, list | tuple):
        return ",".join(
            "=".join(map(str, pair)) if isinstance(pair, list | tuple) else str(pair) for pair in value
        )
    if isinstance(value, Mapping):
        return ",".join(f"{name}={each}" for name, each in value.items())
    return "yes" if value is True else str(value)

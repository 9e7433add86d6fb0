"""Given names that are one: short forms, and the forms of one name in several languages."""

from functools import cache
from importlib.resources import files

from onrecord.resolution.actors.spelling import spelling


@cache
def _forms() -> dict[str, frozenset[int]]:
    """For each form in lower case the numbers of the lines of given_forms.txt that have it."""
    text = files(__package__).joinpath("given_forms.txt").read_text(encoding="utf-8")
    found: dict[str, set[int]] = {}
    for number, line in enumerate(text.splitlines()):
        if not line.startswith("#"):
            for form in line.split():
                found.setdefault(form, set()).add(number)
    return {form: frozenset(lines) for form, lines in found.items()}


def is_one_given(one: str, other: str) -> bool:
    """Whether two folded given names may be one person's: bill and william, not john and jane."""
    if one == other or spelling(one) == spelling(other):
        return True
    forms = _forms()
    return bool(forms.get(one, frozenset()) & forms.get(other, frozenset()))


def classes(given: str) -> set[str]:
    """What a folded given name is filed under: all that may be one with it share one of these."""
    return {spelling(given), *(f"#{number}" for number in _forms().get(given, ()))}

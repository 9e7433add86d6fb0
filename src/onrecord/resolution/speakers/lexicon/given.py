"""Given names and who bears them."""

from functools import cache
from importlib.resources import files
from typing import Literal

Sex = Literal["male", "female", "either"]


@cache
def given_names() -> dict[str, Sex]:
    """Common given names in lower case, each with the sex that bears it."""
    text = files(__package__).joinpath("given_names.txt").read_text(encoding="utf-8")
    found: dict[str, Sex] = {}
    sexes: tuple[Sex, ...] = ("male", "female", "either")
    lines = {line.partition(":")[0]: line.partition(":")[2] for line in text.splitlines() if line[:1] != "#"}
    for sex in sexes:
        found |= dict.fromkeys(lines[sex].split(), sex)
    return found

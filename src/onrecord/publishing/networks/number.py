"""A weight in digits."""


def number(weight: float) -> str:
    """The shortest digits that give the weight back; a whole number has no point."""
    return str(int(weight)) if float(weight).is_integer() else repr(float(weight))

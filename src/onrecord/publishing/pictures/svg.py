"""SVG elements as text: attributes and content escaped, numbers short."""

from onrecord.publishing.networks.xml_text import attribute, content

FONT = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"


def element(name: str, /, *inside: str, **attributes: str | float) -> str:
    """`<name a="...">inside</name>`; what is inside is markup already.  `stroke_width` is written stroke-width."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{attribute(_value(value))}"'
        for key, value in attributes.items()
    )
    return f"<{name}{given}>{''.join(inside)}</{name}>" if inside else f"<{name}{given}/>"


def title(text: str) -> str:
    """What shows when one points at the element around it."""
    return f"<title>{content(text)}</title>"


def words(text: str, x: float, y: float, **attributes: str | float) -> str:
    """One line of text, its baseline at y."""
    return element("text", content(text), x=x, y=y, **attributes)


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return value
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short

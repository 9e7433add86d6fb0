"""A picture as PNG, for programs that do not take SVG: resvg draws it, with the fonts of the machine.

resvg (https://github.com/linebender/resvg) fetches nothing, and our pictures name nothing to fetch.
"""

from functools import cache

from onrecord.errors import UsageError

ZOOM = 2
"""Points of the PNG for one pixel of the SVG: sharp on good screens and in print at half a page's width."""

_LETTER = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text x="2" y="16" '
    "font-family=\"Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\">{}</text></svg>"
)


def png(svg: str) -> bytes:
    """The picture's bytes; raises UsageError (``no-fonts``) where the machine has no letters to write names with."""
    if not _has_fonts():
        raise UsageError(
            "no font was found on this machine, so a PNG would have no names: install one (Debian: fonts-dejavu-core), "
            "or take --format svg",
            code="no-fonts",
        )
    return _drawn(svg, ZOOM)


@cache
def _has_fonts() -> bool:
    return _drawn(_LETTER.format("M"), 1) != _drawn(_LETTER.format(""), 1)


def _drawn(svg: str, zoom: int) -> bytes:
    import resvg_py  # noqa: PLC0415 - only where a PNG is asked for

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom))

"""The page around a drawing: a heading above, below it what its signs mean and what it was made by."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.network import Network
from onrecord.publishing.networks.settings_line import settings_line
from onrecord.publishing.networks.xml_text import content
from onrecord.publishing.pictures.lettering import in_lines, shortened, width
from onrecord.publishing.pictures.styles import FAINT, INK, PAPER, of_stances
from onrecord.publishing.pictures.svg import FONT, element, title, words

NARROWEST = 760.0
MARGIN = 24.0
_HEADING, _NOTE = 18.0, 11.0
_SWATCH, _ENTRY = 40.0, 22.0

_TIED = {
    "ignore": "statements on the same",
    "congruence": "say the same",
    "conflict": "say the opposite",
    "subtract": "the same less the opposite",
}
_TOWARD = {
    "ignore": "statements",
    "subtract": "agreement less disagreement",
    "combine": "agree, disagree or both",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Markup of so many pixels, from 0, 0."""

    width: float
    height: float
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A sign, drawn around the middle of 32 by 18 pixels from 0, 0, and what it means."""

    sign: str
    says: str


def page(network: Network, drawing: Drawing, legend: Sequence[Entry], notes: Sequence[str]) -> Iterator[str]:
    """The whole SVG of a network, a part a line."""
    made = made_by(network)
    yield from sheet(headline(network), " ".join(made), drawing, legend, (*notes, *made))


def sheet(
    heading: str, description: str, drawing: Drawing, legend: Sequence[Entry], notes: Sequence[str]
) -> Iterator[str]:
    """The whole SVG of any drawing, a part a line; `description` is for those who do not see it."""
    across = max(NARROWEST, drawing.width + 2 * MARGIN)
    below = [*_legend(legend, across)]
    top = MARGIN + _HEADING + 22
    at = top + drawing.height + 26
    placed = []
    for row in below:
        placed += [element("g", entry, transform=f"translate({x:.1f} {at:.1f})") for x, entry in row]
        at += _ENTRY
    lines = [line for note in notes for line in _wrapped(note, across)]
    at += 16
    for line in lines:
        placed.append(words(line, MARGIN, at, font_size=_NOTE, fill=FAINT))
        at += _NOTE * 1.35
    height = at + MARGIN - _NOTE
    shown = shortened(heading, across=across - 2 * MARGIN, size=_HEADING)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {across:.0f} {height:.0f}" role="img" font-family="{FONT}">\n'
    )
    yield title(heading) + "\n"
    yield element("desc", content(description)) + "\n"
    yield element("rect", width=round(across), height=round(height), fill=PAPER) + "\n"
    yield (
        words(shown, MARGIN, MARGIN + _HEADING * 0.8, font_size=_HEADING, font_weight="bold", fill=INK) + "\n"
    )
    yield f'<g transform="translate({(across - drawing.width) / 2:.1f} {top:.1f})">\n'
    for part in drawing.parts:
        yield part + "\n"
    yield "</g>\n"
    for part in placed:
        yield part + "\n"
    yield "</svg>\n"


def headline(network: Network) -> str:
    """What the network is of, in words."""
    settings = network.settings
    aggregation = str(settings["aggregation"])
    if network.mode == "one":
        said = f"{settings['rows']} by {settings['rows']}: {_TIED[aggregation]} ({settings['columns']})"
    else:
        toward = (
            _TOWARD[aggregation]
            if aggregation == "ignore" or of_stances(network)
            else settings.get("qualifier")
        )
        said = f"{settings['rows']} by {settings['columns']}: {toward}"
    if network.period is not None:
        said += f", {network.period.start[:10]} to {network.period.stop[:10]}"
    return said[:1].upper() + said[1:]


def made_by(network: Network) -> list[str]:
    """How many statements, who coded them, the rules and every setting."""
    return made_of(network.statements, network.settings)


def made_of(statements: int, settings: Mapping[str, object]) -> list[str]:
    """As `made_by`, of what is no network."""
    source = settings.get("source")
    coded = source.get("codes") if isinstance(source, Mapping) else None
    counted = f"{statements:,} coded statement" + ("" if statements == 1 else "s")
    checked = f"Made of {counted}" + (f"; codes: {coded}." if coded else ".")
    rules = {
        "dna": "Reckoned by the rules of DNA 3.1, its known slips too.",
        "onrecord": "Reckoned by the rules of OnRecord.",
    }[str(settings["rules"])]
    return [checked, *not_in(settings), f"{rules} {settings_line(_unsaid(settings))}"]


def _unsaid(settings: Mapping[str, object]) -> dict[str, object]:
    """The settings without what stands above in words: whose codes, and which are left out; the source's own beside."""
    source = settings.get("source")
    own = {} if not isinstance(source, Mapping) else source
    said = ("source", "left_out", "format", "codes")
    return {name: value for name, value in {**settings, **own}.items() if name not in said}


def not_in(settings: Mapping[str, object]) -> list[str]:
    """How many codes are not in it, by why; nothing where all are."""
    left_out = settings.get("left_out")
    each = left_out.items() if isinstance(left_out, Mapping) else ()
    said = "; ".join(f"{count:,} code{'' if count == 1 else 's'} ({why})" for why, count in each)
    return [f"Left out: {said}."] if said else []


def _legend(legend: Sequence[Entry], across: float) -> Iterator[list[tuple[float, str]]]:
    """The entries in rows, each with its place."""
    row: list[tuple[float, str]] = []
    x = MARGIN
    for entry in legend:
        says = shortened(entry.says, across=across - 2 * MARGIN - _SWATCH, size=12)
        wide = _SWATCH + width(says, 12) * 0.9 + 18
        if row and x + wide > across - MARGIN + 18:
            yield row
            row, x = [], MARGIN
        row.append((x, entry.sign + words(says, _SWATCH, 13, font_size=12, fill=INK)))
        x += wide
    if row:
        yield row


def _wrapped(note: str, across: float) -> tuple[str, ...]:
    return in_lines(note, across=across - 2 * MARGIN, size=_NOTE, most=6)

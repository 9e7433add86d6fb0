"""Ink on ground can be read, in both themes: WCAG 2.2 AA, a contrast of 4.5 to 1 (luminance as the standard has it)."""

import re
from importlib import resources

import pytest

CSS = (resources.files("onrecord.publishing.report") / "assets" / "colours.css").read_text("utf-8")
PAIRS = [
    ("ink", "paper"),
    ("muted", "paper"),
    ("accent", "paper"),
    ("source", "paper"),
    ("cue", "paper"),
    ("ink", "raised"),
    ("muted", "raised"),
    ("ink", "content"),
    ("ink", "nested"),
    ("ink", "content-on"),
    ("source", "content"),
    ("cue", "content"),
    ("source", "source-on"),
    ("cue", "cue-on"),
]


def theme(selector: str) -> dict[str, str]:
    block = CSS[CSS.index(selector) :]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[: block.index("}")]))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("selector", [":root {", ':root[data-theme="dark"] {'])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_ink_can_be_read_on_its_ground(selector: str, ink: str, ground: str) -> None:
    colours = theme(selector)
    lighter, darker = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_the_automatic_dark_theme_is_the_chosen_one() -> None:
    assert theme(':root[data-theme="dark"] {') == theme(':root:not([data-theme="light"]) {')


@pytest.mark.parametrize("selector", [":root {", ':root[data-theme="dark"] {'])
@pytest.mark.parametrize("ink", ["tie-same", "tie-opposite", "tie-plain"])
def test_lines_of_the_network_stand_out_from_the_paper(selector: str, ink: str) -> None:
    colours = theme(selector)
    lighter, darker = sorted((luminance(colours[ink]), luminance(colours["paper"])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 3  # WCAG 2.2, 1.4.11: what is no text

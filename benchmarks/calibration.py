"""Whether a confidence means what it says: reliability on articles that the network did not learn from.

`python -m benchmarks.calibration --shared ../shared` prints for each set, for each tenth of the confidence, how many
statements were given out with it, what it said on average and how many were right; `--picture FILE` draws it.  Needs
what training needs: [train].
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.encoder.folder import SHIPPED
from onrecord.extraction.confidence import probability
from training import calibrate
from training.settle import judgeable, sets_of

HERE = Path(__file__).parent
NAMES = {"polnear": "PolNeAR dev", "debates": "our debates, dev", "news": "news of other outlets, dev"}
COLOURS = {
    "polnear": "#0072b2",
    "debates": "#d55e00",
    "news": "#009e73",
}  # Okabe and Ito's, told apart by all
SIDE, EDGE = 360, 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenth:
    """The statements given out with a tenth of the confidence: how many, what it said on average, what was right."""

    low: float
    count: int
    said: float
    right: float


def tenths(said: np.ndarray, right: np.ndarray) -> list[Tenth]:
    """The tenths that hold any statement."""
    at = np.minimum((said * 10).astype(int), 9)
    return [
        Tenth(
            low=n / 10,
            count=int((at == n).sum()),
            said=float(said[at == n].mean()),
            right=float(right[at == n].mean()),
        )
        for n in range(10)
        if (at == n).any()
    ]


def picture(found: Mapping[str, Sequence[Tenth]]) -> str:
    """A reliability diagram as SVG: what was said across, what was right up; the area of a dot is how many."""
    whole = SIDE + 2 * EDGE
    across = lambda value: EDGE + value * SIDE  # noqa: E731
    up = lambda value: EDGE + (1 - value) * SIDE  # noqa: E731
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole + 24 * len(found)}" role="img"'
        ' aria-label="Reliability diagram: how many were right against the confidence given"'
        ' font-family="sans-serif" font-size="13">',
        f'<rect width="{whole}" height="{whole + 24 * len(found)}" fill="white"/>',
        f'<path d="M{EDGE} {EDGE}V{EDGE + SIDE}H{EDGE + SIDE}M{across(0)} {up(0)}L{across(1)} {up(1)}"'
        ' stroke="#888" fill="none"/>',
        *(
            f'<text x="{across(n / 10)}" y="{EDGE + SIDE + 18}" text-anchor="middle">0.{n}</text>'
            f'<text x="{EDGE - 8}" y="{up(n / 10) + 4}" text-anchor="end">0.{n}</text>'
            for n in (2, 4, 6, 8)
        ),
        f'<text x="{EDGE + SIDE / 2}" y="{EDGE + SIDE + 38}" text-anchor="middle">confidence given</text>',
        f'<text x="{EDGE}" y="{EDGE - 14}">of these, right</text>',
    ]
    for row, (name, some) in enumerate(found.items()):
        points = " ".join(f"{across(one.said):.1f},{up(one.right):.1f}" for one in some)
        lines.append(f'<polyline points="{points}" fill="none" stroke="{COLOURS[name]}" stroke-width="1.5"/>')
        lines += [
            f'<circle cx="{across(one.said):.1f}" cy="{up(one.right):.1f}" r="{1.5 + one.count**0.5 / 4:.1f}"'
            f' fill="{COLOURS[name]}" fill-opacity="0.75"/>'
            for one in some
        ]
        y = EDGE + SIDE + 62 + 22 * row
        lines.append(
            f'<circle cx="{EDGE + 6}" cy="{y - 4}" r="6" fill="{COLOURS[name]}"/>'
            f'<text x="{EDGE + 20}" y="{y}">{NAMES[name]}: {sum(one.count for one in some):,} statements</text>'
        )
    return "\n".join([*lines, "</svg>", ""])


def main() -> None:
    """Print a table a set and its expected calibration error."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibration", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--picture", type=Path, help="draw it there, as SVG")
    options = parser.parse_args()
    found = {}
    for name, dev in sets_of(options.shared).items():
        encoder = calibrate.Remembering(options.model, dev)
        judged = judgeable({name: calibrate.judge(encoder, dev)}, {name: dev})
        said = np.array([probability(each.doubts, encoder.settings.calibration) for each in judged])
        right = np.array([float(each.right) for each in judged])
        found[name] = tenths(said, right)
        print(NAMES[name])
        for one in found[name]:
            print(f"  {one.low:.1f}  {one.count:5}  said {one.said:.3f}  was {one.right:.3f}")
        print(f"  expected calibration error {calibrate.expected_error(said, right):.4f}")
    if options.picture:
        options.picture.write_text(picture(found), encoding="utf-8")


if __name__ == "__main__":
    main()

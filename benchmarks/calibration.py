"""Whether a confidence means what it says: the table of a reliability diagram, on annotated articles.

`python -m benchmarks.calibration --shared ../shared` prints, for each tenth of the confidence, how many attributions
were given out with it, what it said on average and how many were right.  Needs what training needs: [train].
"""

import argparse
from pathlib import Path

import numpy as np

from onrecord.encoder.folder import SHIPPED
from onrecord.extraction.confidence import probability
from training import calibrate, polnear

HERE = Path(__file__).parent


def main() -> None:
    """Print the table and the expected calibration error."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibration", description=__doc__)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--model", type=Path, default=SHIPPED)
    options = parser.parse_args()
    dev = polnear.load(options.shared / "data/polnear/dev", every_annotator=False)
    encoder = calibrate.Remembering(options.model, dev)
    judged = calibrate.judge(encoder, dev)
    said = np.array([probability(each.doubts, encoder.settings.calibration) for each in judged])
    right = np.array([float(each.right) for each in judged])
    for low in np.arange(0, 1, 0.1):
        chosen = (said >= low) & (said < low + 0.1)
        if chosen.any():
            means = f"said {said[chosen].mean():.3f}  was {right[chosen].mean():.3f}"
            print(f"{low:.1f}-{low + 0.1:.1f}  {chosen.sum():5}  {means}")
    print(f"expected calibration error {calibrate.expected_error(said, right):.4f}", end=", ")
    print(f"cross-fitted {calibrate.cross_fitted_error(judged):.4f}")


if __name__ == "__main__":
    main()

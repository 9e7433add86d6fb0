"""Writes `model.json` of the second model's folder."""

import json
from collections.abc import Mapping
from pathlib import Path

from onrecord.encoder.bearing import FORMAT


def settings(out: Path, *, name: str, weights: Mapping[str, object]) -> None:
    """Write `model.json`; `weights` are what `onrecord.coding.prior.stored` gives."""
    told = {"format": FORMAT, "name": name, "weights": weights}
    (out / "model.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")

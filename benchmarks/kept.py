"""What the network said before, so that a second measurement need not ask again: kept by model, text and concept."""

from hashlib import sha256
from pathlib import Path
from threading import Lock

import numpy as np

from onrecord.coding.evidence import Floats
from onrecord.encoder.bearing import Bearing
from onrecord.encoder.pairs import Framed

OFTEN = 2000  # questions after which the file is written on the way


class Kept:
    """Asks a `Bearing` once for each text and pair; `save` writes what was asked to a file in `folder`."""

    def __init__(self, bearing: Bearing, folder: Path | None) -> None:
        self.bearing = bearing
        self._file = folder / f"{bearing.about.network[:16]}.npz" if folder else None
        self._have: dict[str, Floats] = {}
        self._added = 0
        self._lock = Lock()
        if self._file and self._file.is_file():
            with np.load(self._file) as stored:
                for kind in ("vector", "scores"):
                    self._have |= dict(
                        zip(stored[f"{kind}_keys"].tolist(), stored[f"{kind}_rows"], strict=True)
                    )

    def vector(self, text: str) -> Floats:
        """As `Bearing.vector`."""
        key = _key("vector", text)
        if key not in self._have:
            self._keep(key, self.bearing.vector(text))
        return self._have[key]

    def scores(self, concept: str, framed: Framed) -> Floats:
        """As `Bearing.scores`."""
        key = _key("scores", repr((concept, framed)))
        if key not in self._have:
            self._keep(key, self.bearing.scores(concept, framed))
        return self._have[key]

    def _keep(self, key: str, found: Floats) -> None:
        with self._lock:
            self._have[key] = found
            self._added += 1
            if self._added >= OFTEN:
                self.save()

    def save(self) -> None:
        """Write what was asked, if a folder was given and anything is new."""
        if self._file is None or not self._added:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        arrays = {}
        for kind in ("vector", "scores"):
            keys = [key for key in self._have if key.startswith(kind)]
            arrays[f"{kind}_keys"] = np.array(keys)
            arrays[f"{kind}_rows"] = np.array([self._have[key] for key in keys])
        part = self._file.with_suffix(".part.npz")
        np.savez(part, **arrays)  # type: ignore[arg-type]
        part.replace(self._file)
        self._added = 0


def _key(kind: str, text: str) -> str:
    return f"{kind}:{sha256(text.encode()).hexdigest()[:24]}"

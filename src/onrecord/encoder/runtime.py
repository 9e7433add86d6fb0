"""ONNX Runtime, kept to itself: everything here imports it by this module.

Newer builds keep a device's number and a queue of events in the user's cache folder and send them to their maker.
Nobody who reads articles asked for that, so it is told not to before it is loaded; where somebody else's code has
loaded it before, it is told to stop.
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime as ort  # it looks at its environment when it is loaded

if hasattr(ort, "disable_telemetry_events"):
    ort.disable_telemetry_events()

__all__ = ["ort"]

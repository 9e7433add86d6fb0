"""Makes `tests/resolution/` importable, so that its tests can use `speaking.py`."""

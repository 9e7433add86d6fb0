"""This file makes `tests/` importable, so that test files can use `building.py`: values made by hand."""

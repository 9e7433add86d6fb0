"""Importing the package is quick: the libraries of a format are loaded when a file needs them."""

import subprocess
import sys

import pytest

HEAVY = (
    "trafilatura",
    "htmldate",
    "lxml",
    "feedparser",
    "py3langid",
    "numpy",
    "charset_normalizer",
    "justext",
)


def loaded_after(code: str) -> set[str]:
    report = f"{code}\nimport sys; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    ran = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


def test_the_package_loads_no_library_of_a_format() -> None:
    assert loaded_after("import onrecord.reading") == set()


@pytest.mark.parametrize("doc", ["a.txt", "a.md"])
def test_an_english_text_needs_none_of_them(doc: str) -> None:
    words = "The minister said that the talks had failed and that she was not to blame for it at all."
    assert (
        loaded_after(
            f"from onrecord.reading import read_bytes; list(read_bytes({doc!r}, {words.encode()!r}))"
        )
        == set()
    )

"""Who published a page whose metadata do not say so: the end of its title, or the name that its address spells."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from onrecord.reading.html.summary import letters
from onrecord.reading.layout.credit_line import is_general, is_outlet_name
from onrecord.reading.layout.outlet import spelled_by

_PARTED = re.compile(r"\s(?:[|–—»·•-]|::)\s")
_SAVED = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(?P<url>\S{1,2000})\s*-->")
_WITHIN = 4_000  # characters from the top in which a browser writes where it saved a page from
_MOST_WORDS, _LONGEST_NAME = 5, 40
_FEWEST_LETTERS = 3


def saved_from(page: str) -> str | None:
    """The address that a browser wrote into a page when it saved it."""
    found = _SAVED.search(page[:_WITHIN])
    return found["url"] if found and found["url"].startswith("http") else None


def outlet_by_title(tree: Any, *, title: str | None, url: str | None) -> str | None:
    """The outlet at the end of a page's title, or None.

    It counts if the address spells it, if it is made as an outlet's name is, or if all that stands before it is the
    headline and it is no section's name.  Without a title that ends so, the words of the title or of the page that the
    address spells count.
    """
    declared = " ".join(
        "".join(words for element in tree.iter("title") for words in element.itertext()).split()
    )
    parts = _PARTED.split(declared)
    name = parts[-1].strip() if len(parts) > 1 else ""
    host = _host(url or "")
    if _can_be_name(name) and (
        _spells(host, name)
        or is_outlet_name(name)
        or (letters(declared) == letters((title or "") + name) and not is_general(name))
    ):
        return name
    return spelled_by(host, " ".join(_seen(tree))) if host else None


def _host(url: str) -> str:
    """The host that an address names; "" where it names none, or is no address ("http://[bad")."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _seen(tree: Any) -> Iterator[str]:
    """The words of a page, those of its scripts and styles left out."""
    for element in tree.iter():
        if element.tag not in ("script", "style", "noscript", "template"):
            yield element.text or ""
        yield element.tail or ""


def _can_be_name(name: str) -> bool:
    few = len(name.split()) <= _MOST_WORDS and len(name) <= _LONGEST_NAME
    return few and len(letters(name)) >= _FEWEST_LETTERS and (name[0].isupper() or name[0].isdigit())


def _spells(host: str, name: str) -> bool:
    """Whether one of the parts of a host's name is the name, "the" and other signs aside."""
    spelled = {letters(part) for part in host.split(".")[:-1]}
    return not spelled.isdisjoint({letters(name), letters(re.sub(r"(?i)^the\s", "", name))})

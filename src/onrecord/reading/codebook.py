"""A codebook as a TOML file, which people write and keep: read, never rewritten.

    title = "The harbour toll"

    [[concept]]
    name = "toll"
    label = "Ships should pay a toll"
    definition = "Whether every ship that enters the harbour pays."
    examples_for = ["No ship should come in free."]
    examples_against = ["The toll house is a fine building."]
    parent = "harbour"

    [[variable]]
    name = "certainty"
    type = "integer"

What cannot be is said with the file's name and the line: `harbour.toml:7: ...`.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from onrecord.errors import InputError
from onrecord.model.codebook import (
    VARIABLE_TYPES,
    Codebook,
    Concept,
    Variable,
    VariableType,
    nearest,
    problems_of,
)

CAP_BYTES = 10_000_000
"""A larger file is no codebook."""

_KEYS = {
    "concept": ("name", "label", "definition", "examples_for", "examples_against", "parent"),
    "variable": ("name", "type", "label"),
}
_TOP = ("title", "concept", "variable")
_HEADER = re.compile(r"\s*\[\[\s*[\"']?(\w+)[\"']?\s*\]\]")


def read_codebook(path: Path) -> Codebook:
    """The codebook in the file at `path`.

    Raises InputError, whose message begins with `FILE:LINE:` where a line can be named: ``no-file``, ``not-utf8``,
    ``not-toml``, ``codebook`` (it is TOML, and no codebook: a name twice, a parent that is not there ...).
    """
    return parse_codebook(_text(path), str(path))


def parse_codebook(text: str, name: str) -> Codebook:
    """The codebook in a TOML text that is known as `name`.  Raises InputError as `read_codebook` does."""
    text = text.removeprefix("\ufeff")
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(name, str(error), text) from error
    except RecursionError as error:
        raise InputError(f"{name}: it is nested too deeply to be a codebook", code="not-toml") from error
    if not given:
        raise InputError(
            f'{name}: nothing stands in it: a codebook has a title at least: title = "The harbour toll"',
            code="codebook",
        )
    return _File(name, text).codebook(given)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > CAP_BYTES:
            raise InputError(
                f"{path} has over {CAP_BYTES:,} bytes: no codebook is that long", code="codebook"
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"there is no file {path}: check its name", code="no-file") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}", code="cannot-open") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            f"{path}:{line}: this is no UTF-8: save the file as UTF-8", code="not-utf8"
        ) from error


def _not_toml(name: str, said: str, text: str) -> InputError:
    found = re.search(r" \(at (?:line (\d+), column (\d+)|end of document)\)", said)
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    words = said[: found.start()] if found else said
    column = f", column {found[2]}" if found and found[2] else ""
    return InputError(
        f"{name}:{line}: this is no TOML ({words[:1].lower()}{words[1:]}{column}): texts stand in quotation marks, "
        "a list in brackets, a concept under [[concept]]",
        code="not-toml",
    )


class _File:
    """A file's text, for the lines of what is wrong in it."""

    def __init__(self, name: str, text: str) -> None:
        self._name = name
        self._lines = _outside_of_long_texts(text)
        self._wrong: dict[int, str] = {}

    def codebook(self, given: Mapping[str, Any]) -> Codebook:
        """The whole of it; InputError with all that is wrong in it, by line."""
        for key in given:
            if key not in _TOP:
                self._note(self._line_of(key), f"{key!r} is unknown here{_meant(key, _TOP)}")
        title = given.get("title", Path(self._name).stem)
        if not isinstance(title, str) or not title.strip():
            self._note(self._line_of("title"), 'the title is no text: write title = "The harbour toll"')
            title = ""
        made = Codebook(
            title=title.strip(),
            concepts=tuple(self._concept(at, each) for at, each in enumerate(self._tables(given, "concept"))),
            variables=tuple(
                self._variable(at, each) for at, each in enumerate(self._tables(given, "variable"))
            ),
        )
        for problem in problems_of(made):
            self._note(self._line_of_problem(made, *problem), problem[1])
        if self._wrong:
            told = (f"{self._name}:{line}: {words}" for line, words in sorted(self._wrong.items()))
            raise InputError("\n".join(told), code="codebook")
        return made

    def _tables(self, given: Mapping[str, Any], kind: str) -> list[Mapping[str, Any]]:
        found = given.get(kind, [])
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            self._note(self._line_of(kind), f"a {kind} stands under [[{kind}]], in double brackets")
            return []
        for at, each in enumerate(found):
            for key in each:
                if key not in _KEYS[kind]:
                    self._note(
                        self._line(kind, at, key),
                        f"{key!r} is unknown in a {kind}{_meant(key, _KEYS[kind])}",
                    )
        return found

    def _concept(self, at: int, given: Mapping[str, Any]) -> Concept:
        name = self._need(at, given, "concept")
        return Concept(
            name=name,
            label=self._words(at, given, "concept", "label") or name,
            definition=self._words(at, given, "concept", "definition") or "",
            examples_for=self._list(at, given, "examples_for"),
            examples_against=self._list(at, given, "examples_against"),
            parent=self._words(at, given, "concept", "parent"),
        )

    def _variable(self, at: int, given: Mapping[str, Any]) -> Variable:
        name = self._need(at, given, "variable")
        named = self._words(at, given, "variable", "type") or "short text"
        kind: VariableType = next((each for each in VARIABLE_TYPES if each == named), "short text")
        if kind != named:
            self._note(
                self._line("variable", at, "type"),
                f"{named!r} is no type of a variable: it is {_listed(VARIABLE_TYPES)}",
            )
        label = self._words(at, given, "variable", "label") or ""
        return Variable(name=name, type=kind, label=label)

    def _need(self, at: int, given: Mapping[str, Any], kind: str) -> str:
        name = self._words(at, given, kind, "name")
        if name is None or not name.strip():
            self._note(self._line(kind, at, "name"), f'this {kind} has no name: write name = "toll"')
        return name or ""

    def _words(self, at: int, given: Mapping[str, Any], kind: str, key: str) -> str | None:
        found = given.get(key)
        if found is not None and not isinstance(found, str):
            self._note(self._line(kind, at, key), f"{key} is no text: put it in quotation marks")
            return None
        return found

    def _list(self, at: int, given: Mapping[str, Any], key: str) -> tuple[str, ...]:
        found = given.get(key, [])
        if not isinstance(found, list) or not all(isinstance(each, str) and each.strip() for each in found):
            self._note(
                self._line("concept", at, key), f'{key} is no list of texts: write {key} = ["...", "..."]'
            )
            return ()
        return tuple(found)

    def _note(self, line: int, words: str) -> None:
        """What is wrong in a line: the first that was seen there, of which the next may be but a consequence."""
        self._wrong.setdefault(line, words)

    def _line_of_problem(self, codebook: Codebook, name: str, reason: str) -> int:
        """Where the concept or variable of that name stands; of two of one name the second."""
        names = {
            "concept": [each.name for each in codebook.concepts],
            "variable": [each.name for each in codebook.variables],
        }
        key = "parent" if "parent" in reason else "name"
        for kind, named in names.items():
            places = [at for at, each in enumerate(named) if each == name]
            if key == "parent":
                places = [at for at in places if codebook.concepts[at].parent is not None]
            if places:
                return self._line(kind, places[-1], key)
        return 1

    def _line(self, kind: str, at: int, key: str) -> int:
        """The line, from 1, of a key of the n-th table of that kind, or of its header where it lacks the key."""
        headers = [
            number
            for number, line in enumerate(self._lines)
            if (found := _HEADER.match(line)) and found[1] == kind
        ]
        if at >= len(headers):
            return self._line_of(kind)
        for number in range(headers[at] + 1, len(self._lines)):
            if self._lines[number].lstrip().startswith("["):
                break
            if _key(self._lines[number]) == key:
                return number + 1
        return headers[at] + 1

    def _line_of(self, key: str) -> int:
        """The first line that begins with a key, or with a table of that name; 1 where none does."""
        for number, line in enumerate(self._lines):
            if _key(line) == key or re.match(rf"\s*\[+\s*[\"']?{re.escape(key)}\b", line):
                return number + 1
        return 1


def _key(line: str) -> str | None:
    found = re.match(r"\s*[\"']?([\w-]+)[\"']?\s*[.=]", line)
    return found[1] if found else None


def _outside_of_long_texts(text: str) -> list[str]:
    """The lines of a file, emptied where they lie within a text of several lines."""
    lines, within = [], ""
    for line in text.split("\n"):
        lines.append("" if within else line)
        rest = line
        while found := re.search("\"\"\"|'''" if not within else re.escape(within), rest):
            if not within and "#" in rest[: found.start()] and not re.search("[\"']", rest[: found.start()]):
                break  # a comment
            within = "" if within else found[0]
            rest = rest[found.end() :]
    return lines


def _meant(key: str, among: tuple[str, ...]) -> str:
    return nearest(key, list(among)) or f": there can be {_listed(among)}"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names[:-1]) + f" or {names[-1]}"

"""A codebook as a TOML file: what `onrecord codebook import` reads again, laid out for people."""

from collections.abc import Iterator, Sequence

from onrecord.model import Codebook

_LINE = 100  # a list that is longer stands one text a line, and a text that is longer is broken at its own line ends


def lines(codebook: Codebook) -> Iterator[str]:
    """The lines of the file, each with its line feed; read again, they are the same codebook."""
    yield f"title = {quoted(codebook.title)}\n"
    for concept in codebook.concepts:
        yield "\n[[concept]]\n"
        yield f"name = {quoted(concept.name)}\n"
        yield f"label = {quoted(concept.label)}\n"
        if concept.definition:
            yield f"definition = {_long(concept.definition)}\n"
        for key, texts in (
            ("examples_for", concept.examples_for),
            ("examples_against", concept.examples_against),
        ):
            if texts:
                yield f"{key} = {_list(texts, len(key))}\n"
        if concept.parent is not None:
            yield f"parent = {quoted(concept.parent)}\n"
    for variable in codebook.variables:
        yield "\n[[variable]]\n"
        yield f"name = {quoted(variable.name)}\n"
        yield f'type = "{variable.type}"\n'
        if variable.label:
            yield f"label = {quoted(variable.label)}\n"


def quoted(text: str) -> str:
    """A text as a basic string of TOML 1.0, on one line."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    short = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character)
    if short is not None:
        return short
    # TOML wants the control characters escaped; the line separators would break the line in some editors.
    if character < " " or "\x7f" <= character <= "\x9f" or character in "\u2028\u2029":
        return f"\\u{ord(character):04x}"
    return character


def _long(text: str) -> str:
    """A text of several lines between three quotation marks; others on one line."""
    if "\n" not in text:
        return quoted(text)
    return '"""\n' + "\n".join("".join(map(_escaped, line)) for line in text.split("\n")) + '"""'


def _list(texts: Sequence[str], key: int) -> str:
    whole = f"[{', '.join(map(quoted, texts))}]"
    if key + len(whole) <= _LINE and len(texts) < 3:
        return whole
    return "[\n" + "".join(f"    {quoted(text)},\n" for text in texts) + "]"

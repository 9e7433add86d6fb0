"""From what a person types to a query of FTS5, in which none of it can be an operator."""

import re

# A phrase in quotation marks, straight or curly, or a run of characters without blanks; a mark without its
# partner is an ordinary character.
_PIECES = re.compile(r'"([^"]*)"|“([^“”]*)”|(\S+)')


def match_words(words: str) -> str | None:
    """The query for all the words, phrases in quotation marks as phrases, `minist*` as a beginning.

    None where nothing in `words` can be looked for: no letter, no digit.
    """
    terms = [_term(*found.groups(default="")) for found in _PIECES.finditer(_clean(words))]
    return " AND ".join(term for term in terms if term) or None


def match_part(part: str) -> str | None:
    """The query of the trigram index for texts that hold `part`; None where it is shorter than that."""
    part = blanks_alike(part)
    return _quoted(part) if len(part) >= len("tri") else None


def blanks_alike(text: str) -> str:
    """`text` with one blank for each stretch of white space: the form in which sources are compared."""
    return " ".join(_clean(text).split())


def _term(straight: str, curly: str, bare: str) -> str:
    text = straight or curly or bare
    if not any(character.isalnum() for character in text):
        return ""
    return _quoted(text) + ("*" if bare.endswith("*") else "")


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _clean(text: str) -> str:
    """Without what a query cannot carry: NUL, at which SQLite would stop, and lone surrogates."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")

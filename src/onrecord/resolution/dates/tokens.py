"""Cuts a text into words, numbers and marks, and writes down the class of each as one character.

The grammar's patterns are then matched by `re` on that string of classes: one character a token, `OTHER` for every
word that no date is made of.  Only ASCII digits are numbers.  Cutting is linear in the length of the text and done in
C: what a piece is gets looked up, and worked out only when it is met first.
"""

import re
from dataclasses import dataclass
from itertools import accumulate, compress
from operator import sub

from onrecord.resolution.dates.lexicon import CAPITALISED, CLASSES

OTHER, PARAGRAPH = " ", "\n"

# Every character falls into one piece.  What hangs on a sign of money or a name (£1990, B52) is one piece with it.
_PIECE = re.compile(
    r"""
    [apAP]\.[mM]\b\.?
  | [oO]['’]clock\b
  | [^\W\d_]+(?:[0-9_]\w*)?
  | \s+(?:[-–—]+(?=[\s\w]))?
  | [12][0-9]{3}-[01][0-9]-[0-3][0-9](?:T[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?Z?)?(?![0-9-])
  | [0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.(?=[0-9]{4})|-[0-9]{1,2}-)(?:[0-9]{4}|[0-9]{2})(?![0-9])
  | [0-2]?[0-9](?::[0-5][0-9](?::[0-5][0-9])?|\.[0-5][0-9](?=\s?[apAP]\.?[mM]\b))(?![0-9:])
  | (?:[12][0-9]{2}0|['’]?[1-9]0)['’]?s\b
  | [0-9]{1,2}(?:st|nd|rd|th)\b
  | [12][0-9]{3}[-–/][0-9]{2}(?![0-9–/-])
  | [0-9]{1,3}(?:[ -][1-9]/[1-9](?![0-9/])|[½¼¾])|[½¼¾]
  | [0-9]{1,3}(?:,[0-9]{3})+(?![0-9])
  | [0-9]+(?:\.[0-9]+)?(?=[ap]\.?m\b|(?:min|sec|hr|yr)s?\b)
  | [0-9]+(?:\.[0-9]+)?\w*
  | ['’][0-9]{2}\b
  | ['’]s\b
  | [$£€¥\#%&@=\\_+]{1,3}[0-9][0-9.,]*
  | --+
  | .
    """,
    re.VERBOSE | re.DOTALL,
)
_SHAPES = {
    name: re.compile(shape)
    for name, shape in (
        ("iso", r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}.*"),
        ("slashed", r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]+"),
        ("clock", r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"),
        ("decade", r"['’]?[0-9]+['’]?s"),
        ("nth", r"[0-9]{1,2}(?:st|nd|rd|th)"),
        ("span", r"[12][0-9]{3}[-–/][0-9]{2}"),
        ("mixed", r"[0-9]{1,3}(?:[ -][1-9]/[1-9]|[½¼¾])|[½¼¾]"),
        ("short", r"['’][0-9]{2}"),
        ("fullyear", r"[12][0-9]{3}"),
        ("dayno", r"[1-9]|[0-2][0-9]|3[01]"),
        ("quarterno", r"[qQ][1-4]"),
        ("halfno", r"[hH][12]"),
        (
            "digits",
            r"[0-9]{1,9}(?:\.[0-9]{1,9})?|[0-9]{1,3}(?:,[0-9]{3}){1,2}",
        ),  # longer ones are of no calendar
    )
}
_KINDS = [*CLASSES, *_SHAPES]
CODES = {name: chr(0x100 + number) for number, name in enumerate(_KINDS)}
_MOST = 200_000
"""Pieces that are remembered: the words of a language, and not what a hostile text makes up."""


_NO_LANGUAGE = re.compile(r"[^ \n]{200,}")
"""So many words of dates in a row (`last last last ...`) are no language: not read, as they would only take time."""


class _Classes(dict[str, str]):
    """The code of each piece; one of no class is `OTHER`, white space has none or ends a paragraph."""

    def __missing__(self, piece: str) -> str:
        code = _code(piece)
        if len(self) < _MOST:
            self[piece] = code
        return code


_WORDS = {word: CODES[name] for name, words in CLASSES.items() for word in words.split()}
_CODE_OF = _Classes()


def _code(piece: str) -> str:
    if piece[0].isspace():
        return PARAGRAPH if piece.count("\n") > 1 else "" if piece.isspace() else OTHER
    word = piece.lower()
    if found := _WORDS.get(word) or _WORDS.get(word.removesuffix(".") if len(word) > 3 else word):
        return OTHER if piece[0].islower() and piece in CAPITALISED else found
    if piece[0] in "0123456789'’½¼¾qQhH":
        return next((CODES[name] for name, shape in _SHAPES.items() if shape.fullmatch(piece)), OTHER)
    return OTHER


@dataclass(slots=True)
class Tokens:
    """The tokens of a text: where each stands, and `codes`, a character a token."""

    text: str
    starts: list[int]
    ends: list[int]
    codes: str

    def shown(self, at: int) -> str:
        """The token as it stands."""
        return self.text[self.starts[at] : self.ends[at]]

    def word(self, at: int) -> str:
        """The token in small letters."""
        return self.text[self.starts[at] : self.ends[at]].lower()

    def words(self, start: int, end: int) -> list[str]:
        """The tokens from `start` up to `end`, in small letters."""
        return [self.word(at) for at in range(start, end)]


def tokenise(text: str) -> Tokens:
    """Cut a text."""
    pieces = _PIECE.findall(text)
    codes = list(map(_CODE_OF.__getitem__, pieces))
    lengths = list(map(len, pieces))
    ends = list(accumulate(lengths))
    starts = map(sub, ends, lengths)
    classes = _NO_LANGUAGE.sub(lambda run: OTHER * len(run[0]), "".join(codes))
    return Tokens(text, list(compress(starts, codes)), list(compress(ends, codes)), classes)

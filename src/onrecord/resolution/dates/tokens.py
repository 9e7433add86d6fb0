"""Cuts a text into words, numbers and marks, and writes down the class of each as one character.

The grammar's patterns are then matched by `re` on that string of classes: one character a token, `OTHER` for every
word that no date is made of.  Only ASCII digits are numbers; all patterns here are linear in the length of the text.
"""

import re
from dataclasses import dataclass
from string import ascii_letters, digits

from onrecord.resolution.dates.lexicon import CAPITALISED, CLASSES

OTHER, PARAGRAPH = " ", "\n"

_TOKEN = re.compile(
    r"""
    (?P<meridiem>[apAP]\.?[mM]\b\.?)
  | (?P<oclock>[oO]['’]clock\b)
  | (?P<word>[^\W\d_]+)
  | (?P<iso>[12][0-9]{3}-[01][0-9]-[0-3][0-9](?:T[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?Z?)?(?![0-9-]))
  | (?P<slashed>[0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.(?=[0-9]{4})|-[0-9]{1,2}-)(?:[0-9]{4}|[0-9]{2})(?![0-9/.-]*[0-9]))
  | (?P<clock>[0-2]?[0-9](?::[0-5][0-9](?::[0-5][0-9])?|\.[0-5][0-9](?=\s?[apAP]\.?[mM]\b))(?![0-9:]))
  | (?P<decade>(?:[12][0-9]{2}0|['’]?[1-9]0)['’]?s\b)
  | (?P<nth>[0-9]{1,2}(?:st|nd|rd|th)\b)
  | (?P<span>[12][0-9]{3}[-–/][0-9]{2}(?![0-9–/-]))
  | (?P<mixed>[0-9]{1,3}(?:[ -][1-9]/[1-9](?![0-9/])|[½¼¾]))
  | (?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?)
  | (?P<short>['’][0-9]{2}\b)
  | (?P<possessive>['’]s\b)
  | (?P<paragraph>\n[^\S\n]*\n\s*)
  | (?P<hyphen>(?<=\w)[-‑–](?=\w))
  | (?P<comma>,) | (?P<dot>\.) | (?P<opening>\() | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_KINDS = (*CLASSES, "meridiem", "oclock", "iso", "slashed", "clock", "decade", "nth", "span", "mixed", "fullyear",
          "dayno", "digits", "short", "possessive", "hyphen", "comma", "dot", "opening")  # fmt: skip

_FREE = [chr(code) for code in range(0x100, 0x100 + len(_KINDS))]
CODES = dict(zip(_KINDS, _FREE, strict=True))
_WORDS = {word: CODES[name] for name, words in CLASSES.items() for word in words.split()}
_SIGNS = {name: CODES.get(name, OTHER) for name in _TOKEN.groupindex} | {"paragraph": PARAGRAPH}
_ATTACHED = frozenset(ascii_letters + digits + "_$£€#%&@/\\=")
_MAX_DIGITS = 9
"""Longer numbers are of no calendar."""


@dataclass(slots=True)
class Tokens:
    """The tokens of a text: where each stands, and `codes`, a character a token."""

    text: str
    starts: list[int]
    ends: list[int]
    codes: str

    def word(self, at: int) -> str:
        """The token in small letters."""
        return self.text[self.starts[at] : self.ends[at]].lower()

    def words(self, start: int, end: int) -> list[str]:
        """The tokens from `start` up to `end`, in small letters."""
        return [self.word(at) for at in range(start, end)]


def tokenise(text: str) -> Tokens:
    """Cut a text."""
    starts: list[int] = []
    ends: list[int] = []
    codes: list[str] = []
    known, signs = _WORDS.get, _SIGNS
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        if kind == "word":
            word = match[0]
            code = known(word.lower(), OTHER)
            if code is not OTHER and word[0].islower() and word in CAPITALISED:
                code = OTHER
            codes.append(code)
        elif kind == "number":
            codes.append(_number(match[0], text[start - 1 : start]))
        else:
            codes.append(signs[kind])  # type: ignore[index]
    return Tokens(text, starts, ends, "".join(codes))


def _number(digits_: str, before: str) -> str:
    """The class of a number: a day of the month, a year, or any other."""
    if before in _ATTACHED and before:
        return OTHER
    if digits_.isdigit():
        if len(digits_) <= 2 and 1 <= int(digits_) <= 31:
            return CODES["dayno"]
        if len(digits_) == 4 and digits_[0] in "12":
            return CODES["fullyear"]
    return CODES["digits"] if len(digits_) <= _MAX_DIGITS else OTHER

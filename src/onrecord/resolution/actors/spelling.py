"""How a name's word is spelt, made alike: what differs by the way another script is written in Latin letters.

Two words of one `spelling` are read as the same name where the rest of it is the same too; `sound` is coarser, and only
says what is worth comparing.  The rules follow the usual romanisations: BGN/PCGN, ISO 9 and those of newspapers for
Cyrillic, ALA-LC and French forms for Arabic, and oe, ae, ue for the German umlauts.
"""

import re
from functools import lru_cache

from onrecord.resolution.speakers.entities import fold

_ALIKE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), made)
    for pattern, made in (
        (r"^(?:al|el|ash|as|ad|an|ar|at|az)-(?=.{3})", ""),  # the article of Arabic names
        (r"^al(?=[qwz]|kh|sh)(?=.{4})", ""),
        (r"^ye", "e"),  # Yeltsin, Eltsin
        (r"[-’'`ʼ]", ""),
        (r"ß", "ss"),
        (r"þ", "th"),
        (r"[ðđ]", "d"),
        (r"æ", "ae"),
        (r"œ", "oe"),
        (r"(?<=.)(?:oe)(?=.)", "o"),
        (r"(?<=.)(?:ae)(?=.)", "a"),
        (r"(?<=.)(?:ue)(?=[^aeiouy])", "u"),
        (r"ou|oo", "u"),
        (r"kh", "k"),
        (r"gh(?=[aeiou])", "g"),
        (r"dh", "d"),
        (r"ph", "f"),
        (r"ck", "k"),
        (r"c(?=[aoulr]|$)", "k"),
        (r"q", "k"),
        (r"w", "v"),
        (r"off$", "ov"),
        (r"(?<=sk|ts|zh|ch|sh|ev|ov)(?:iy|yy|ij|yj|ii|yi|y|i|ey)$", "i"),
        (r"(?<=[bcdfghklmnprstvz])y(?=[aeou])", "i"),  # Lukyanenko, Lukianenko
        (r"(?<=[aeou])h(?=[^aeiouy]|$)", ""),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = re.compile(r"(?<=.)[aeiouy]+")
_FIRST_G = re.compile(r"^g(?=[aeiouhr])")
FOREIGN = re.compile(r"q|kh|gh|dh|dj")
"""Signs of a sound that Latin letters have no fixed way to write."""


@lru_cache(maxsize=65_536)
def spelling(word: str) -> str:
    """A folded word with its spelling made alike: zelensky, zelenskyy and zelenskiy give one."""
    for pattern, made in _ALIKE:
        word = pattern.sub(made, word)
    return word


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """The consonants of a folded word, and of a short one its vowels too; gaddafi and qadhafi give one."""
    plain = _FIRST_G.sub("k", spelling(word))
    bare = _VOWELS.sub("", plain)
    return bare if len(bare) > 2 else plain


def folded(name: str) -> tuple[str, ...]:
    """The words of a name without capitals, accents and stops; empty for a name without a letter or figure."""
    return tuple(word for word in fold(name) if any(sign.isalnum() for sign in word))

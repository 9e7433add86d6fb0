"""Lines that belong to the page and not to the report: menus, share links, calls, credits of the desk."""

import re

from onrecord.reading.layout.furniture_rules import EMAIL, RULES, URL, Rule
from onrecord.reading.layout.menus import entries_of, is_menu
from onrecord.reading.layout.names import is_explicit
from onrecord.reading.layout.pieces import SHORT_LINE, Piece
from onrecord.reading.layout.speech import has_speech

# A domain with its path, but without "https://"; in small letters, since "e.V." and "U.S." are none.
_DOMAIN = r"(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?:/\S*)?"

# All rules at once: most lines fall under none, and one pattern tells so faster than sixty.
_ADDRESS = re.compile(rf"(?:{URL}|{EMAIL}|@\w{{2,30}}|{_DOMAIN}|[|•·]),?$")
_FEWEST_ENTRIES = 3
_MOST_RULE_WORDS = max(rule.most_words for rule in RULES)
_ADVERTISED = re.compile(r"(?:advertisement|advertisment|advert|sponsored|promoted)[:.]?$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:continue|keep) reading(?: below)?$|(?:this )?(?:story|article|text) continues(?: below)?$"
    r"|scroll (?:down )?to continue",
    re.IGNORECASE,
)
_MOST_ADVERTISING_LINES, _MOST_ADVERTISING_WORDS = 4, 30
_ANY_RULE = re.compile("|".join(f"(?:{rule.pattern})" for rule in RULES), re.IGNORECASE)


def mark_advertisements(pieces: list[Piece]) -> None:
    """Mark the words of an advertisement: the lines in one block between its label and the line that goes on.

    A label with an empty line below it stands where an advertisement was; what follows it is the report.
    """
    for place, piece in enumerate(pieces):
        if not _ADVERTISED.match(piece.shown):
            continue
        block = pieces[place + 1 : place + 2 + _MOST_ADVERTISING_LINES]
        length = next((at for at, line in enumerate(block) if line.gap), len(block))
        closed = next((at for at, line in enumerate(block[:length]) if _GOES_ON.match(line.shown)), 0)
        if all(line.words <= _MOST_ADVERTISING_WORDS for line in block[:closed]):
            for line in block[:closed]:
                line.role = "boilerplate"


def is_furniture(piece: Piece, raw: str) -> bool:
    """Whether a piece is plainly the page's and not the report's; `raw` is its text.  In doubt it is not."""
    if piece.mark == "rule":
        return True
    shown = piece.shown
    if not shown or len(shown) > SHORT_LINE:
        return not shown
    if not any(letter.isalnum() for letter in shown):
        return True
    if piece.mark == "link" or is_menu(shown) or _is_addresses(shown) or _is_row(raw):
        return True
    return _falls_under_any(shown)


def _falls_under_any(shown: str) -> bool:
    words = shown.count(" ") + 1
    if words > _MOST_RULE_WORDS or not _ANY_RULE.match(shown) or has_speech(shown):
        return False
    return any(_falls_under(rule, shown) for rule in RULES if words <= rule.most_words)


def _is_row(raw: str) -> bool:
    """Whether a line is a row of entries, half of them at least known from menus and buttons."""
    entries = entries_of(raw)
    if len(entries) < _FEWEST_ENTRIES or is_explicit(entries[0]):
        return False
    known = sum(is_menu(entry) or _falls_under_any(entry) for entry in entries)
    return 2 * known >= len(entries)


def _is_addresses(shown: str) -> bool:
    """Whether a line holds links, addresses and handles alone."""
    return all(_ADDRESS.match(part) for part in shown.split())


def _falls_under(rule: Rule, shown: str) -> bool:
    """Whether a line matches a rule; most files need few of the rules, and `re` keeps those that were compiled."""
    return re.match(rule.pattern, shown, re.IGNORECASE) is not None

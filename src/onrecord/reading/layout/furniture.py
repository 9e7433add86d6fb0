"""Lines that belong to the page and not to the report: menus, share links, calls, credits of the desk."""

import re

from onrecord.reading.layout.furniture_rules import EMAIL, RULES, URL, Rule
from onrecord.reading.layout.menus import is_menu
from onrecord.reading.layout.pieces import SHORT_LINE, Piece
from onrecord.reading.layout.speech import has_speech

# All rules at once: most lines fall under none, and one pattern tells so faster than sixty.
_ADDRESS = re.compile(rf"(?:{URL}|{EMAIL}|@\w{{2,30}}|[|•·]),?$")
_MOST_RULE_WORDS = max(rule.most_words for rule in RULES)
_ANY_RULE = re.compile("|".join(f"(?:{rule.pattern})" for rule in RULES), re.IGNORECASE)


def is_furniture(piece: Piece) -> bool:
    """Whether a piece is plainly the page's and not the report's.  In doubt it is not."""
    if piece.mark == "rule":
        return True
    shown = piece.shown
    if not shown or len(shown) > SHORT_LINE:
        return not shown
    if not any(letter.isalnum() for letter in shown):
        return True
    if piece.mark == "link" or is_menu(shown) or _is_addresses(shown):
        return True
    if piece.words > _MOST_RULE_WORDS or not _ANY_RULE.match(shown) or has_speech(shown):
        return False
    return any(_falls_under(rule, shown) for rule in RULES if piece.words <= rule.most_words)


def _is_addresses(shown: str) -> bool:
    """Whether a line holds links, addresses and handles alone."""
    return all(_ADDRESS.match(part) for part in shown.split())


def _falls_under(rule: Rule, shown: str) -> bool:
    """Whether a line matches a rule; most files need few of the rules, and `re` keeps those that were compiled."""
    return re.match(rule.pattern, shown, re.IGNORECASE) is not None

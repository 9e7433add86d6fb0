"""Block quotations that have lost their marks: a paragraph after "He said:" is his words."""

import re

from onrecord.reading.layout.pieces import Piece
from onrecord.reading.layout.shapes import is_prose
from onrecord.reading.layout.speech import has_quotation_mark

_LEAD_IN_WITHIN = 400  # characters before the colon that are looked at: a sentence
_FEWEST_WORDS = 3
_MOST_PUBLICATION_WORDS = 15

_TAIL = r"(?:[^\w:]{1,3}[\w’'.*_-]{1,40}){0,10}[^\w:]{0,3}:$"
_SPEAKS = re.compile(
    r"\b(?:said|says|saying|adds|added|adding|continue[sd]?|continuing|wrote|writes|writing|told|replie[sd]|replying"
    r"|asks|asked|tweets|tweeted|tweeting|posted|concluded|concludes|concluding|insisted|insists|warned|warns|warning"
    r"|declared|declares|declaring|stated|states|stating|answered|responded|responds|recalled|recalls|complained"
    r"|testified|stressed|stresses|emphasi[sz]ed|announced|quoted|quotes|reads|went on|goes on|put it"
    r"|remarked|commented"
    r"|(?:statement|letter|speech|interview|post|e-?mail|message|editorial|tweet)(?= (?:to|on|in|from"
    r"|by|of|that|which))"
    r"|(?:note[sd]|noting|observe[sd]|observing|reported|reports|describe[sd]|explained|explains"
    r"|argued|argues)(?!,? (?:the|a|an) ))" + _TAIL
)
_READ_OUT = re.compile(
    r"\b(?:which|that|it|letter|statement|post|message|sign|tweet|note|banner|email) read:$"
)
_SPEAKS_AT_END = re.compile(
    r"\b(?:said|says|wrote|writes|continued|continues|added|adds|replied|stated|declared|the following):$"
)
_LISTS = re.compile(
    r"\b(?:know|here (?:is|are|'s)|takeaways?|things?|steps?|include[sd]?|including|as follows|options|points|reasons"
    r"|questions|examples|below|above|here|context|video|audio|photos|conditions|demands|measures"
    r"|facts|results|candidates|list|listed|ways|dates|schedule)\b[^:]{0,60}:$",
    re.IGNORECASE,
)
# A publication named in italics, or by the nouns that names of newspapers end in.
_PUBLICATION = re.compile(
    r"[*_][A-Z][^*_]{1,50}[*_]|\b(?:[A-Z][\w.’'-]{1,20} ){1,3}(?:Post|Times|Journal|Herald|News"
    r"|Tribune|Guardian|Gazette|Mail"
    r"|Telegraph|Chronicle|Review|Observer|Mirror|Express|Standard|Independent|Courier|Star|Sun|Globe"
    r"|Examiner|Dispatch"
    r"|Monitor|Register|Record|Echo|Argus|Zeitung|Bulletin|Press|Agency)\b|\bThe (?:Daily|Weekly"
    r"|Sunday) [A-Z]\w{1,20}"
)
_SENTENCE_START = re.compile(r"[.!?…][\"'”’)*_]{0,3}\s{1,3}(?=[A-Z\"“*_‘])")
_MARK_AT_START = re.compile(r"[*_>\s]{0,4}(?:[\"“”„‟«»‘’']|``)")
_FIRST_PERSON = re.compile(r"(?<![\w.])(?:I|I['’](?:m|ve|d|ll))(?= [a-z])")
_TURN = re.compile(r"[A-Z][\w.’' -]{1,40}:\s")


def mark_quotations(text: str, pieces: list[Piece]) -> None:
    """Mark the paragraphs that a lead-in ending in a colon announces as somebody's words.

    Only the first paragraph after the lead-in is taken, and those that go on with it at an indentation of their own,
    or in the first person where the report itself never says "I": nothing else tells where a longer quotation ends.
    """
    content = [piece for piece in pieces if piece.role in ("paragraph", "heading", "quotation", "standfirst")]
    for place, piece in enumerate(content):
        if piece.role in ("paragraph", "standfirst") and is_lead_in(text[piece.start : piece.end]):
            _mark_after(text, content, place)
    _mark_spoken_on(text, content)


def is_lead_in(words: str) -> bool:
    """Whether a paragraph ends in a clause that announces somebody's words: "In a letter to members, she wrote:"."""
    if not words.endswith(":") and not words.rstrip("*_ ").endswith(":"):
        return False
    last = words.rstrip("*_ ")[-_LEAD_IN_WITHIN:]
    starts = [match.end() for match in _SENTENCE_START.finditer(last)]
    sentence = last[starts[-1] :] if starts else last
    if _LISTS.search(sentence) and not _SPEAKS_AT_END.search(sentence):
        return False
    if _SPEAKS.search(sentence) or _READ_OUT.search(sentence):
        return True
    return sentence.count(" ") < _MOST_PUBLICATION_WORDS and bool(_PUBLICATION.search(sentence))


def _mark_after(text: str, content: list[Piece], lead_in: int) -> None:
    """Mark the piece after the lead-in, and those after it while they are set in like it."""
    for place in range(lead_in + 1, len(content)):
        piece, first = content[place], content[lead_in + 1]
        if not _can_be_quoted(text, piece) or piece.indent < first.indent:
            return
        piece.role = "quotation"
        if first.indent <= content[lead_in].indent:
            return


def _mark_spoken_on(text: str, content: list[Piece]) -> None:
    """Mark a paragraph in the first person below a quotation in it, if those two are all that say "I" unmarked."""
    unmarked = [place for place, piece in enumerate(content) if _says_i(text[piece.start : piece.end])]
    own = [place for place in unmarked if content[place].role != "quotation"]
    if len(own) != 1 or own[0] - 1 not in unmarked or content[own[0] - 1].role != "quotation":
        return
    if _can_be_quoted(text, content[own[0]]):
        content[own[0]].role = "quotation"


def _says_i(words: str) -> bool:
    """Whether a paragraph without marks of quotation is in the first person singular."""
    return bool(_FIRST_PERSON.search(words)) and not has_quotation_mark(words)


def _can_be_quoted(text: str, piece: Piece) -> bool:
    if (
        piece.role != "paragraph"
        or piece.mark == "item"
        or piece.words < _FEWEST_WORDS
        or not is_prose(piece)
    ):
        return False
    start = text[piece.start : piece.start + 60]
    return not _MARK_AT_START.match(start) and not _TURN.match(start)

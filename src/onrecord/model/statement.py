"""One attribution: somebody's words, or their meaning, as an article reports them."""

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model.actor import Addressee, Carrier, SaidOn, Speaker
from onrecord.model.ids import ArticleId, StatementId, statement_id
from onrecord.model.span import Span

Kind = Literal["direct", "mixed", "indirect"]

KINDS: tuple[Kind, ...] = get_args(Kind)

Act = Literal["speech", "writing", "thought", "attitude"]

ACTS: tuple[Act, ...] = get_args(Act)

WORDED: tuple[Act, ...] = ("speech", "writing")
"""The acts of which words are reported; the others are a mere thought or attitude."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution, all of it as places in the article's text, each tuple in the order of the text.

    `content` is never empty; `cue` (the words that attribute) and `source` (the words that name who is speaking in
    this sentence) are empty where the article has none.  `kind` is direct (all of the content is quoted words), mixed
    (some is) or indirect (none is).  `act` says what was done: speech (said aloud, or nobody says how), writing,
    thought (believes, fears, expects) or attitude (backs, opposes, welcomed: no words are reported).  `confidence` is
    the calibrated probability, 0 to 1, that content and source are right together.  `parent` is the statement inside
    whose content this one is reported.

    `speaker` is who made it, `via` through whom it came (outermost first, the article's own outlet left out), `to`
    to whom it was said, in the order of the text, `said_on` when; None and empty where nobody found out.
    """

    id: StatementId
    kind: Kind
    act: Act = "speech"
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    confidence: float
    parent: StatementId | None = None
    speaker: Speaker | None = None
    via: tuple[Carrier, ...] = ()
    to: tuple[Addressee, ...] = ()
    said_on: SaidOn | None = None


def identify(article: ArticleId, content: tuple[Span, ...]) -> StatementId:
    """The id of the statement of that article with that content."""
    return statement_id(article, ",".join(f"{span.start}-{span.end}" for span in content))

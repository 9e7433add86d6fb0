"""What a review shows: the statement in its place, the facts, the keys; laid out for any size of screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text

from onrecord.cli.passage import around, legend, passage
from onrecord.cli.reviewing.asking import Line, Offered
from onrecord.cli.reviewing.screen import PIPE_HEIGHT, Screen
from onrecord.cli.statement_table import one_line
from onrecord.cli.terminal import plain
from onrecord.model import Article, Block, Record, Span, Statement

_GAP = Text("[…]", "dim")
_LABEL = 9  # columns of `speaker  `
_ABOVE = 6  # the part of the screen that shows what stands before the statement
_LOW = 14  # lines of a screen that has no room for all keys and facts
_LEAST_CONTEXT = 3  # lines of the article that are seen on the smallest screen

KEYS = (
    "a accept  r reject  f fix  s speaker  o role  v via  t to whom  c code  d date  n note  m missed one  "
    "space next  ← back  ↑↓ scroll  u undo  z redo  ? why  q quit"
)
_FIXING_KEYS = (
    "←→ a word  ↑↓ ten words  tab the next end  x drop this piece  enter keeps it  escape leaves it as it was"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page in four parts; the passage is cut to what is left of the screen.

    `focus` is the line on which the statement begins, `edge` the one with the end that moves: it is seen in any case.
    """

    head: Sequence[Text]
    passage: Sequence[Text]
    focus: int
    edge: int
    facts: Sequence[Text]
    foot: Sequence[Text]

    def lines(self, height: int, scroll: int) -> list[Text]:
        """The lines of a screen of that height; `scroll` is how far the passage is moved up."""
        room, facts = self._room(height)
        first = self._first(height, room) + self.within(height, scroll)
        shown = self.passage[first : first + room]
        blank = [Text()] * (room - len(shown) if height < PIPE_HEIGHT else 0)
        return [*self.head, Text(), *shown, *blank, Text(), *self.facts[:facts], *self.foot]

    def within(self, height: int, scroll: int) -> int:
        """`scroll`, or as much of it as there is passage to be moved."""
        room, _ = self._room(height)
        first = self._first(height, room)
        return min(max(scroll, -first), max(len(self.passage) - room - first, 0))

    def _room(self, height: int) -> tuple[int, int]:
        """How many lines the passage has, and how many of the facts are shown: fewer on a small screen."""
        room = height - len(self.head) - len(self.foot) - 2
        facts = max(min(len(self.facts), room - _LEAST_CONTEXT), 0)
        return max(room - facts, 1), facts

    def _first(self, height: int, room: int) -> int:
        """The line that the passage begins with when nobody has moved it.

        A few lines above the focus, whatever the facts take of the screen: the text stands still while they change.
        """
        above = height // _ABOVE
        first = max(min(self.focus - above, len(self.passage) - room), 0)
        return first if first <= self.edge < first + room else max(self.edge - above, 0)


def head(screen: Screen, article: Article, progress: str, where: str) -> list[Text]:
    """Where in the review we are, and in which article."""
    gap = max(screen.width - len(progress) - len(where), 2)
    facts = [one_line(fact) for fact in (article.outlet, article.published, article.byline) if fact]
    lines = [
        Text(f"{progress}{' ' * gap}{where}", "dim" if screen.coloured else ""),
        Text(one_line(article.title) or "(without a title)", "bold"),
        Text(" · ".join(facts or ["undated"])),
    ]
    return lines if screen.height >= _LOW else lines[:1]


def context(
    screen: Screen, article: Article, statement: Statement, edge: Span | None = None, *, reach: int = 0
) -> tuple[list[Text], int, int]:
    """The lines of the article around the statement; which of them it begins on, and which the edge stands on.

    As many as a screen may show that is moved by `reach` lines; a pipe gets the neighbours alone.  `edge` is a place
    to be seen in any case, and set off.
    """
    lines: list[Text] = []
    begins, stands = statement.content[0], edge or statement.content[0]
    found: dict[Span, int] = {}
    blocks = _blocks(article, statement, screen.height + reach) if screen.live else around(article, statement)
    for block in blocks:
        shown = _GAP
        if block is not None:
            shown = passage(article, block.span, [statement], coloured=screen.coloured)
            if screen.coloured:
                _set_off(shown, block.span, begins, "")
                _set_off(shown, block.span, stands, "reverse" if edge else "")
        for line in screen.wrap(shown):
            for seen in (begins, stands):
                if seen not in found and _holds(line, screen, statement, seen):
                    found[seen] = len(lines)
            lines.append(line)
        lines.append(Text())
    return lines[:-1], found.get(begins, 0), found.get(stands, 0)


def _blocks(article: Article, statement: Statement, lines: int) -> list[Block | None]:
    """The blocks of the statement with those before and after that fill so many lines, boilerplate left out."""
    near = [block for block in around(article, statement) if block is not None]
    read = [block for block in article.blocks if block.role != "boilerplate" or block in near]
    said = [at for at, block in enumerate(read) if block in near]
    reach = lines // 2 + 1  # a block takes two lines at least, one of them blank
    return list(read[max(said[0] - reach, 0) : said[-1] + reach + 1])


def _set_off(shown: Text, block: Span, seen: Span, style: str) -> None:
    """Mark where a place begins, so that its line can be found, and give it a style."""
    if block.overlaps(seen):
        first, last = max(seen.start - block.start, 0), min(seen.end, block.end) - block.start
        shown.stylize(_mark(seen), first, first + 1)
        shown.stylize(style, first, last)


def _mark(seen: Span) -> Style:
    return Style(meta={"place": seen.pair()})


def _holds(line: Text, screen: Screen, statement: Statement, seen: Span) -> bool:
    if screen.coloured:
        return any(span.style == _mark(seen) for span in line.spans)
    inside = any(place.holds(seen) for place in statement.content)
    return ("[[" if inside else "{{") in line.plain


def facts(screen: Screen, record: Record, *, inside: str | None, people: Sequence[str]) -> list[Text]:
    """What is known of the statement: who, how it reached us, when, codes, what people decided."""
    rows = [("speaker", " · ".join(_speaker(record.statement)))]
    if record.codes:
        codes = [f"{one_line(code.concept)} {code.stance} ({one_line(code.coder)})" for code in record.codes]
        rows.append(("codes", " · ".join(codes)))
    rows.append(("found", " · ".join(_found(record, inside))))
    if people or record.review.contested or record.review.needs_look:
        rows.append(("people", " · ".join([*_alarms(record), *people])))
    return [line for label, words in rows for line in _fact(screen, label, words)]


def _fact(screen: Screen, label: str, words: str) -> list[Text]:
    """A label and what it says, of which what is too long goes on in a second line."""
    lines = screen.wrap(Text(f"{label:<{_LABEL}}{words}"))[:2]
    lines[0].stylize("dim", 0, _LABEL)
    return [lines[0], *(Text(" " * _LABEL + line.plain) for line in lines[1:])]


def _speaker(statement: Statement) -> Iterator[str]:
    who, when = statement.speaker, statement.said_on
    if who is None:
        yield "open"
    else:
        role = f", {one_line(who.role)}" if who.role else ""
        # A second reader's word: nobody knows how sure it is.
        sure = f"{who.confidence:.2f}" if who.confidence else "not checked"
        yield f"{one_line(who.name)}{role} ({who.type}, {sure})"
    if statement.via:
        yield "via " + " > ".join(one_line(each.name) for each in statement.via)
    if statement.to:
        yield "to " + ", ".join(one_line(each.name) for each in statement.to)
    if when is not None:
        yield f"said {when.value} ({'inferred, ' if when.inferred else ''}{when.confidence:.2f})"


def _found(record: Record, inside: str | None) -> Iterator[str]:
    yield record.statement.kind
    review = record.review
    by = "added by a model, not accepted yet" if review.by_model else "added by a person"
    yield by if review.added else f"confidence {record.statement.confidence:.2f}"
    if inside is not None:
        yield f"inside “{inside}”"
    yield record.statement.id


def _alarms(record: Record) -> Iterator[str]:
    if record.review.contested:
        yield "coders differ"
    if record.review.needs_look:
        yield "the latest reading no longer finds it"


def foot(screen: Screen, message: str) -> list[Text]:
    """A message, if there is one, what the colours mean, and the keys."""
    above = _warning(screen, message) if message else [legend(coloured=screen.coloured)]
    return [*above, *_keys(screen, KEYS)]


def _warning(screen: Screen, message: str) -> list[Text]:
    """A message to be seen, whole where the screen is not low."""
    lines = screen.wrap(Text(plain(message), "bold yellow" if screen.coloured else "bold"))
    return lines if screen.height >= _LOW else lines[:1]


def _keys(screen: Screen, keys: str) -> list[Text]:
    """The keys, two blanks between them, in as few lines as hold them; on a low screen the first line alone."""
    lines: list[Text] = []
    for each in keys.split("  "):
        word = Text(each)
        word.stylize("bold", 0, each.index(" "))
        if lines and lines[-1].cell_len + 2 + word.cell_len <= screen.width:
            lines[-1].append("  ").append_text(word)
        else:
            lines.append(word)
    return lines if screen.height >= _LOW else lines[:1]


def fixing_foot(screen: Screen, draft_says: str) -> list[Text]:
    """What moves while places are fixed, and the keys."""
    return [Text(plain(draft_says), "bold"), *_keys(screen, _FIXING_KEYS)]


def line_foot(screen: Screen, label: str, line: Line[Offered]) -> list[Text]:
    """A line that is typed, its cursor, what is offered, and why it was not taken."""
    typed = Text(f"{label}: ", "bold").append(plain(line.words), "").append(" ", "reverse")
    offers = [
        Text(("▸ " if at == line.taken else "  ") + one_line(offer.words)).append(
            f"  {one_line(offer.hint)}", "dim"
        )
        for at, offer in enumerate(line.offers)
    ]
    refused = _warning(screen, f"not taken: {line.refused}") if line.refused else []
    return [*refused, typed, *offers, Text("enter takes it  escape leaves  tab or ↓ what is offered", "dim")]


def choice_foot(question: str, choices: Sequence[str]) -> list[Text]:
    """A question that one key answers."""
    return [Text(plain(question), "bold"), Text("  ".join([*choices, "escape leaves"]))]

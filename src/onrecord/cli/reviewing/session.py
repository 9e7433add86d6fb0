"""A review: which key does what, one statement after another, every decision stored before the next is shown."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from rich.text import Text

from onrecord.cli.reviewing import describing, drafts, fixing, pages, why
from onrecord.cli.reviewing.deciding import Decided
from onrecord.cli.reviewing.drafts import Draft
from onrecord.cli.reviewing.keys import END, RESIZED, Keys
from onrecord.cli.reviewing.questions import Questions
from onrecord.cli.reviewing.screen import Screen
from onrecord.cli.reviewing.trail import Trail
from onrecord.cli.running import counted
from onrecord.cli.statement_table import one_line
from onrecord.errors import LedgerError, NotFoundError, UsageError
from onrecord.ledger import Ledger
from onrecord.model import Accept, Add, Change, Record, Reject, Span, StatementId, words_at

_SCROLLED = 3  # lines a stroke
_UNDONE = "undone"
_SHORT = 60  # characters of the statement around this one


class Session:
    """One review by one coder; `run` ends with the person, or with what the keys come from."""

    def __init__(self, ledger: Ledger, keys: Keys, screen: Screen, trail: Trail, decided: Decided) -> None:
        self._ledger, self._keys, self._screen = ledger, keys, screen
        self._trail, self._decided = trail, decided
        self._message, self._scroll = "", 0
        self._record: Record | None = None
        self._asks = Questions(keys=keys, show=self._show_foot, screen=screen, decided=decided)
        self._does: dict[str, Callable[[Record], None]] = {
            "a": lambda record: self._judge(record, Accept(), "accepted"),
            "r": lambda record: self._judge(record, Reject(), "rejected"),
            "f": self._fix,
            "m": self._add,
            "s": lambda record: self._answered(record, self._asks.speaker(record)),
            "o": self._role,
            "v": lambda record: self._answered(record, self._asks.via(record)),
            "t": lambda record: self._answered(record, self._asks.to(record)),
            "c": lambda record: self._answered(record, self._asks.code(record)),
            "d": lambda record: self._answered(record, self._asks.date(record)),
            "n": lambda record: self._answered(record, self._asks.note()),
            "?": self._why,
            "up": lambda record: self._scroll_by(-_SCROLLED),  # noqa: ARG005 - called as the others are
            "down": lambda record: self._scroll_by(_SCROLLED),  # noqa: ARG005
        }
        self._goes: dict[str, Callable[[], None]] = {
            " ": self._next, "right": self._next, "left": self._back,
            "u": lambda: self._return(_UNDONE, self._decided.undo),
            "z": lambda: self._return("done again", self._decided.redo),
        }  # fmt: skip

    def run(self) -> None:
        """Show statements and take keys, until `q` or the end of what the keys come from."""
        self._trail.forth()
        self._load()
        while True:
            self._show()
            key = self._keys.next()
            if key in ("q", END):
                return
            self._message = "" if key != RESIZED else self._message
            try:
                self._obey(key)
            except (UsageError, LedgerError) as error:
                self._message = f"not done: {error}"
            self._load()

    def _obey(self, key: str) -> None:
        if key in self._goes:
            self._goes[key]()
        elif self._record is not None and key in self._does:
            self._does[key](self._record)
        elif key not in ("", RESIZED, "enter", "escape", "tab", "backspace"):
            self._message = (
                f"{key!r} is no key here" if self._record else "u and ← go back, q ends the review"
            )

    def _load(self) -> None:
        """The statement where the trail is; one that has gone meanwhile is passed over."""
        while (current := self._trail.current) is not None:
            try:
                self._record = self._ledger.record(current)
            except NotFoundError:
                self._message = f"{current} is no longer in the ledger"
                self._trail.drop()
                self._trail.forth()
            else:
                return
        self._record = None

    # What keys do

    def _judge(self, record: Record, change: Change, done: str) -> None:
        self._decided.make(record.statement.id, change)
        self._message = f"{done}: {_shortened(record.words)}"
        self._next()

    def _answered(self, record: Record, change: Change | None) -> None:
        if change is not None:
            self._decided.make(record.statement.id, change)
            self._message = f"you {describing.of(self._ledger, change)}"

    def _role(self, record: Record) -> None:
        if record.statement.speaker is None:
            self._message = "nobody is the speaker yet: s says who, and then in which role"
        self._answered(record, self._asks.role(record))

    def _fix(self, record: Record) -> None:
        statement = record.statement
        draft = drafts.draft(record.article.text, statement.content, statement.source)
        fixed = fixing.moved(self._keys, partial(self._show_draft, record), draft)
        self._answered(record, None if fixed is None else fixed.correction(statement))

    def _add(self, record: Record) -> None:
        """A statement that the machine missed, begun at the word after this one."""
        alone = replace(record, statement=replace(record.statement, cue=()))
        added = fixing.moved(self._keys, partial(self._show_draft, alone), fixing.behind(record))
        kind = None if added is None else self._asks.kind()
        if added is not None and kind is not None:
            add = Add(content=added.content, source=added.source, kind=kind)
            self._trail.go_to(self._decided.make(record.article.id, add))
            self._message = f"added: {_shortened(words_at(record.article.text, added.content))}"

    def _why(self, record: Record) -> None:
        key = RESIZED
        while key == RESIZED:
            self._screen.draw(why.page(self._screen, self._ledger, record))
            key = self._keys.next()

    def _next(self) -> None:
        self._scroll = 0
        self._trail.forth()

    def _back(self) -> None:
        self._scroll = 0
        if not self._trail.back():
            self._message = "this is the first one"

    def _return(self, what: str, act: Callable[[], tuple[StatementId, str] | None]) -> None:
        done = act()
        if done is None:
            self._message = f"nothing in this review to be {what}; `onrecord undo` and `redo` reach further"
            return
        statement, action = done
        self._message, self._scroll = f"{what}: {action}", 0
        self._trail.go_to(statement)
        if (what, action) == (_UNDONE, "add"):
            self._trail.drop()

    def _scroll_by(self, lines: int) -> None:
        self._scroll += lines

    # What is shown

    def _show(self) -> None:
        if self._record is None:
            self._screen.draw(self._end())
        else:
            self._draw(self._record, pages.foot(self._screen, self._message))

    def _show_foot(self, foot: list[Text]) -> None:
        if self._record is not None:
            self._draw(self._record, foot)

    def _show_draft(self, record: Record, draft: Draft) -> None:
        word = draft.word
        says = f"{fixing.says(draft)}{_shortened(fixing.words(record.article.text, draft))}"
        shown = replace(record.statement, content=draft.content, source=draft.source)
        self._draw(replace(record, statement=shown), pages.fixing_foot(self._screen, says), word)

    def _draw(self, record: Record, foot: list[Text], edge: Span | None = None) -> None:
        screen = self._screen
        lines, focus, stands = pages.context(
            screen, record.article, record.statement, edge, reach=abs(self._scroll)
        )
        page = pages.Page(
            head=pages.head(screen, record.article, self._progress(), self._ledger.path.name),
            passage=lines,
            focus=focus,
            edge=stands,
            facts=self._facts(record),
            foot=foot,
        )
        self._scroll = page.within(screen.height, self._scroll)
        screen.draw(page.lines(screen.height, self._scroll))

    def _facts(self, record: Record) -> list[Text]:
        parent = record.statement.parent
        inside = None if parent is None else _shortened(self._ledger.record(parent).words)
        people = list(describing.in_effect(self._ledger, record.statement.id))
        return pages.facts(self._screen, record, inside=inside, people=people)

    def _progress(self) -> str:
        total = f"{self._trail.total:,}" + ("+" if self._trail.more else "")
        judged = self._decided.verdicts()
        counts = [f"{judged[each]} {each}" for each in ("accepted", "rejected") if judged.get(each)]
        return " · ".join([f"{self._trail.place:,} of {total}", *counts])

    def _end(self) -> list[Text]:
        return [
            Text(self._progress()),
            Text(),
            Text("That was the last one.", "bold"),
            Text(f"{counted(self._decided.count(), 'decision')} made, and stored.  {self._message}".rstrip()),
            Text(),
            Text("← back  u undo  z redo  q quit"),
        ]


def _shortened(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _SHORT else line[: _SHORT - 1] + "…"

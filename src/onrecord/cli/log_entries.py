"""What the page of decisions shows of each: the words and the article that it is about, looked up once."""

from contextlib import suppress
from functools import cache

from onrecord.errors import NotFoundError
from onrecord.ledger import Ledger, Logged
from onrecord.model import Apart, Article, Change, Merge, SetSpeaker
from onrecord.publishing.logbook import Entry


class Entries:
    """Entries of a ledger's log; what several decisions are about is looked up for the first of them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._articles: dict[str, Article] = {}  # one of each, whatever many statements it has
        self._about = cache(self._look_up)
        self._article = cache(self._find_article)
        self._name = cache(self._find_name)

    def entry(self, logged: Logged) -> Entry:
        """A decision with what it is about, as that stands now; an undo is about what the decision was about."""
        first = takes_back = None
        with suppress(NotFoundError):  # what it was about has been forgotten
            first = takes_back = self._ledger.original(logged.decision)
        about = first or logged.decision
        words, article = self._about(about.subject)
        return Entry(
            decision=logged.decision,
            undone=logged.undone,
            word=logged.word,
            words=words,
            article=article,
            who=self._who(about.change),
            takes_back=takes_back if about is not logged.decision else None,
        )

    def _look_up(self, subject: str) -> tuple[str | None, Article | None]:
        with suppress(NotFoundError):
            if subject.startswith("s-"):
                record = self._ledger.record(subject)
                return record.words, self._articles.setdefault(record.article.id, record.article)
            if subject.startswith("a-"):
                return None, self._article(subject)
        return (self._name(subject), None) if subject.startswith("p-") else (None, None)

    def _find_article(self, article: str) -> Article:
        return self._ledger.article(article)

    def _find_name(self, actor: str) -> str | None:
        with suppress(NotFoundError):
            return self._ledger.actor(actor).name
        return None

    def _who(self, change: Change) -> str | None:
        actor = None
        if isinstance(change, SetSpeaker):
            actor = change.actor
        elif isinstance(change, Merge | Apart):
            actor = change.into if isinstance(change, Merge) else change.other
        return self._name(actor) if actor else None

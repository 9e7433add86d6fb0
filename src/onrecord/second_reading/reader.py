"""Asks about one article after another, and knows which are due.

What holds of an answer is stored as decisions of a coder of the kind model, under a name that says the model, the
machine and the wording of the question.  Last of all the article is marked as read, and so a run that is broken off
goes on from there.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from onrecord.coding.llm.answer import Answer, has_the_shape, read_answer
from onrecord.coding.llm.endpoint import Endpoint
from onrecord.coding.llm.patience import HOPELESS, Patience
from onrecord.coding.llm.question import Question, version
from onrecord.errors import EndpointError, NotFoundError, UsageError
from onrecord.extraction.statements import read_blocks
from onrecord.ledger import Filter, Ledger, LogFilter
from onrecord.model import ArticleId, Codebook, Coder, Note, Record, Skipped
from onrecord.second_reading.outcome import ReadArticle, SecondRead
from onrecord.second_reading.storing import store

CAP_CHARACTERS = 60_000
"""Of one question: an article of some 8,000 words with its statements and a codebook."""

_MOST_FAILURES = 3  # articles in a row that the endpoint failed on: it will fail on the next one too


def second_read(
    ledger: Ledger,
    *,
    llm: str,
    model: str,
    key: str | None = None,
    articles: Sequence[str] = (),
    reviewed: bool = False,
    again: bool = False,
    limit: int | None = None,
    tries: int = 3,
    timeout: float = 120.0,
    max_tokens: int = 4096,
    max_characters: int = CAP_CHARACTERS,
) -> SecondRead:
    """Have the articles of a ledger read a second time, by a model behind an endpoint that speaks as OpenAI's does.

    The texts of these articles, their statements and the codebook are sent to `llm`, and nothing else; `key` goes into
    the header alone.  `articles` are ids or beginnings; without them all that this coder has not read.  `reviewed`: of
    these, those on which a person decided something; `again`: also those that it has read; `limit`: no more than so
    many.  `tries`: how often one question is asked at most; `timeout`: in seconds, for one try; `max_tokens`: of one
    answer; `max_characters`: of one question.

    Raises UsageError where address, model or key cannot be, or the model's name is a person's; NotFoundError for an
    article that is not there.  What the endpoint does wrong is said in `skipped` and `stopped`.
    """
    patience = Patience(
        endpoint=Endpoint(url=llm, model=model, key=key, timeout=timeout), tries=tries, max_tokens=max_tokens
    )
    reader = SecondReader(ledger=ledger, patience=patience, max_characters=max_characters)
    done = SecondRead(coder=reader.coder)
    for one in reader.read(reader.due(articles, reviewed=reviewed, again=again)[:limit], done):
        done.count(one)
    return done


@dataclass(kw_only=True)
class SecondReader:
    """A ledger with an endpoint that reads it."""

    ledger: Ledger
    patience: Patience
    max_characters: int = CAP_CHARACTERS
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))

    def __post_init__(self) -> None:
        if any(each.name == self.coder.name and each.kind == "person" for each in self.ledger.coders()):
            raise UsageError(
                f"{self.coder.name} is a person in {self.ledger.path}: a model's decisions cannot go under that name",
                code="coder",
            )

    @cached_property
    def codebook(self) -> Codebook | None:
        """The codebook that is sent along; None where the ledger has none, or one without a concept."""
        found = self.ledger.codebook()
        return found if found is not None and found.concepts else None

    @cached_property
    def coder(self) -> Coder:
        """Who reads: the model, the machine that it runs on, the version of the question."""
        endpoint = self.patience.endpoint
        return Coder(name=f"{endpoint.model}@{endpoint.host}/{version(self.codebook)}", kind="model")

    def due(
        self, articles: Sequence[str] = (), *, reviewed: bool = False, again: bool = False
    ) -> list[ArticleId]:
        """The articles to read, in the order of the ledger; without those that OnRecord itself did not read."""
        given = dict.fromkeys(self.ledger.article(each).id for each in articles)
        wanted = list(given) or [
            each.id for each in self.ledger.articles() if self.ledger.why_skipped(each.doc) is None
        ]
        if reviewed:
            looked_at = self._reviewed()
            wanted = [each for each in wanted if each in looked_at]
        if again:
            return wanted
        known = self._read_already()
        return [each for each in wanted if each not in known]

    def question(self, article: ArticleId) -> Question:
        """What is asked about an article as it stands now; NotFoundError where it is gone."""
        (reading,) = self.ledger.readings([article])
        return Question(
            article=reading.article,
            blocks=read_blocks(reading.article),
            statements=reading.statements,
            codebook=self.codebook,
        )

    def read(self, articles: Sequence[ArticleId], done: SecondRead) -> Iterator[ReadArticle]:
        """Ask about one article after another and store what holds; `done.stopped` says why it ended early.

        An article that was removed meanwhile is not sent; one that is removed while the answer is on its way is not
        stored.
        """
        failures = 0
        if articles:
            self._note_run()
        for article in articles:
            try:
                yield self._read(article)
                failures = 0
            except EndpointError as error:
                failures += 1
                yield self._skip(article, error.code, str(error))
                if error.code in HOPELESS or failures == _MOST_FAILURES:
                    done.stopped = (
                        str(error) if error.code in HOPELESS else f"{failures} in a row failed: {error}"
                    )
                    return

    def _read(self, article: ArticleId) -> ReadArticle:
        try:
            question = self.question(article)
        except NotFoundError:
            return _gone(article)
        if not question.blocks:
            return self._skip(article, "empty", "nothing in it is read for statements")
        if (size := question.size()) > self.max_characters:
            detail = f"{size:,} characters with statements and codebook, over {self.max_characters:,}"
            return self._skip(article, "too-long", f"{detail}: --max-characters allows for more")
        found = self.patience.answer(question.messages(), has_the_shape)
        return self._store(question, read_answer(question, found))

    def _store(self, question: Question, answer: Answer) -> ReadArticle:
        try:
            kept = store(self.ledger, self.coder, question, answer, now=self.now())
        except NotFoundError:
            return _gone(question.article.id)
        return ReadArticle(
            article=question.article.id,
            statements=kept.statements,
            codes=kept.codes,
            taken_back=kept.taken_back,
            refused=kept.refused,
        )

    def _skip(self, article: ArticleId, code: str, detail: str) -> ReadArticle:
        """Keep the reason in the ledger, as a note of the coder's, unless it is there already or no article's fault."""
        note = Note(text=f"not read: {code}")
        try:
            if code not in HOPELESS and self._latest_note(article) != note:
                self.ledger.decide(self.coder, article, note, now=self.now())
        except NotFoundError:
            return _gone(article)
        return ReadArticle(article=article, skipped=Skipped(doc=article, code=code, detail=detail))

    def _note_run(self) -> None:
        """Keep when this version of OnRecord asked which endpoint."""
        endpoint = self.patience.endpoint
        options = {"endpoint": endpoint.address, "model": endpoint.model, "coder": self.coder.name}
        self.ledger.start_run(
            model_hash=version(self.codebook), options=options, at=self.now(), stage="second reading"
        )

    def _read_already(self) -> set[str]:
        chosen = LogFilter(coder=self.coder.name, action="read")
        return {each.decision.subject for each in self.ledger.log(chosen) if not each.undone}

    def _reviewed(self) -> set[str]:
        """The articles on whose statements a person decided something."""
        people = {each.name for each in self.ledger.coders() if each.kind == "person"}
        records = self.ledger.records(Filter(review="all"))
        return {each.article.id for each in records if _is_looked_at(each, people)}

    def _latest_note(self, article: ArticleId) -> Note | None:
        chosen = LogFilter(subject=article, coder=self.coder.name, action="note")
        notes = (each.decision for each in self.ledger.log(chosen) if not each.undone)
        changes = (each.change for each in notes if each.subject == article)
        return next((each for each in changes if isinstance(each, Note)), None)


def _is_looked_at(record: Record, people: set[str]) -> bool:
    review = record.review
    by_person = review.state != "unreviewed" or review.corrected or (review.added and not review.by_model)
    return by_person or any(code.coder in people for code in record.codes)


def _gone(article: ArticleId) -> ReadArticle:
    detail = "it was removed from the ledger meanwhile"
    return ReadArticle(article=article, skipped=Skipped(doc=article, code="gone", detail=detail))

"""The ledger: one SQLite file that keeps articles and statements, and gives them back as they were."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import (
    actors,
    articles,
    checking,
    copying,
    counting,
    finding,
    listing_actors,
    listing_articles,
    near,
    records,
    registry,
    runs,
    search,
    skips,
    sources,
    taking,
    tombstones,
)
from onrecord.ledger.counting import Counts
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import bringing, deciding, events, forgetting, joining, logging, rereading
from onrecord.ledger.deciding import codebook as codebooks
from onrecord.ledger.deciding import history as histories
from onrecord.ledger.deciding.deciding import Moment
from onrecord.ledger.deciding.history import ActorHistory, History
from onrecord.ledger.deciding.joining import Joined
from onrecord.ledger.deciding.logging import LogFilter, Logged
from onrecord.ledger.deciding.rereading import Reread
from onrecord.ledger.deciding.standing import naming
from onrecord.ledger.desk import Desk
from onrecord.ledger.listing_actors import ActorCount
from onrecord.ledger.listing_articles import ArticleCount
from onrecord.ledger.near import Unmet
from onrecord.ledger.opening import open_database
from onrecord.ledger.registry import Form, Part, RoleTime, Waiting
from onrecord.ledger.runs import RunId
from onrecord.ledger.search import Hit
from onrecord.ledger.selection import Filter
from onrecord.ledger.soundness import Problem
from onrecord.ledger.sources import Stored
from onrecord.ledger.taking import Refuse, Rows, Taken
from onrecord.ledger.taking.dna import kept
from onrecord.ledger.taking.dna.kept import KeptDocument, KeptStatement
from onrecord.ledger.taking.dna.storing import take_dna
from onrecord.ledger.tombstones import Tombstone
from onrecord.model import (
    Actor,
    ActorId,
    ActorType,
    Affiliation,
    Article,
    ArticleId,
    Change,
    Codebook,
    Coder,
    Decision,
    DecisionId,
    Entry,
    Reading,
    Record,
    Skipped,
    Undo,
)
from onrecord.reading.dna import DnaFile


class Ledger:
    """A ledger, open; made by `Ledger.open`, closed by `close` or at the end of a `with`.

    One process writes at a time, others wait for it; any number may read meanwhile.  Every method raises
    LedgerError where the file is locked, read-only or damaged, or the disk is full.  What iterators give is
    read while they run, from one state of the file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Self:
        """The ledger at `path`; `create` makes one where there is none.

        Raises LedgerError: ``no-ledger`` (none there), ``not-a-ledger`` (another file), ``newer-ledger``
        (update OnRecord first).  The file is then as it was.
        """
        return cls(open_database(path, create=create))

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    def close(self) -> None:
        """Close the file; closing twice is closing once."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start_run(
        self, *, model_hash: str, options: Mapping[str, str], at: datetime, stage: str = "reading"
    ) -> RunId:
        """Note a run: what is stored with the id that it gives can be traced to this version, model and time.

        `at` needs a time zone; `stage` says what was done (reading, rereading, import).
        """
        return runs.start(self._database, model_hash=model_hash, options=options, at=at, stage=stage)

    def holds_source(self, source_hash: str, *, unskipped: bool = False) -> bool:
        """Whether the bytes with that SHA-256 were read to the end and all that they gave is here.

        With `unskipped`, only where no article of them was left unread: what a forced run asks.
        """
        return sources.holds(self._database, source_hash, unskipped=unskipped)

    def article_ids(self, source_hash: str) -> list[ArticleId]:
        """The ids of the articles that the bytes with that SHA-256 gave, in their order."""
        return sources.article_ids(self._database, source_hash)

    def store_source(
        self, run: RunId, doc: str, source_hash: str, readings: Sequence[Reading], skipped: Sequence[Skipped]
    ) -> Stored:
        """Store all that one source gave, or nothing of it: a run that is killed leaves whole sources.

        An article that is here already is not stored again, and its statements stay as they are; only one
        that has none, left unread for its language say, takes those of this reading.  `skipped` replaces
        the reasons kept for this source.  Raises InputError where a reading holds a lone surrogate
        (``lone-surrogate``) or a NUL (``nul``), or contradicts itself (spans beyond the text, ids that are
        not of the content ...); the source is then to be skipped.
        """
        return sources.store(self._database, run, doc, source_hash, readings, skipped)

    def store_skipped(
        self, run: RunId, doc: str, skipped: Sequence[Skipped], *, source_hash: str | None = None
    ) -> None:
        """Keep why the source `doc` gave nothing, in place of what was kept for it before."""
        with self._database.transaction():
            skips.replace(self._database, run, doc, skipped, source_hash=source_hash)

    def skipped(self) -> Iterator[Skipped]:
        """Why sources and articles gave no statements: the latest reason for each, by name."""
        return skips.load_all(self._database)

    def why_skipped(self, doc: str) -> Skipped | None:
        """The reason that holds for that source or article, by its name, or None."""
        return skips.load(self._database, doc)

    def article(self, article_id: str) -> Article:
        """The article with that id or its beginning, or of that file; NotFoundError where there is none, or more.

        The file is named as it was when the article was read, or by the end of its path (`gazette/05.txt`, `05.txt`).
        """
        return articles.load(self._database, finding.find(self._database, "articles", article_id))

    def articles(self) -> Iterator[Article]:
        """All articles by date of publication, undated last, then as they were added."""
        for number in articles.numbers(self._database):
            yield articles.load(self._database, number)

    def listed_articles(self, words: str | None = None) -> Iterator[ArticleCount]:
        """What is known of each article, in the order of `articles`.

        `words` stand in its file, title, outlet or byline.
        """
        return listing_articles.listed(self._database, words)

    def readings(self, article_ids: Iterable[str] | None = None) -> Iterator[Reading]:
        """Articles with the statements that stand: those with the ids, in that order, or all, as in `articles`."""
        if article_ids is None:
            numbers = articles.numbers(self._database)
        else:
            numbers = (finding.find(self._database, "articles", each) for each in article_ids)
        for number in numbers:
            yield records.reading(self._database, number)

    def record(self, statement_id: str) -> Record:
        """The statement with that id or its beginning; NotFoundError where there is none or more than one."""
        return records.load(self._database, statement_id)

    def records(self, selection: Filter | None = None) -> Iterator[Record]:
        """The statements that fulfil the conditions, by date (undated last), article, place in the article.

        Streamed, a few articles in memory at a time.
        """
        return records.select(self._database, selection or Filter())

    def unmet(self, selection: Filter) -> list[Unmet]:
        """Those of the conditions by name (speaker, via, to, outlet) that name nobody here, with names near each.

        It looks at every name of the ledger: for when nothing was found.
        """
        return list(near.unmet(self._database, selection))

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """The best articles and statements with all the words, which are written as in `Filter.words`."""
        return search.search(self._database, words, limit)

    def rebuild_search(self) -> None:
        """Make the search indexes anew from the tables, when `check` says that they do not agree."""
        search.rebuild(self._database)

    def decide(
        self, coder: Coder, subject: str, change: Change, *, now: datetime, settles: bool = False
    ) -> Decision:
        """Store what a coder decides of a statement, an article (an `Add`, too) or an actor, by its id or beginning.

        The decision is on disk, and all that follows from it, when this returns.  `settles` ends a disagreement between
        coders.  Raises NotFoundError, and UsageError where the decision makes no sense there.
        """
        moment = Moment(coder=coder, now=now, settles=settles)
        made = deciding.decide(self._database, moment, subject, change)
        registry.follow(self._database)
        return made

    def codebook(self) -> Codebook | None:
        """The codebook as it stands: concepts and variables in their order; None where the ledger has none.

        It is decided on like all else: `decide(coder, CODEBOOK, RenameConcept(...))`.
        """
        return codebooks.load(self._database)

    def take_codebook(self, coder: Coder, codebook: Codebook, *, now: datetime) -> list[Decision]:
        """Make the ledger's codebook this one, by a decision for each thing that differs; those that it took.

        Concepts that the given one lacks are dropped, and codes that name them stay.  Raises UsageError where the given
        one cannot be.
        """
        return bringing.bring(self._database, Moment(coder=coder, now=now), codebook)

    def concepts_coded(self) -> dict[str, int]:
        """How many codes in effect each concept has, by its name."""
        query = "SELECT concept, count(*) AS codes FROM codes GROUP BY concept ORDER BY concept"
        return {row["concept"]: row["codes"] for row in self._database.rows(query)}

    def new_actor(
        self, coder: Coder, name: str, kind: ActorType, *, note: str = "", now: datetime
    ) -> ActorId:
        """The id of the actor of that name, type and note, who is made where the ledger has none."""
        moment = Moment(coder=coder, now=now)
        return deciding.new_actor(self._database, moment, name, kind, note)

    def undo(self, coder: Coder, decision: str | None = None, *, now: datetime) -> Decision:
        """Take back a decision by its id or beginning, or this coder's latest; what held before holds again."""
        moment = Moment(coder=coder, now=now)
        wanted = None if decision is None else finding.whole_id(self._database, "decisions", decision)
        taken = deciding.undo(self._database, moment, None if wanted is None else DecisionId(wanted))
        registry.follow(self._database)
        return taken

    def undo_command(self, coder: Coder, decision: str | None = None, *, now: datetime) -> list[Decision]:
        """As `undo`, of all in effect that was decided with that decision by one command, at one `now`."""
        moment = Moment(coder=coder, now=now)
        wanted = None if decision is None else finding.whole_id(self._database, "decisions", decision)
        taken = deciding.undo_command(self._database, moment, None if wanted is None else DecisionId(wanted))
        registry.follow(self._database)
        return taken

    def redo_command(self, coder: Coder, *, now: datetime) -> list[Decision]:
        """Take back this coder's latest undo, and all that the same command took back with it."""
        taken = deciding.redo_command(self._database, Moment(coder=coder, now=now))
        registry.follow(self._database)
        return taken

    def redo(self, coder: Coder, *, now: datetime) -> Decision:
        """Take back this coder's latest undo."""
        taken = deciding.redo(self._database, Moment(coder=coder, now=now))
        registry.follow(self._database)
        return taken

    def reread(self, run: RunId, reading: Reading, *, now: datetime | None = None) -> Reread:
        """Put a newer reading of an article that is here in place of the older one; every decision is kept.

        What was decided of a statement holds for the one with the same content, or almost the same; what the newer
        reading no longer finds stays if somebody decided on it, and needs another look: from `now` on, which is the
        clock's time unless it is given.  Who is who is found out by the next `link`.  Raises NotFoundError where the
        article is not here, InputError where the reading contradicts itself.
        """
        number = finding.find(self._database, "articles", reading.article.id)
        with self._database.transaction():
            at = events.next_time(self._database, now or datetime.now(UTC))
            return rereading.reread(self._database, run, number, reading, at)

    def read_by_others(self, model_hash: str) -> list[ArticleId]:
        """The articles that another model than this one read last, in the order of `articles`."""
        return articles.read_by_others(self._database, model_hash)

    def is_read_with(self, decision: Decision) -> bool:
        """Whether the article that a decision is about was read again after it: with it, or once it was taken back."""
        number = finding.find(self._database, "articles", decision.subject)
        return articles.is_read_since(self._database, number, decision.at)

    def decision(self, decision: str) -> Decision:
        """The decision with that id or its beginning; NotFoundError where there is none, or more than one."""
        found = events.load(
            self._database, DecisionId(finding.whole_id(self._database, "decisions", decision))
        )
        assert found is not None  # noqa: S101 - its id was found just now
        return found

    def original(self, decision: Decision) -> Decision:
        """What an undo takes back in the end, or the decision itself; NotFoundError where that has been removed."""
        found = events.original(self._database, decision)
        if isinstance(found.change, Undo):
            raise NotFoundError(
                f"{self.path} no longer has the decision {found.subject}, which {found.id} takes back"
            )
        return found

    def coders(self) -> list[Coder]:
        """Everybody who ever decided something here, by name."""
        return events.coders(self._database)

    def actors(self, name: str | None = None) -> Iterator[ActorCount]:
        """The actors with what they said, the most talkative first; `name` is a part of a name, whatever the case."""
        return listing_actors.listed(self._database, name)

    def link(self) -> int:
        """Find out who is who across the articles, where something has changed since; how many blocks were linked.

        Safe to break off: what is left is linked by the next call.
        """
        return registry.link_due(self._database)

    def suggestions(self) -> Iterator[Waiting]:
        """Pairs of actors who may be one, the likeliest first: a person decides."""
        return registry.waiting(self._database)

    def parts_of(self, actor: str) -> list[Part]:
        """All that are one with an actor, by its id or beginning: what `Apart` can take out again."""
        return registry.parts(self._database, finding.whole_id(self._database, "actors", actor))

    def forms_of(self, actor: str) -> Iterator[Form]:
        """The words by which articles name an actor where it speaks, by its id or beginning, the commonest first."""
        return registry.forms(self._database, finding.whole_id(self._database, "actors", actor))

    def roles_of(self, actor: str) -> list[RoleTime]:
        """The roles in which an actor speaks, by its id or beginning, with the time of each."""
        return list(registry.roles(self._database, finding.whole_id(self._database, "actors", actor)))

    def take_reference(self, entries: Iterable[Entry]) -> int:
        """Take in entries of a reference, in place of what was known under their ids; how many.

        Actors are linked to them at once: see `entries_of`.
        """
        taken = registry.take_entries(self._database, entries)
        registry.link_due(self._database)
        return taken

    def entries_of(self, actor: str) -> list[Entry]:
        """The entries of the reference that an actor is, by its id or beginning."""
        return registry.entries_of(self._database, finding.whole_id(self._database, "actors", actor))

    def entries_beside(self, actors: Iterable[ActorId]) -> list[Entry]:
        """The entries of the reference that these very actors are, and those that they were weighed against."""
        return registry.entries_beside(self._database, actors)

    def unlinked_entries(self, ids: Sequence[str]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
        """The entries with these ids that no actor is, each with the ids of the actors who go by one of its names."""
        return registry.unlinked(self._database, ids)

    def affiliations(self, among: Iterable[ActorId]) -> dict[ActorId, list[Affiliation]]:
        """For each of these actors who has any: for whom it speaks, by people's decisions and by the reference.

        What counts first is first.
        """
        return registry.affiliations(self._database, among)

    def organisations(self) -> dict[str, str]:
        """For each name that one organisation alone goes by, in small letters, the name that it is shown by."""
        return registry.organisations(self._database)

    def actor_id(self, beginning: str) -> ActorId:
        """The id that begins so, of the very actor, not of the one that it is one with; NotFoundError for none."""
        return ActorId(finding.whole_id(self._database, "actors", beginning))

    def tombstones(self) -> list[Tombstone]:
        """What was removed for good, the latest first."""
        return tombstones.load_all(self._database)

    def join(self, other: "Ledger") -> Joined:
        """Take in all that another ledger holds: articles, what was found in them, every decision with its coder.

        Nothing here is overwritten; of two readings of one article the later stands, and decisions stay with it.
        Joining twice is joining once, and A joined to B holds what B joined to A does.
        """
        return joining.join(self._database, other._database)

    def forget(self, coder: Coder, subject: str, reason: str, *, now: datetime) -> Tombstone:
        """Remove an article (its text, statements and decisions) or an actor for good, by its id or beginning.

        It goes from every table and index and from the file's free pages, and cannot be brought back; earlier backups
        keep it.  What is left is a tombstone, and the article is not taken in again.  A name that stands in an
        article's text stays there.  Raises NotFoundError, and UsageError where no reason is given, or one that names
        the actor.
        """
        if not reason.strip():
            raise UsageError("say why: --reason TEXT", code="usage")
        return forgetting.forget(self._database, Moment(coder=coder, now=now), subject, reason)

    def backup(self, path: Path, progress: Callable[[int, int], None] | None = None) -> None:
        """Write a copy of the ledger to `path`, while others go on writing to it.

        The copy appears under its name when it is whole.  Raises LedgerError (``exists``) where a file is there
        already.  `progress` is told how many pages of 4,096 bytes are left, and of how many.
        """
        copying.copy(self._database, path, progress)

    @contextmanager
    def as_of(self, at: str) -> "Iterator[Ledger]":
        """The ledger as it was at a moment (ISO 8601, UTC where no zone is named; a day is taken whole).

        It is a copy in the temporary folder, gone at the end of the `with`; what is decided in it is lost.
        """
        with copying.as_of(self._database, at) as database:
            yield Ledger(database)

    def log(self, selection: LogFilter | None = None) -> Iterator[Logged]:
        """Who decided what when, the latest first."""
        return logging.log(self._database, selection or LogFilter())

    def actor(self, actor: str) -> Actor:
        """The actor with that id or its beginning, or the one it was merged into; NotFoundError where there is none."""
        return actors.load(self._database, finding.whole_id(self._database, "actors", actor))

    def ones(self) -> dict[ActorId, Actor]:
        """For the id of every actor the one that it is one with, without its other names."""
        return actors.ones(self._database)

    def names_apart(self, among: Iterable[ActorId]) -> dict[ActorId, str]:
        """For the id of each of these the name of the one that it is one with; namesakes have their note behind it."""
        return actors.names_apart(self._database, among)

    def counts(self) -> Counts:
        """How much there is of each."""
        return counting.count(self._database)

    def check(self) -> list[Problem]:
        """What is not as it must be, part by part of `CHECKS`; nothing for a ledger that is whole."""
        return list(checking.check(self._database))

    @property
    def desk(self) -> Desk:
        """What a review asks: what to look at next, what people said of it, names to choose from."""
        return Desk(self._database)

    def history(self, article: str) -> History:
        """What the machine found in an article and every decision on it since, by the article's id or beginning."""
        return histories.history(self._database, finding.find(self._database, "articles", article))

    def people(self, actors: Iterable[ActorId]) -> list[ActorHistory]:
        """The actors with these ids and all that were ever merged with them, each with every decision on it, by id."""
        return histories.people(self._database, actors)

    def codebook_history(self) -> tuple[Logged, ...]:
        """Every decision on the codebook, and every undo of one, the oldest first."""
        return histories.of_codebook(self._database)

    def take(self, rows: Rows, coder: Coder, refuse: Refuse, *, now: datetime) -> Taken:
        """Take in statements with their decisions from elsewhere: rows of an export, of `read`, of another tool.

        Each row is checked against its article's text; `refuse` is told of those that are not taken, and why.  A row
        without decisions and without a confidence is a statement that `coder` adds.  Taking twice is taking once.
        """
        taken = taking.take(self._database, rows, coder, refuse, now=now)
        registry.follow(self._database)
        return taken

    def take_codes(self, rows: Rows, coder: Coder, refuse: Refuse, *, now: datetime) -> Taken:
        """Take in codes of statements that are here: rows with `statement` (or `article`, `start`, `end`), `concept`,
        `stance`, perhaps `coder` and `values`.

        Each is a decision by the coder whom its row names, else by `coder`; `refuse` is told of those that fit no
        statement, or no concept of the codebook.  Taking twice is taking once.
        """
        return taking.take_codes(self._database, rows, coder, refuse, now=now)

    def take_dna(self, file: DnaFile, name: str, coder: Coder, refuse: Refuse, *, now: datetime) -> Taken:
        """Take in a study of the Discourse Network Analyzer, a file known as `name`: documents, statements, codes.

        What was coded becomes decisions of the coders whom the file names (`coder`, where it names none); what OnRecord
        has no word for (colours, rights, attributes ...) is kept for the way back.  Taking twice is taking once.
        """
        taken = take_dna(self._database, file, name, coder, refuse, now=now)
        registry.follow(self._database)
        return taken

    def dna_frame(self) -> DnaFile | None:
        """What is kept of the .dna files that were taken in, but documents and statements; None for no such file."""
        return kept.frame(self._database)

    def dna_documents(self) -> Iterator[KeptDocument]:
        """What is kept of the documents of such files, by number; their texts are those of the articles."""
        return kept.documents(self._database)

    def dna_statements(self) -> Iterator[KeptStatement]:
        """What is kept of the statements of such files, by number, and which codes they are here."""
        return kept.statements(self._database, naming(self._database))

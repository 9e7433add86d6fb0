"""What a second reader answers becomes its decisions: statements with speakers, codes, and last that it has read."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from onrecord.coding.llm.answer import Answer, Missed, Named
from onrecord.coding.llm.question import Question
from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger import Ledger
from onrecord.ledger.taking.brat import quoted_in
from onrecord.model import ActorId, Add, Coder, MarkRead, Note, SetCode, SetSpeaker, Stance, StatementId


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How many statements and codes were stored, how many codes of an earlier reading taken back; and what was
    refused, by its reason.
    """

    statements: int
    codes: int
    taken_back: int
    refused: Mapping[str, int]


def store(ledger: Ledger, coder: Coder, question: Question, answer: Answer, *, now: datetime) -> Kept:
    """Store an answer.  Storing it twice is storing it once; a code that it gives no longer is taken back.

    Beside the refusals of `read_answer`: ``known`` (the article has a statement of these words), ``gone`` (the
    statement was taken back meanwhile), and other codes of UsageError.  Raises NotFoundError where the article was
    removed meanwhile: nothing of it is left then.
    """
    keeping = _Keeping(ledger, coder, question, now, Counter(answer.refused))
    ledger.article(question.article.id)
    for each in answer.missed:
        keeping.add(each)
    if question.codebook is not None:
        for statement in question.statements:
            keeping.code(statement.id, answer.codes.get(statement.id, {}))
    keeping.end()
    return Kept(
        statements=keeping.statements,
        codes=keeping.codes,
        taken_back=keeping.taken_back,
        refused=dict(keeping.refused),
    )


def refusals(refused: Mapping[str, int]) -> str:
    """What was refused, in a line: `3 not-verbatim, 1 known`; the commonest first."""
    ordered = sorted(refused.items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{count} {reason}" for reason, count in ordered)


class _Keeping:
    def __init__(
        self, ledger: Ledger, coder: Coder, question: Question, now: datetime, refused: Counter[str]
    ) -> None:
        self._ledger, self._coder, self._question, self._now = ledger, coder, question, now
        self._quoted = quoted_in(question.article)
        self.refused = refused
        self.statements = self.codes = self.taken_back = 0

    def add(self, missed: Missed) -> None:
        """A statement that was missed, with its speaker and codes."""
        article = self._question.article
        kind = self._quoted.kind(article.text, missed.content)
        add = Add(content=missed.content, cue=missed.cue, source=missed.source, kind=kind)
        try:
            made = StatementId(self._ledger.decide(self._coder, article.id, add, now=self._now).subject)
        except UsageError as error:
            self.refused[error.code] += 1
            return
        self.statements += 1
        if missed.speaker is not None:
            speaker = SetSpeaker(actor=self._actor(missed.speaker))
            self._ledger.decide(self._coder, made, speaker, now=self._now)
        self.code(made, missed.codes)

    def code(self, statement: StatementId, wanted: Mapping[str, Stance]) -> None:
        """Make the codes of this coder on a statement those, by decisions for what differs."""
        held = self._held(statement)
        for concept, decisions in held.items():
            if concept not in wanted:
                if decisions[-1][0] is not None:
                    self.taken_back += 1
                for _, decision in reversed(decisions):  # all: an older one would be in effect again
                    self._ledger.undo(self._coder, decision, now=self._now)
        for concept, stance in wanted.items():
            if concept in held and held[concept][-1][0] == stance:
                continue
            try:
                self._ledger.decide(
                    self._coder, statement, SetCode(concept=concept, stance=stance), now=self._now
                )
                self.codes += 1
            except NotFoundError:
                self.refused["gone"] += 1
            except UsageError as error:
                self.refused[error.code] += 1

    def end(self) -> None:
        """Say what was refused, and that the article is read: a run that is broken off before asks about it again."""
        article = self._question.article.id
        if self.refused:
            note = Note(text=f"refused: {refusals(self.refused)}")
            self._ledger.decide(self._coder, article, note, now=self._now)
        self._ledger.decide(self._coder, article, MarkRead(), now=self._now)

    def _held(self, statement: StatementId) -> dict[str, list[tuple[Stance | None, str]]]:
        """The codes of this coder that stand, by concept, with their decisions: the last of a concept is in effect."""
        held: dict[str, list[tuple[Stance | None, str]]] = {}
        for each in self._ledger.desk.decisions(statement):
            if each.coder == self._coder and isinstance(each.change, SetCode):
                held.setdefault(each.change.concept, []).append((each.change.stance, each.id))
        return held

    def _actor(self, named: Named) -> ActorId:
        """The actor of that name: who speaks in the article under it, else the one of the ledger, made if need be.

        Two articles' *a spokesman* are two.
        """
        for statement in self._question.statements:
            known = statement.speaker
            if known and known.actor and known.name.casefold() == named.name.casefold():
                return known.actor
        note = f"in {self._question.article.id}" if named.type == "unnamed" else ""
        return self._ledger.new_actor(self._coder, named.name, named.type, note=note, now=self._now)

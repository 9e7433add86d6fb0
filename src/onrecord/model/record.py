"""A statement with its article: the unit that tables, exports and reports are made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model.article import Article
from onrecord.model.codebook import Amount, Valued
from onrecord.model.span import words_at
from onrecord.model.statement import Statement
from onrecord.model.statement_changes import Stance

State = Literal["unreviewed", "accepted", "rejected"]

STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A statement's concept and stance, by a named coder."""

    concept: str
    stance: Stance
    coder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeValues:
    """The variables of a code beside its stance, by a named coder, in the order of their names.

    `concept` is empty for values of the statement as a whole.  `entry` 1 belongs to the code of that concept and coder;
    a further one is a code of its own, with its own `stance`, on a statement that says the same for several.  `scheme`
    is the kind of coding in a study that has several.
    """

    concept: str
    coder: str
    entry: int = 1
    stance: Stance | None = None
    scheme: str = ""
    values: tuple[Valued, ...] = ()

    def value(self, variable: str) -> Amount | None:
        """The value of that variable, or None."""
        return next((each.value for each in self.values if each.variable == variable), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """All that a coder says in one code: the stance and the variables, each None where none is coded."""

    concept: str
    coder: str
    entry: int
    stance: Stance | None
    values: CodeValues | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What people made of a statement so far.

    `corrected`: its places, kind, speaker, chain or date are a person's.  `added`: a coder found it, and the machine
    did not.  `by_model`: that coder is a model (a second reader), and no person has said that it is right; its
    confidence is 0.  `needs_look`: a newer reading of its article no longer finds it, and nobody has looked since.
    `contested`: two coders differ, one of them a person.
    """

    state: State = "unreviewed"
    corrected: bool = False
    added: bool = False
    by_model: bool = False
    needs_look: bool = False
    contested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A statement beside the article that reports it; the words are looked up in the text, never stored apart.

    `review`, `codes` and `values` are what a ledger's coders decided; outside a ledger nobody did.
    """

    article: Article
    statement: Statement
    review: Review = Review()
    codes: tuple[Code, ...] = ()
    values: tuple[CodeValues, ...] = ()

    def coded(self) -> Iterator[Coded]:
        """Each code with its variables, then the variables that no code of the same concept and coder goes with."""
        given = {(each.concept, each.coder, each.entry): each for each in self.values}
        for code in self.codes:
            values = given.pop((code.concept, code.coder, 1), None)
            yield Coded(concept=code.concept, coder=code.coder, entry=1, stance=code.stance, values=values)
        for (concept, coder, entry), alone in given.items():
            yield Coded(concept=concept, coder=coder, entry=entry, stance=alone.stance, values=alone)

    @property
    def words(self) -> str:
        """The content's words, pieces joined with ` … `."""
        return words_at(self.article.text, self.statement.content)

    @property
    def cue_words(self) -> str | None:
        """The words that attribute, or None."""
        return words_at(self.article.text, self.statement.cue) or None

    @property
    def source_words(self) -> str | None:
        """The words that name who is speaking, or None."""
        return words_at(self.article.text, self.statement.source) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article and the statements found in it, in the order of the text."""

    article: Article
    statements: Sequence[Statement]

    def records(self) -> list[Record]:
        """One record a statement."""
        return [Record(article=self.article, statement=statement) for statement in self.statements]

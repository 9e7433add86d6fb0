"""The events themselves: coders and decisions, appended and read, and which of them are in effect."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from onrecord.errors import UsageError
from onrecord.ledger.database import Database, Row, Value
from onrecord.ledger.deciding.encoding import decode_change, encode_change
from onrecord.ledger.unicode import refuse_halves
from onrecord.model import Change, Coder, Decision, DecisionId, Undo, decision_id
from onrecord.model.storable import storable

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"
_COLUMNS = "d.id, d.at, d.action, d.subject, d.details, d.settles, c.name AS coder, c.kind AS coder_kind"
_FROM = "decisions AS d JOIN coders AS c USING (coder)"
_MANY = 500  # parameters of one query: SQLite takes 32,766, and less in old builds


def make(
    database: Database, coder: Coder, subject: str, change: Change, now: datetime, *, settles: bool
) -> Decision:
    """A decision with a time later than that of every other here, not stored yet."""
    if not coder.name.strip():
        raise UsageError("a coder needs a name: --coder NAME, or the setting ONRECORD_CODER", code="coder")
    at = next_time(database, now)
    database.decided = (now, at)
    _, details = encode_change(change)
    refuse_halves(details, coder.name, subject)
    made = id_of(coder, at, subject, change, settles=settles)
    return Decision(id=made, at=at, coder=coder, subject=subject, change=change, settles=settles)


def id_of(coder: Coder, at: str, subject: str, change: Change, *, settles: bool) -> DecisionId:
    """The id of a decision: it is made of all that the decision says."""
    action, details = encode_change(change)
    return decision_id(storable(coder.name), at, action, subject, details, str(int(settles)))


def append(database: Database, decision: Decision, article: int | None) -> bool:
    """Store a decision, inside a transaction; False where it is here already."""
    if database.row("SELECT 1 FROM decisions WHERE id = ?", (decision.id,)) is not None:
        return False
    action, details = encode_change(decision.change)
    database.change(
        "INSERT INTO decisions (id, at, coder, action, subject, details, settles, article) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            decision.id,
            decision.at,
            coder_number(database, decision.coder),
            action,
            decision.subject,
            storable(details),
            int(decision.settles),
            article,
        ),
    )
    return True


def coder_number(database: Database, coder: Coder) -> int:
    """The number of a coder, who is made where the ledger did not know the name."""
    number = database.value("SELECT coder FROM coders WHERE name = ?", (storable(coder.name),))
    if isinstance(number, int):
        return number
    return database.change(
        "INSERT INTO coders (name, kind) VALUES (?, ?)", (storable(coder.name), coder.kind)
    )


def coders(database: Database) -> list[Coder]:
    """Everybody who ever decided something, by name."""
    rows = database.rows("SELECT name, kind FROM coders ORDER BY name")
    return [Coder(name=row["name"], kind=row["kind"]) for row in rows]


def load(database: Database, wanted: DecisionId) -> Decision | None:
    """The decision with that id, or None."""
    row = database.row(f"SELECT {_COLUMNS} FROM {_FROM} WHERE d.id = ?", (wanted,))  # noqa: S608 - our names
    return None if row is None else _decision(row)


def of_subjects(database: Database, subjects: Sequence[str]) -> list[Decision]:
    """Every decision of these subjects, in effect or not, in order."""
    found: list[Decision] = []
    for first in range(0, len(subjects), _MANY):
        some = subjects[first : first + _MANY]
        places = ", ".join("?" * len(some))
        query = f"SELECT {_COLUMNS} FROM {_FROM} WHERE d.subject IN ({places})"  # noqa: S608 - our names
        found += [_decision(row) for row in database.rows(query, some)]
    return sorted(found, key=order)


def in_effect(database: Database, decisions: Sequence[Decision]) -> list[Decision]:
    """Those of the decisions that no undo in effect takes back."""
    undone = taken_back(database, [decision.id for decision in decisions])
    return [decision for decision in decisions if decision.id not in undone]


def taken_back(database: Database, ids: Sequence[str]) -> set[str]:
    """Those of the decisions with these ids that an undo in effect takes back."""
    found: set[str] = set()
    for first in range(0, len(ids), _MANY):
        some = ids[first : first + _MANY]
        places = ", ".join("?" * len(some))
        query = f"SELECT id FROM decisions JOIN taken_back USING (decision) WHERE id IN ({places})"  # noqa: S608
        found.update(row["id"] for row in database.rows(query, some))
    return found


def note_effects(database: Database) -> None:
    """Work out anew which decisions are taken back, after many came or went; inside a transaction.

    An undo is later than what it takes back: from the latest on, each is known when it is asked for.
    """
    query = "SELECT id, subject FROM decisions WHERE action = 'undo' ORDER BY at DESC, id DESC"
    undone: set[str] = set()
    for row in database.rows(query):
        if row["id"] not in undone:
            undone.add(row["subject"])
    database.change("DELETE FROM taken_back")
    database.change_all(
        "INSERT INTO taken_back (decision) SELECT decision FROM decisions WHERE id = ?",
        ((one,) for one in undone),
    )


def note_effect(database: Database, undo: Decision) -> None:
    """Work out what one undo more, the latest decision of all, changes along the chain that it ends."""
    subject: Decision | None = undo
    while subject is not None and isinstance(subject.change, Undo):
        query = """
            SELECT EXISTS (SELECT 1 FROM decisions AS u WHERE u.action = 'undo' AND u.subject = ?
                AND u.decision NOT IN (SELECT decision FROM taken_back))
        """
        taken = database.value(query, (subject.subject,))
        change = (
            "INSERT OR IGNORE INTO taken_back (decision) SELECT decision FROM decisions WHERE id = ?"
            if taken
            else "DELETE FROM taken_back WHERE decision = (SELECT decision FROM decisions WHERE id = ?)"
        )
        database.change(change, (subject.subject,))
        subject = load(database, DecisionId(subject.subject))


def log(
    database: Database, conditions: str = "TRUE", values: Sequence[Value] = (), *, latest_first: bool = True
) -> Iterator[Decision]:
    """The decisions that fulfil conditions on `d` and `c`, the latest first, or the oldest."""
    order = "d.at DESC, d.id DESC" if latest_first else "d.at, d.id"
    query = f"SELECT {_COLUMNS} FROM {_FROM} WHERE {conditions} ORDER BY {order}"  # noqa: S608 - as said
    for row in database.rows(query, values):
        yield _decision(row)


def in_order(database: Database) -> Iterator[tuple[Decision, int | None]]:
    """Every decision with the number of its article, if it has one; the oldest first, one at a time."""
    query = f"SELECT {_COLUMNS}, d.article FROM {_FROM} ORDER BY d.at, d.id"  # noqa: S608 - our names
    for row in database.rows(query):
        yield _decision(row), row["article"]


def order(decision: Decision) -> tuple[str, str]:
    """What decisions are sorted by, in every ledger alike."""
    return decision.at, decision.id


def original(database: Database, decision: Decision) -> Decision:
    """What an undo takes back in the end, or the decision itself; still an undo where the rest has been removed."""
    while isinstance(decision.change, Undo):
        before = load(database, DecisionId(decision.subject))
        if before is None:
            return decision
        decision = before
    return decision


def brings_back(database: Database, decision: Decision) -> bool:
    """Whether an undo takes back another one, so that what that took back holds again."""
    undos, before = 0, decision if isinstance(decision.change, Undo) else None
    while before is not None and isinstance(before.change, Undo):
        undos, before = undos + 1, load(database, DecisionId(before.subject))
    return undos > 0 and undos % 2 == 0


def _decision(row: Row) -> Decision:
    return Decision(
        id=row["id"],
        at=row["at"],
        coder=Coder(name=row["coder"], kind=row["coder_kind"]),
        subject=row["subject"],
        change=decode_change(row["action"], row["details"]),
        settles=bool(row["settles"]),
    )


def next_time(database: Database, now: datetime) -> str:
    """`now`, or a little after the latest decision where that has this time, or a clock went back.

    What is decided at one `now`, with nothing of anybody else's between, is a microsecond apart, and further from all
    else, whatever the clock does: so `together` knows what one command decided, in every copy of the ledger.
    """
    if now.tzinfo is None:
        raise ValueError("a decision needs a time with its time zone")
    at = now.astimezone(UTC).strftime(_FORM)
    last = database.value("SELECT max(at) FROM decisions")
    if not isinstance(last, str):
        return at
    return max(at, _after(last, 1 if database.decided == (now, last) else 2))


def together(database: Database, decision: Decision) -> list[Decision]:
    """All that the command decided which made this decision, itself among them; the latest first."""
    later = _run(log(database, "d.at > ?", (decision.at,), latest_first=False), decision.at, 1)
    earlier = _run(log(database, "d.at < ?", (decision.at,)), decision.at, -1)
    return [*reversed(list(later)), decision, *earlier]


def _run(decisions: Iterator[Decision], at: str, step: int) -> Iterator[Decision]:
    """The decisions as long as each is a microsecond from the one before."""
    for each in decisions:
        at = _after(at, step)
        if each.at != at:
            return
        yield each


def _after(at: str, microseconds: int) -> str:
    moment = datetime.strptime(at, _FORM).replace(tzinfo=UTC)
    return (moment + timedelta(microseconds=microseconds)).strftime(_FORM)

"""Which actor stands for all that are one: from what linking joined and what people merged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.model import Apart, Decision, Merge, Rename
from onrecord.resolution.actors.names import person_name

_NEIGHBOURS = """
    SELECT b.id FROM links JOIN actors AS a ON a.actor = links.one JOIN actors AS b ON b.actor = links.other
    WHERE a.id = ?1
    UNION SELECT b.id FROM links JOIN actors AS a ON a.actor = links.other JOIN actors AS b ON b.actor = links.one
    WHERE a.id = ?1
    UNION SELECT r.id FROM actors AS a JOIN actors AS r ON r.actor = a.root WHERE a.id = ?1
    UNION SELECT b.id FROM actors AS a JOIN actors AS b ON b.root = a.actor WHERE a.id = ?1
"""


def merges(database: Database) -> list[tuple[str, str]]:
    """Every merge in effect, in order: who, and into whom."""
    found = [each for each in events.log(database, "d.action = 'merge'") if isinstance(each.change, Merge)]
    return [
        (each.subject, each.change.into)
        for each in sorted(events.in_effect(database, found), key=events.order)
        if isinstance(each.change, Merge)
    ]


def apart(database: Database) -> frozenset[frozenset[str]]:
    """The pairs that people have told apart."""
    found = list(events.log(database, "d.action = 'apart'"))
    return frozenset(
        frozenset((each.subject, each.change.other))
        for each in events.in_effect(database, found)
        if isinstance(each.change, Apart)
    )


def merged(known: Sequence[tuple[str, str]]) -> dict[str, str]:
    """For each id that was merged, the one that stands for it by the merges alone; one that would close a circle
    changes nothing.
    """
    into: dict[str, str] = {}
    for one, other in known:
        _point(into, one, other)
    return {one: _root(into, one) for each in known for one in each}


def regroup(database: Database, subjects: Iterable[str]) -> None:
    """Give these actors, and all that hang together with them, their roots; inside a transaction."""
    known = merges(database)
    near: dict[str, set[str]] = {}
    for one, other in known:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    seen: set[str] = set()
    for subject in sorted(set(subjects)):
        if subject not in seen:
            group = _together(database, subject, near)
            seen |= group
            _settle(database, group, [two for two in known if two[0] in group])


def _together(database: Database, subject: str, near: Mapping[str, set[str]]) -> set[str]:
    group, left = {subject}, [subject]
    while left:
        one = left.pop()
        for other in [*(row["id"] for row in database.rows(_NEIGHBOURS, (one,))), *near.get(one, ())]:
            if other not in group:
                group.add(other)
                left.append(other)
    return group


def _settle(database: Database, group: set[str], known: Sequence[tuple[str, str]]) -> None:
    into: dict[str, str] = {}
    if len(group) > 1:
        rank = {one: at for at, one in enumerate(_ranked(database, group))}
        for one, other in _links(database, group):
            a, b = _root(into, one), _root(into, other)
            if a != b:
                low, high = sorted((a, b), key=lambda each: rank.get(each, len(rank)))
                into[high] = low
        for one, other in known:
            _point(into, one, other)
    database.change_all(
        "UPDATE actors SET root = (SELECT actor FROM actors WHERE id = ?) WHERE id = ?",
        ((root if (root := _root(into, one)) != one else None, one) for one in sorted(group)),
    )


def _links(database: Database, group: set[str]) -> Iterator[tuple[str, str]]:
    query = """
        SELECT a.id AS one, b.id AS other FROM links JOIN actors AS a ON a.actor = links.one
        JOIN actors AS b ON b.actor = links.other WHERE a.id = ? ORDER BY b.id
    """
    for subject in sorted(group):
        for row in database.rows(query, (subject,)):
            yield row["one"], row["other"]


def _ranked(database: Database, group: set[str]) -> list[str]:
    """The members, first the one whose name is shown: named by people, the fullest, of most articles."""
    renamed = {each.subject for each in _renames(database, group)}
    query = """
        SELECT id, name, note, found, (SELECT count(*) FROM figures WHERE home = actors.actor) AS held
        FROM actors WHERE id = ?
    """
    rows = [row for one in sorted(group) if (row := database.row(query, (one,))) is not None]
    rows.sort(
        key=lambda row: (
            row["id"] not in renamed,
            row["found"] is not None,
            row["name"].isupper(),
            min(len(person_name(row["name"]).words), 2) * -1,
            person_name(row["name"]).is_initialled,
            row["note"] != "",
            -row["held"],
            -len(row["name"]),
            row["name"],
            row["id"],
        )
    )
    return [row["id"] for row in rows]


def _renames(database: Database, group: set[str]) -> Iterator[Decision]:
    every = events.of_subjects(database, sorted(group))
    return (each for each in events.in_effect(database, every) if isinstance(each.change, Rename))


def _point(into: dict[str, str], one: str, other: str) -> None:
    source, target = _root(into, one), _root(into, other)
    if source != target:
        into[source] = target


def _root(into: Mapping[str, str], one: str) -> str:
    while one in into:
        one = into[one]
    return one

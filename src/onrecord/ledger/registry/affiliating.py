"""For which organisations actors speak, by what people decided and by the reference; and which there are."""

import json
from collections.abc import Iterable, Mapping

from onrecord.ledger import actors
from onrecord.ledger.database import Database
from onrecord.ledger.deciding import events
from onrecord.ledger.registry.referring import entries_of
from onrecord.model import ActorId, Affiliation, SetOrganisation

_NAMED = """
    SELECT n.name, r.id, r.name AS shown FROM known_names AS n JOIN actors AS a USING (actor)
    JOIN actors AS r ON r.actor = coalesce(a.root, a.actor) WHERE r.type IN ('organisation', 'outlet')
    UNION SELECT r.name, r.id, r.name FROM actors AS r WHERE r.root IS NULL AND r.type IN ('organisation', 'outlet')
"""


def affiliations(database: Database, among: Iterable[ActorId]) -> dict[ActorId, list[Affiliation]]:
    """For each of these who has any what is known, what counts first being first: the latest decision, then the
    reference in its order.
    """
    decided = _decided(database)
    referred = database.value("SELECT 1 FROM entries LIMIT 1") is not None
    found: dict[ActorId, list[Affiliation]] = {}
    for one in among:
        held = (
            [each for part in actors.all_of(database, one) for each in decided.get(part, ())]
            if decided
            else []
        )
        said = [each for _, each in sorted(held, key=lambda pair: pair[0], reverse=True)]
        if referred:
            said += [each for entry in entries_of(database, one) for each in entry.affiliations]
        if said:
            found[one] = said
    return found


def _decided(database: Database) -> Mapping[str, list[tuple[tuple[str, str], Affiliation]]]:
    """By the actor all that people decided, with the order in which they did."""
    every = list(events.log(database, "d.action = 'organisation'"))
    found: dict[str, list[tuple[tuple[str, str], Affiliation]]] = {}
    for each in events.in_effect(database, every):
        if isinstance(each.change, SetOrganisation):
            change = each.change
            said = Affiliation(organisation=change.organisation, since=change.since, until=change.until)
            found.setdefault(each.subject, []).append((events.order(each), said))
    return found


def organisations(database: Database) -> dict[str, str]:
    """For each name that one organisation alone goes by, in small letters, the name that it is shown by.

    Those too that people or the reference name for somebody's, and that nobody lets speak.
    """
    shown: dict[str, dict[str, str]] = {}
    for row in database.rows(_NAMED):
        shown.setdefault(row["name"].lower(), {})[row["id"]] = row["shown"]
    found = {name: next(iter(of.values())) for name, of in shown.items() if len(of) == 1}
    told = {each.organisation for _, each in (pair for some in _decided(database).values() for pair in some)}
    for row in database.rows("SELECT value FROM entries"):
        entry = json.loads(row["value"])
        told |= {each["organisation"] for each in entry.get("affiliations", ())}
        if entry["type"] in ("organisation", "outlet"):
            told.add(entry["name"])
    return {name.lower(): name for name in sorted(filter(None, told)) if name.lower() not in shown} | found

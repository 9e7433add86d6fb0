"""People and bodies as a reference work knows them: an id, names, offices with their time."""

from dataclasses import dataclass

from onrecord.model.actor import ActorType


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office or post that somebody held: from and until when (EDTF), None where the reference does not say."""

    role: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """The organisation or party for which somebody speaks, None for nobody: from and until when (EDTF), if known."""

    organisation: str | None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a reference: its id there (`Q42`), the name it is shown by, its other names, a few words on it.

    Of several `affiliations` at one time the first counts.
    """

    id: str
    name: str
    type: ActorType = "person"
    names: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    note: str = ""
    affiliations: tuple[Affiliation, ...] = ()

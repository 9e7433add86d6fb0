"""The organisation that a role names."""

import pytest

from onrecord.resolution.actors.affiliation import organisation_in

KNOWN = {
    "reform league": "Reform League",
    "tarn water": "Tarn Water plc",
    "tarn water plc": "Tarn Water plc",
    "rwc": "Rivers and Weirs Commission",
    "halvern courier": "Halvern Courier",
}


@pytest.mark.parametrize(
    ("role", "organisation"),
    [
        ("Reform League lawmaker", "Reform League"),
        ("Tarn Water boss", "Tarn Water plc"),
        ("Tarn Water's chief executive", "Tarn Water plc"),
        ("chief executive of Tarn Water plc", "Tarn Water plc"),
        ("head of dredging at the RWC", "Rivers and Weirs Commission"),
        ("hydrologist at the University of Esk", "University of Esk"),
        ("spokeswoman for the Halvern Ferry Council", "Halvern Ferry Council"),
        ("analyst with Dorn & Vale in Brisk", "Dorn & Vale"),
        ("chair of the Halvern Anglers' Association", None),  # a possessive inside a name may be another's
        ("member for Esk South", None),
        ("mayor of Halvern", None),
        ("foreign minister", None),
        ("former Reform League lawmaker", None),
        ("critic of Tarn Water", None),
        ("ex-RWC engineer", None),
        ("wife of the Tarn Water chairman", None),
        ("tarn water engineer", None),  # not a name as it is written
        ("Reform League spokesman on Tarn Water", None),  # which of the two?
        ("", None),
    ],
)
def test_a_role_gives_the_organisation_that_somebody_speaks_for(role: str, organisation: str | None) -> None:
    assert organisation_in(role, KNOWN) == organisation

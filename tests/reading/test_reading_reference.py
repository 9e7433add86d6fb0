"""A reference: people with ids, names and offices, of Wikidata or of one's own list."""

import bz2
import gzip
import json
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.model import Affiliation, Entry, Office
from onrecord.reading.reference import entries_of

HERE = Path(__file__).parent / "reference"


def test_a_csv_gives_a_person_with_all_names_and_offices() -> None:
    mara, player, minister, council = entries_of(HERE / "people.csv")
    assert mara.names == ("Mara Quell-Strake", "The Heron")
    assert mara.offices == (
        Office(role="foreign minister of Veyra", since="2029-05-02", until="2031-08-01"),
        Office(role="prime minister of Veyra", since="2031-08-01", until=None),
    )
    assert (player.name, player.note) == (minister.name, "the player")
    assert council.type == "organisation"


@pytest.mark.parametrize("packed", ["", ".gz", ".bz2"])
def test_an_extract_of_wikidata_gives_labels_aliases_and_offices_with_their_time(
    tmp_path: Path, packed: str
) -> None:
    data = (HERE / "people.jsonl").read_bytes()
    path = tmp_path / f"people.json{packed}"
    path.write_bytes({"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress}[packed](data))
    mara, office = entries_of(path)
    assert mara == Entry(
        id="Q9000001",
        name="Mara Quell",
        names=("The Heron",),
        offices=(Office(role="foreign minister of Veyra", since="2029-05-02", until="2031"),),
        note="politician of Veyra",
    )
    assert office.type == "organisation"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("people.txt", "x", "name a .json"),
        ("people.csv", "name\nMara\n", "no column id"),
        ("people.csv", "id,name\n,Mara\n", "line 2"),
        ("people.csv", "", "no column"),
        ("people.json", '{"id": 3', "line 1"),
        ("people.json", "[]", "holds nobody"),
        ("people.json.gz", "not packed", "cannot be read"),
    ],
)
def test_what_is_no_reference_says_so(tmp_path: Path, name: str, content: str, said: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        entries_of(path)


def test_a_column_says_for_whom_somebody_speaks_and_when(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "id,name,organisation,party,since,until\n"
        "k-1,Mara Quell,,Reform League,2029-05,2031\n"
        "k-1,Mara Quell,Tarn Water plc,,2031-08-01,\n"
        "k-2,Bo Esk,,,,\n"
    )
    mara, bo = entries_of(path)
    assert mara.affiliations == (
        Affiliation(organisation="Reform League", since="2029-05", until="2031"),
        Affiliation(organisation="Tarn Water plc", since="2031-08-01"),
    )
    assert bo.affiliations == ()
    path.write_text("id,name,party,since\nk-1,Mara Quell,Reform League,last spring\n")
    with pytest.raises(InputError, match="line 2: 'last spring' is no day"):
        entries_of(path)


def test_wikidata_gives_parties_and_employers_that_the_file_names(tmp_path: Path) -> None:
    def claim(item: str, **since: str) -> dict[str, object]:
        time = {"time": f"+{since['since']}T00:00:00Z", "precision": 11} if since else None
        qualifiers = {"P580": [{"datavalue": {"value": time}}]} if time else {}
        return {"mainsnak": {"datavalue": {"value": {"id": item}}}, "qualifiers": qualifiers}

    def entity(number: str, name: str, **claims: object) -> str:
        return json.dumps({"id": number, "labels": {"en": {"value": name}}, "claims": claims})

    path = tmp_path / "people.jsonl"
    mara = entity("Q1", "Mara Quell", P102=[claim("Q2", since="2029-05-02")], P108=[claim("Q3")])
    path.write_text(f"{mara}\n{entity('Q2', 'Reform League', P31=[claim('Q7278')])}\n")
    found, _ = entries_of(path)
    assert found.affiliations == (Affiliation(organisation="Reform League", since="2029-05-02"),)

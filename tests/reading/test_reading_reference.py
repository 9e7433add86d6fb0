"""A reference: people with ids, names and offices, of Wikidata or of one's own list."""

import bz2
import gzip
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.model import Entry, Office
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

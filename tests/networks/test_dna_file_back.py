"""An odd .dna file, taken in and written again: what DNA's tables do not take is made to fit."""

import sqlite3
from contextlib import closing
from pathlib import Path

from studies import QUARREL, dna_file

from onrecord.publishing.dna.file import write_dna
from onrecord.reading.dna import read_dna


def test_long_names_and_places_before_the_text_are_made_to_fit(tmp_path: Path) -> None:
    rows = [*QUARREL, (1, "z" * 300, "build", 1, 1, "calm"), (1, "z" * 301, "build", 1, 1, "calm")]
    change = "UPDATE STATEMENTS SET Start = -5, Stop = -2 WHERE ID = 1"
    file = read_dna(dna_file(tmp_path, rows, change=change))
    written = tmp_path / "back.dna"
    write_dna(file, written)
    with closing(sqlite3.connect(written)) as connection:
        names = [name for (name,) in connection.execute("SELECT Value FROM ENTITIES WHERE Value LIKE 'z%'")]
        assert sorted(map(len, names)) == [190, 190]
        assert len(set(names)) == 2
        assert connection.execute("SELECT Start, Stop FROM STATEMENTS WHERE ID = 1").fetchone() == (0, 1)
    assert len(read_dna(written).statements) == len(rows)

"""Writes the page of a ledger's schema, and draws it; docs/reference/ledger.md calls it through cog.

Columns, keys and links come from a ledger that is made on the spot, the words from the comments in the migrations.
"""

import re
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from html import escape
from importlib import resources
from pathlib import Path

import cog

from onrecord.ledger import Ledger

GROUPS = {
    "What was read": ["runs", "sources", "appearances", "articles", "blocks", "skipped"],
    "What was found": [
        "statements",
        "spans",
        "source_texts",
        "carriers",
        "addressees",
        "actors",
        "actor_names",
        "roles",
        "mentions",
    ],
    "What people decided": ["coders", "decisions", "taken_back", "codes", "codings", "code_values"],
    "The codebook, and studies of DNA": [
        "codebook",
        "concepts",
        "concept_examples",
        "variables",
        "dna_frame",
        "dna_documents",
        "dna_statements",
    ],
    "Who is who": [
        "figures",
        "name_blocks",
        "links",
        "suggestions",
        "entries",
        "entry_blocks",
        "identities",
        "articles_to_link",
        "blocks_to_link",
        "actors_to_settle",
    ],
    "What it was before": [
        "as_found",
        "articles_as_read",
        "blocks_as_read",
        "earlier_findings",
        "successions",
        "losses",
        "tombstones",
    ],
}
PICTURE = Path(__file__).parents[1] / "pictures" / "ledger.svg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as SQLite has it: its columns with type and key, and which table each link goes to."""

    name: str
    columns: tuple[tuple[str, str, bool], ...]
    links: dict[str, str]


def tables() -> dict[str, Table]:
    """Every table of a new ledger that holds facts: those of the search indexes are left out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "schema.db"
        Ledger.open(path, create=True).close()
        with closing(sqlite3.connect(path)) as connection:
            names = [
                row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            ]
            return {
                name: _table(connection, name)
                for name in names
                if "_index" not in name and "sqlite_" not in name
            }


def _table(connection: sqlite3.Connection, name: str) -> Table:
    columns = connection.execute("SELECT name, type, pk FROM pragma_table_info(?)", (name,))
    links = connection.execute('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (name,))
    return Table(name=name, columns=tuple((c, t, bool(k)) for c, t, k in columns), links=dict(links))


def _migrations() -> str:
    folder = resources.files("onrecord.ledger") / "migrations"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name
    )
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def comments(sql: str) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """What the migrations say of each table (the comment above it) and of its columns (the comment beside them)."""
    of_table: dict[str, str] = {}
    of_column: dict[tuple[str, str], str] = {}
    above, table = "", ""
    for line in sql.splitlines():
        made = re.match(r"CREATE TABLE (\w+)", line)
        added = re.match(r"ALTER TABLE (\w+) ADD COLUMN (\w+).*?(?:-- (.*))?$", line)
        column = re.match(r"    (\w+) [A-Z]+.*?-- (.*)$", line)
        if made:
            table = made[1]
            of_table[table] = above.strip()
        elif added and added[3]:
            of_column[added[1], added[2]] = added[3]
        elif column and table:
            of_column[table, column[1]] = column[2]
        above = f"{above} {line[3:]}" if line.startswith("-- ") else ""
        table = "" if line.startswith(")") else table
    return of_table, of_column


def page() -> None:
    """A section a group, a table of columns a table."""
    known = tables()
    missing = set(known) - {name for names in GROUPS.values() for name in names}
    if missing:
        raise ValueError(f"docs/check/schema.py names no group for {missing}")
    of_table, of_column = comments(_migrations())
    for group, names in GROUPS.items():
        cog.outl(f"\n### {group}\n")
        for name in names:
            _section(known[name], of_table.get(name, ""), of_column)


def _section(table: Table, about: str, of_column: dict[tuple[str, str], str]) -> None:
    cog.outl(f"\n**`{table.name}`**" + (f": {about}" if about else "") + "\n")
    cog.outl("| column | type | |\n|---|---|---|")
    for name, kind, key in table.columns:
        said = of_column.get((table.name, name), "").replace("|", "\\|")
        link = f"→ `{table.links[name]}`" if name in table.links else ""
        words = "; ".join(part for part in ("key" if key else "", link, said) if part)
        cog.outl(f"| `{name}` | {kind} | {words} |")


WIDTH, LINE, GAP = 208, 15, 22


def picture() -> None:
    """Draw the tables in columns, a column a group, with their links as lines; the file is written where it changed."""
    known = tables()
    places: dict[str, tuple[int, int, int]] = {}
    shapes: list[str] = []
    lowest = 0
    for number, (group, names) in enumerate(GROUPS.items()):
        x, y = 16 + number * (WIDTH + 64), 56
        shapes.append(f'<text x="{x}" y="32" class="group">{escape(group)}</text>')
        for name in names:
            height = 24 + LINE * len(known[name].columns)
            places[name] = (x, y, height)
            shapes.append(_box(known[name], x, y, height))
            y += height + GAP
        lowest = max(lowest, y)
    # Nearly every table names its run: those lines would hide the others.
    wires = [
        (table, column) for table in known.values() for column, to in table.links.items() if to != "runs"
    ]
    lines = [_line(places, table, column, known) for table, column in wires]
    width = 16 + len(GROUPS) * (WIDTH + 64) - 48
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {lowest}" width="{width}" height="{lowest}" '
        f'role="img" aria-label="The tables of a ledger and their links"><style>{_STYLE}</style>'
        f'<rect width="{width}" height="{lowest}" class="ground"/>' + "".join([*lines, *shapes]) + "</svg>\n"
    )
    if not PICTURE.exists() or PICTURE.read_text(encoding="utf-8") != svg:
        PICTURE.write_text(svg, encoding="utf-8")
    cog.outl("![The tables of a ledger and their links](../pictures/ledger.svg)")


_STYLE = (
    ".ground{fill:#fbfaf7}text{font:11px system-ui,sans-serif;fill:#1c1d20}.group{font:600 15px Georgia,serif}"
    ".name{font-weight:650;font-size:12px;fill:#1a4f86}.key{font-weight:650}.link{fill:#8c3a10}"
    ".box{fill:#fff;stroke:#8f8a7e}.wire{fill:none;stroke:#c6a84f;stroke-width:1.2;opacity:.75}"
)


def _box(table: Table, x: int, y: int, height: int) -> str:
    rows = [f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{height}" rx="4" class="box"/>']
    rows.append(f'<text x="{x + 8}" y="{y + 16}" class="name">{escape(table.name)}</text>')
    for number, (name, _, key) in enumerate(table.columns):
        kind = " ".join(word for word, holds in (("key", key), ("link", name in table.links)) if holds)
        rows.append(f'<text x="{x + 8}" y="{y + 34 + LINE * number}" class="{kind}">{escape(name)}</text>')
    return "".join(rows)


def _line(places: dict[str, tuple[int, int, int]], table: Table, column: str, known: dict[str, Table]) -> str:
    x, y, _ = places[table.name]
    to_x, to_y, _ = places[table.links[column]]
    row = [name for name, _, _ in known[table.name].columns].index(column)
    start = y + 30 + LINE * row
    end = to_y + 12
    if to_x == x:
        bend = x - 14
        return f'<path class="wire" d="M{x} {start}H{bend}V{end}H{to_x}"/>'
    left = to_x > x
    begin, finish = (x + WIDTH, to_x) if left else (x, to_x + WIDTH)
    middle = begin + (18 if left else -18)
    last = finish - 18 if left else finish + 18
    return f'<path class="wire" d="M{begin} {start}C{middle} {start} {last} {end} {finish} {end}"/>'

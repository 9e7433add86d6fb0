"""The sixteen tables of a .dna file, which are the same in DNA 3.0 and 3.1: names, types, bounds and links.

Read off files that DNA made.  DNA relies on the cascades and on what is unique, so they are stated like there.
"""

from collections.abc import Iterator

MOST = 190
"""Code points that DNA's short texts hold: names, titles, values of variables, attributes."""

RIGHTS = tuple(
    f"Permission{name}"
    for name in (
        "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements",
        "DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations",
        "ViewOthersDocuments", "EditOthersDocuments", "ViewOthersStatements", "EditOthersStatements",
    )
)  # fmt: skip
"""What a coder may do, by the columns of CODERS."""

DEFAULTS: dict[str, int] = {
    "Refresh": 0, "FontSize": 14, "PopupWidth": 300, "ColorByCoder": 0, "PopupDecoration": 0, "PopupAutoComplete": 1,
} | dict.fromkeys(RIGHTS, 1)  # fmt: skip
"""The settings of DNA's window and the rights that a new coder has."""

RELATION = ("viewStatements", "editStatements", "viewDocuments", "editDocuments")
"""What a coder may do with the work of another, in the order of `DnaRelation.rights`."""


def tables() -> Iterator[str]:
    """The statements that make an empty file, in an order in which each link finds its table."""
    colours = f"{_colour('Red')}, {_colour('Green')}, {_colour('Blue')}"
    free_colours = ", ".join(
        f"{name} INTEGER CHECK ({name} BETWEEN 0 AND 255)" for name in ("Red", "Green", "Blue")
    )
    yield "CREATE TABLE SETTINGS (Property TEXT PRIMARY KEY, Value TEXT NOT NULL)"
    yield (
        f"CREATE TABLE CODERS ({_id()}, {_short('Name')}, {colours}, "
        "Refresh INTEGER NOT NULL DEFAULT 0 CHECK (Refresh BETWEEN 0 AND 9999), "
        "FontSize INTEGER NOT NULL DEFAULT 14 CHECK (FontSize BETWEEN 1 AND 99), "
        f"{_short('Password')}, PopupWidth INTEGER DEFAULT 300 CHECK (PopupWidth BETWEEN 100 AND 9999), "
        f"{_flag('ColorByCoder', 0)}, {_flag('PopupDecoration', 0)}, {_flag('PopupAutoComplete', 1)}, "
        f"{', '.join(_flag(name, 1) for name in RIGHTS)})"
    )
    yield (
        f"CREATE TABLE DOCUMENTS ({_id()}, {_short('Title')}, Text TEXT NOT NULL, Coder INTEGER, "
        f"{_short('Author', empty=True)}, {_short('Source', empty=True)}, {_short('Section', empty=True)}, "
        f"Notes TEXT NOT NULL DEFAULT '', {_short('Type', empty=True)}, Date INTEGER NOT NULL, "
        f"{_link('Coder', 'CODERS')})"
    )
    yield f"CREATE TABLE STATEMENTTYPES ({_id()}, {_short('Label')}, {colours})"
    yield (
        f"CREATE TABLE VARIABLES ({_id()}, {_short('Variable')}, DataType TEXT NOT NULL DEFAULT 'short text' "
        "CHECK (DataType IN ('boolean', 'integer', 'long text', 'short text')), StatementTypeId INTEGER, "
        f"{_link('StatementTypeId', 'STATEMENTTYPES')}, UNIQUE (Variable, StatementTypeId))"
    )
    yield (
        f"CREATE TABLE VARIABLELINKS ({_id()}, SourceVariableId INTEGER, TargetVariableId INTEGER, "
        "CHECK (TargetVariableId != SourceVariableId), "
        f"{_link('SourceVariableId', 'VARIABLES')}, {_link('TargetVariableId', 'VARIABLES')})"
    )
    yield f"CREATE TABLE REGEXES (Label TEXT PRIMARY KEY CHECK (LENGTH(Label) <= {MOST}), {colours})"
    yield (
        f"CREATE TABLE CODERRELATIONS ({_id()}, Coder INTEGER CHECK (Coder > 0), "
        f"OtherCoder INTEGER CHECK (OtherCoder > 0), {', '.join(_flag(name, 1) for name in RELATION)}, "
        f"CHECK (Coder != OtherCoder), {_link('Coder', 'CODERS')}, {_link('OtherCoder', 'CODERS')})"
    )
    yield (
        f"CREATE TABLE STATEMENTS ({_id()}, StatementTypeId INTEGER, DocumentId INTEGER, "
        "Start INTEGER NOT NULL CHECK (Start >= 0), Stop INTEGER NOT NULL CHECK (Stop >= 0), Coder INTEGER, "
        f"CHECK (Start < Stop), {_link('StatementTypeId', 'STATEMENTTYPES')}, {_link('Coder', 'CODERS')}, "
        f"{_link('DocumentId', 'DOCUMENTS')})"
    )
    yield (
        f"CREATE TABLE ENTITIES ({_id()}, VariableId INTEGER NOT NULL, {_short('Value', empty=True)}, {free_colours}, "
        "ChildOf INTEGER CHECK (ChildOf > 0), UNIQUE (VariableId, Value), "
        f"{_link('ChildOf', 'ENTITIES')}, {_link('VariableId', 'VARIABLES')})"
    )
    yield _data("BOOLEAN", "Value INTEGER NOT NULL DEFAULT 1")
    yield _data("INTEGER", "Value INTEGER NOT NULL DEFAULT 0")
    yield _data("LONGTEXT", "Value TEXT DEFAULT ''")
    yield _data("SHORTTEXT", "Entity INTEGER NOT NULL", _link("Entity", "ENTITIES"))
    yield (
        f"CREATE TABLE ATTRIBUTEVARIABLES ({_id()}, VariableId INTEGER NOT NULL, {_short('AttributeVariable')}, "
        f"UNIQUE (VariableId, AttributeVariable), {_link('VariableId', 'VARIABLES')})"
    )
    yield (
        f"CREATE TABLE ATTRIBUTEVALUES ({_id()}, EntityId INTEGER NOT NULL, AttributeVariableId INTEGER NOT NULL, "
        f"{_short('AttributeValue', empty=True)}, UNIQUE (EntityId, AttributeVariableId), "
        f"{_link('EntityId', 'ENTITIES')}, {_link('AttributeVariableId', 'ATTRIBUTEVARIABLES')})"
    )


def _id() -> str:
    return "ID INTEGER NOT NULL PRIMARY KEY"


def _short(name: str, *, empty: bool = False) -> str:
    default = " DEFAULT ''" if empty else ""
    return f"{name} TEXT NOT NULL{default} CHECK (LENGTH({name}) <= {MOST})"


def _colour(name: str) -> str:
    return f"{name} INTEGER NOT NULL DEFAULT 0 CHECK ({name} BETWEEN 0 AND 255)"


def _flag(name: str, default: int) -> str:
    return f"{name} INTEGER NOT NULL DEFAULT {default} CHECK ({name} BETWEEN 0 AND 1)"


def _link(column: str, table: str) -> str:
    return f"FOREIGN KEY ({column}) REFERENCES {table} (ID) ON DELETE CASCADE"


def _data(kind: str, value: str, *links: str) -> str:
    parts = (
        _id(),
        "StatementId INTEGER NOT NULL",
        "VariableId INTEGER NOT NULL",
        value,
        _link("StatementId", "STATEMENTS"),
        _link("VariableId", "VARIABLES"),
        *links,
        "UNIQUE (StatementId, VariableId)",
    )
    return f"CREATE TABLE DATA{kind} ({', '.join(parts)})"

"""brat's standoff: a text and its annotations in two files, a line a text-bound annotation, a line an event.

Format: https://brat.nlplab.org/standoff.html (T, E, A and # lines); the layout of PolNeAR's files too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from onrecord.ledger.taking.brat import shape_of
from onrecord.model import KINDS, Article

_TRIGGER = "Attribution"
_PARTS = ("content", "cue", "source")

# brat cuts a text at line feeds, others at what Python calls the end of a line: no piece holds any of them.
_LINE_ENDS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

ANNOTATION_CONF = f"""\
[entities]
Content
Cue
Source

[relations]

[events]
{_TRIGGER}\tContent:Content, Cue?:Cue, Source?:Source

[attributes]
Kind\tArg:{_TRIGGER}, Value:{"|".join(KINDS)}
"""
"""What brat is told of our types, as `annotation.conf` in the folder."""

VISUAL_CONF = f"""\
[labels]
{_TRIGGER} | Attribution | Attr
Content | Content | Cnt
Cue | Cue
Source | Source | Src

[drawing]
SPAN_DEFAULT\tfgColor:black, bgColor:lightgray, borderColor:darken
ARC_DEFAULT\tcolor:black, arrowHead:triangle-5
{_TRIGGER}\tbgColor:#e8e3f5
Content\tbgColor:#fff3c4
Cue\tbgColor:#dfe8d8
Source\tbgColor:#cfe3f5
Kind\tposition:left, glyph:direct->D|mixed->M|indirect->I
"""
"""How brat draws them, as `visual.conf`."""

_AWKWARD = re.compile(r"[^\w.-]+")


def name_of(article: Article) -> str:
    """A file's name for an article, without an ending: where it came from, and its id."""
    stem = _AWKWARD.sub("-", PurePath(article.doc).stem.encode("ascii", "ignore").decode("ascii")).strip("-.")
    return f"{stem[:60]}_{article.id}" if stem else article.id


def standoff(rows: Iterable[Mapping[str, Any]], text: str) -> str:
    """The `.ann` file for rows of JSON Lines that are of one text.

    Each statement is an event whose trigger is its cue (its content where it has none), with the arguments Content,
    Cue and Source; its kind is an attribute, everything else that is known is its note, as `key: value` pairs.
    """
    lines: list[str] = []
    bound = attributes = 0
    for number, row in enumerate(rows, 1):
        arguments = []
        parts = [(name.capitalize(), row[name]) for name in _PARTS if row[name]]
        for name, spans in [(_TRIGGER, row["cue"] or row["content"]), *parts]:
            bound += 1
            lines.append(f"T{bound}\t{name} {_places(spans, text)}\t{_words(spans, text)}")
            arguments.append(f"{name}:T{bound}")
        lines.append(f"E{number}\t{' '.join(arguments)}")
        for name in ("kind", "act"):
            if row.get(name):
                attributes += 1
                lines.append(f"A{attributes}\t{name.capitalize()} E{number} {row[name]}")
        lines.append(f"#{number}\tAnnotatorNotes E{number}\t{_note(row)}")
    return "".join(line + "\n" for line in lines)


def pieces(spans: Iterable[list[int]], text: str) -> list[tuple[int, int]]:
    """The spans cut at the ends of lines, which no piece of brat's may hold."""
    return [piece for start, end in spans for piece in _cut(start, end, text)]


def _cut(start: int, end: int, text: str) -> Iterator[tuple[int, int]]:
    at = start
    for found in [*_LINE_ENDS.finditer(text, start, end), None]:
        stop = found.start() if found else end
        if text[at:stop].strip():
            yield at, stop
        at = found.end() if found else end


def _places(spans: Iterable[list[int]], text: str) -> str:
    return ";".join(f"{start} {end}" for start, end in pieces(spans, text))


def _words(spans: Iterable[list[int]], text: str) -> str:
    return " ".join(text[start:end] for start, end in pieces(spans, text))


def _note(row: Mapping[str, Any]) -> str:
    speaker, said_on = row["speaker"], row["said_on"]
    review = row.get("review") or {}
    facts = {
        "id": row["id"],
        "confidence": None if review.get("added") else f"{row['confidence']} for {shape_of(row)}",
        "added": shape_of(row) if review.get("added") else None,
        "speaker": speaker and f"{speaker['name']} ({speaker['type']})",
        "role": speaker and speaker["role"],
        "via": ", ".join(one["name"] for one in row["via"]),
        "to": ", ".join(one if isinstance(one, str) else one["name"] for one in row.get("to") or []),
        "said on": said_on and said_on["value"],
        "codes": ", ".join(f"{code['concept']} {code['stance']}" for code in row.get("codes") or []),
        "forms": ", ".join(row.get("forms") or []),
        "review": "added by a model, unreviewed" if review.get("by_model") else review.get("state"),
    }
    shown = "; ".join(f"{key}: {value}" for key, value in facts.items() if value not in (None, ""))
    return _LINE_ENDS.sub(" ", shown)

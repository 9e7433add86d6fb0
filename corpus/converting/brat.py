"""brat's standoff: a line a text-bound annotation, a line an event; the layout of PolNeAR's files too.

Format: https://brat.nlplab.org/standoff.html (T, E, A and # lines).
"""

from typing import Any

_TRIGGER = "Attribution"


def standoff(rows: list[dict[str, Any]], text: str) -> str:
    """The `.ann` file for the statements of one text.

    Each statement is an event whose trigger is its cue (its content where it has none), with the arguments Content,
    Cue and Source; kind and act are attributes of the event, everything else that is known is its note, as JSON-like
    `key: value` pairs.
    """
    lines: list[str] = []
    bound = 0
    for number, row in enumerate(rows, 1):
        arguments = []
        parts = [(name.capitalize(), row[name]) for name in ("content", "cue", "source") if row[name]]
        for name, spans in [(_TRIGGER, row["cue"] or row["content"]), *parts]:
            bound += 1
            lines.append(f"T{bound}\t{name} {_places(spans, text)}\t{_words(spans, text)}")
            arguments.append(f"{name}:T{bound}")
        lines.append(f"E{number}\t{' '.join(arguments)}")
        lines += [
            f"A{2 * number - 1}\tKind E{number} {row['kind']}",
            f"A{2 * number}\tAct E{number} {row['act']}",
        ]
        lines.append(f"#{number}\tAnnotatorNotes E{number}\t{_note(row)}")
    return "".join(line + "\n" for line in lines)


def _pieces(spans: list[list[int]], text: str) -> list[tuple[int, int]]:
    """The spans cut at the ends of lines, which no piece of brat's may hold."""
    pieces = []
    for start, end in spans:
        at = start
        for line in text[start:end].split("\n"):
            if line.strip():
                pieces.append((at, at + len(line)))
            at += len(line) + 1
    return pieces


def _places(spans: list[list[int]], text: str) -> str:
    return ";".join(f"{start} {end}" for start, end in _pieces(spans, text))


def _words(spans: list[list[int]], text: str) -> str:
    return " ".join(text[start:end] for start, end in _pieces(spans, text))


def _note(row: dict[str, Any]) -> str:
    speaker, said_on = row["speaker"], row["said_on"]
    facts = {
        "speaker": speaker and f"{speaker['name']} ({speaker['type']})",
        "role": speaker and speaker["role"],
        "via": ", ".join(one["name"] for one in row["via"]),
        "to": ", ".join(row["to"]),
        "said on": said_on and said_on["value"],
        "codes": ", ".join(f"{code['concept']} {code['stance']}" for code in row["codes"]),
        "forms": ", ".join(row["forms"]),
    }
    return "; ".join(f"{key}: {value}" for key, value in facts.items() if value)

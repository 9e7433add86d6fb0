"""What `python -m corpus` prints."""

from corpus.agreement import Agreement, letters_of, pairs
from corpus.debate import PARTS, Debate
from corpus.forms import WANTED, count
from corpus.report import Annotation, Report


def counts(debates: list[Debate]) -> None:
    """A line a debate, and how often each form occurs in each part."""
    for debate in debates:
        words = [len(report.text.split()) for report in debate.reports]
        statements = sum(len(report.statements) for report in debate.reports)
        print(
            f"{debate.id} ({debate.part}): {len(debate.reports)} reports of {len({r.outlet for r in debate.reports})}"
            f" outlets, {min(words, default=0)} to {max(words, default=0)} words, {statements} statements"
        )
    by_part = {part: [debate for debate in debates if debate.part == part] for part in PARTS}
    print(f"{'form':<14}" + "".join(f"{name:>8}" for name in ("all", *PARTS)))
    counted = [count(chosen) for chosen in by_part.values()]
    for form in ("direct", *WANTED):
        numbers = [counts[form] for counts in counted]
        print(f"{form:<14}" + "".join(f"{number:>8}" for number in (sum(numbers), *numbers)))
    reports = [sum(len(debate.reports) for debate in chosen) for chosen in by_part.values()]
    print(f"{'reports':<14}" + "".join(f"{number:>8}" for number in (sum(reports), *reports)))


def report(report: Report) -> None:
    """A report's text and its statements."""
    print(f"{report.outlet}, {report.published}\n\n{report.text.strip()}\n")
    for statement in report.statements:
        _statement(report, statement)
    for nothing, (start, end) in report.nothings:
        print(f"not a statement ({nothing}): {report.text[start:end]}")


def _statement(report: Report, s: Annotation) -> None:
    who = s.speaker or s.unnamed or s.group or "?"
    print(f"{s.number:>3} {s.kind:<8} {s.act:<8} {who}" + (f", {s.role}" if s.role else ""))
    print(f"    {report.words(s.source) or '-'} | {report.words(s.cue) or '-'} | {report.words(s.content)}")
    more = {
        "via": ", ".join(s.via), "to": ", ".join(s.to),
        "said on": s.said_on and s.said_on + (" (inferred)" if s.inferred else ""), "in": s.parent,
        "codes": ", ".join(f"{concept}: {stance}" for concept, stance in s.codes.items()),
        "agrees with": ", ".join(s.agrees), "disagrees with": ", ".join(s.disagrees),
        "forms": ", ".join(s.forms), "retracts": s.retracts,
    }  # fmt: skip
    print("    " + "; ".join(f"{key} {value}" for key, value in more.items() if value))


def agreement(found: Agreement) -> None:
    """The figures of two markings."""
    print(f"statements {found.first} and {found.second}, in both {found.matched}: content F1 {found.f1:.3f}")
    for name, tally in found.fields.items():
        beyond = "" if tally.kappa is None else f"   kappa {tally.kappa:.3f}"
        print(f"{name:<10} {tally.share:.3f} of {tally.asked}{beyond}")


def differences(first: Debate, second: Debate) -> None:
    """Each statement that one marking alone has, and each pair that differs in something."""
    for a, b in zip(first.reports, second.reports, strict=True):
        matched = pairs(a, b)
        print(f"== {a.name}")
        for name, held, side in (("first", a, 0), ("second", b, 1)):
            known = {pair[side].number for pair in matched}
            for statement in held.statements:
                if statement.number not in known:
                    print(f"-- only in the {name}")
                    _statement(held, statement)
        for one, other in matched:
            _difference(a, b, one, other)


_COMPARED = (
    "kind", "act", "speaker", "unnamed", "group", "role", "via", "to", "said_on", "inferred", "codes", "agrees",
    "disagrees", "retracts", "forms",
)  # fmt: skip


def _difference(a: Report, b: Report, one: Annotation, other: Annotation) -> None:
    lines = [
        f"    {part}: {a.words(getattr(one, part)) or '-'}  ///  {b.words(getattr(other, part)) or '-'}"
        for part in ("content", "source", "cue")
        if letters_of(a, getattr(one, part)) != letters_of(b, getattr(other, part))
    ]
    lines += [
        f"    {key}: {getattr(one, key)!r}  ///  {getattr(other, key)!r}"
        for key in _COMPARED
        if getattr(one, key) != getattr(other, key)
    ]
    if (one.parent is None) != (other.parent is None):
        lines.append(f"    in: {one.parent}  ///  {other.parent}")
    if lines:
        print(f"-- first {one.number}, second {other.number}: {a.words(one.content)[:70]!r}")
        print("\n".join(lines))

"""Rules for times of day: 5 p.m. EST, 10:35, noon, this morning, Tuesday night, overnight."""

from dataclasses import dataclass

from onrecord.resolution.dates.cyclic import Cyclic
from onrecord.resolution.dates.lexicon import HOURS, SMALL
from onrecord.resolution.dates.meanings import FromHere, FromPublication
from onrecord.resolution.dates.rules import Parts, rules
from onrecord.resolution.dates.scene import Meaning, Read, Scene, read
from onrecord.resolution.dates.titles import is_programme

_TIME_FOLLOWS = frozenset("at by until till around about from since before after to between and".split())


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day alone: on the day last spoken of."""

    time: str

    def resolve(self, scene: Scene) -> Read:
        """On that day."""
        return FromHere("day", 0, self.time).resolve(scene)


@dataclass(frozen=True, slots=True)
class AtTime:
    """A day and a time of day that stand beside each other."""

    day: Meaning
    time: str

    def resolve(self, scene: Scene) -> Read:
        """The time on that day; the time alone is dropped where the other words name no day."""
        found = self.day.resolve(scene)
        if found.point is not None and found.point.unit == "day":
            return read(found.point.at(self.time))
        whole_day = found.type == "DATE" and found.value.startswith("XXXX-") and found.value.count("-") == 2
        return Read("TIME", found.value + self.time) if whole_day else found


def clock_time(words: list[str]) -> str | None:
    """`T17:00` for `5 p . m .`, `T10:35` for `10:35`; None where there is no such time."""
    figures = words[0].replace(".", ":").split(":")
    if len(figures) > 1 and int(figures[1]) > 59:
        return None
    hour = SMALL.get(figures[0]) if not figures[0].isdigit() else int(figures[0])
    if hour is None or hour > 24 or (len(words) > 1 and not 1 <= hour <= 12 and words[1][0] != "o"):
        return None
    half = words[1][0] if len(words) > 1 else ""
    if half in ("a", "p"):
        hour = hour % 12 + (12 if half == "p" else 0)
    return "T" + ":".join([f"{hour:02}", *(figures[1:] or ["00"])])


def _clock(parts: Parts) -> Meaning | None:
    words = parts.words("hour")
    if len(words) == 1 and not (parts.before() in _TIME_FOLLOWS or parts.has("zone") or parts.has("part")):
        return None
    time = clock_time([*words, *_half(parts)] if len(words) == 1 or words[-1].startswith("o") else words)
    return Clock(time) if time else None


def _half(parts: Parts) -> list[str]:
    """Which half of the day the words name: 4 in the morning, 10 o'clock at night."""
    part = parts.word("part")
    return [{"morning": "am"}.get(part, "pm")] if part else []


def _hour_in(parts: Parts) -> Meaning | None:
    """4 in the morning."""
    time = clock_time([parts.word("hour"), *_half(parts)])
    return Clock(time) if time else None


def _noon(parts: Parts) -> Meaning | None:
    return Clock(HOURS[parts.word("noon")]) if parts.has("noon") else None


def _this_part(parts: Parts) -> Meaning | None:
    return FromPublication("day", 0, parts.time())


def _last_part(parts: Parts) -> Meaning | None:
    return FromPublication("day", -1, parts.time())


def _next_part(parts: Parts) -> Meaning | None:
    return FromHere("day", 1, parts.time())


def _part_beside(parts: Parts) -> Meaning | None:
    """The night before, the morning after: where no words follow that say before what."""
    if parts.after()[:1].isalnum():
        return None
    return FromHere("day", -1 if parts.word("way") == "before" else 1, parts.time())


def _the_part(parts: Parts) -> Meaning | None:
    """In the morning: of the day last spoken of."""
    return FromHere("day", 0, parts.time())


def _weekday_part(parts: Parts) -> Meaning | None:
    if parts.is_named("part") and parts.is_named():
        return None  # Saturday Evening Post
    return Cyclic("weekday", parts.weekday() or 0, turn=parts.word("turn") or "", time=parts.time())  # type: ignore[arg-type]


def _deictic_part(parts: Parts) -> Meaning | None:
    by = {"yesterday": -1, "tomorrow": 1}.get(parts.word("day"), 0)
    return FromPublication("day", by, parts.time())


RULES = rules(
    ("hour:HOUR ( in the part:part )? zone:ZONE?", _clock),
    ("hour:( dayno | number ) in the part:part", _hour_in),
    ("( EDGE | at )? noon:noon zone:ZONE?", _noon),
    ("EDGE? this part:PART", _this_part),
    ("EDGE? last part:part", _last_part),
    ("EDGE? the? ( next | following ) part:PART", _next_part),
    (
        "EDGE? the previous part:PART",
        lambda parts: FromHere("day", -1, parts.time()),
    ),
    ("EDGE? the part:part way:( before | after )", _part_beside),
    ("( in | early | late | mid | later | earlier ) ( in | hyphen )? the? part:part", _the_part),
    ("that same? part:part", _the_part),
    ("EDGE? turn:( this | last | next )? ( coming | past )? weekday:WEEKDAY part:PART", _weekday_part),
    ("EDGE? day:( today | deictic ) part:PART", _deictic_part),
    ("part:part day:( today | deictic )", _deictic_part),
    ("mid hyphen part:part ( day:( today | deictic ) )?", _deictic_part),
    ("EDGE? tonight", lambda parts: None if is_programme(parts) else FromPublication("day", 0, "TNI")),
    ("overnight", lambda _: FromPublication("day", -1, "TNI")),
)

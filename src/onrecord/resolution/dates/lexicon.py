"""The words that dates are made of, by class.  Everything else in a text is `other` to the grammar."""

from onrecord.resolution.dates.calendar import Unit

MONTHS = {
    word: number
    for number, words in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), start=1)
    for word in words.split()
}  # fmt: skip
WEEKDAYS = {
    word: number
    for number, words in enumerate(
        ("monday mondays mon", "tuesday tuesdays tues tue", "wednesday wednesdays weds wed",
         "thursday thursdays thurs thur thu", "friday fridays fri", "saturday saturdays sat", "sunday sundays sun"))
    for word in words.split()
}  # fmt: skip
SEASONS = {
    "winter": 1, "winters": 1, "spring": 2, "springs": 2, "springtime": 2, "summer": 3, "summers": 3,
    "summertime": 3, "wintertime": 1, "autumn": 4, "autumns": 4, "fall": 4,
}  # fmt: skip

UNITS: dict[str, Unit] = {
    "day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade", "century": "century",
    "quarter": "quarter", "weekend": "weekend", "period": "quarter", "half": "half",
}  # fmt: skip
# The letters of lengths of time: those of ISO 8601, and of TIMEX3 for what ISO has no letter for.
LENGTHS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "millennium": "L", "min": "TM",
    "sec": "TS", "mins": "TM", "secs": "TS", "hr": "TH", "hrs": "TH", "yr": "Y", "yrs": "Y", "summer": "SU",
    "fortnight": "W", "centuries": "C", "millennia": "L",
}  # fmt: skip
PARTS = {
    "morning": "TMO", "mornings": "TMO", "dawn": "TMO", "daybreak": "TMO", "afternoon": "TAF", "afternoons": "TAF",
    "evening": "TEV", "evenings": "TEV", "dusk": "TEV", "night": "TNI", "nights": "TNI", "nighttime": "TNI",
}  # fmt: skip
HOURS = {"noon": "T12:00", "midday": "T12:00", "noontime": "T12:00", "midnight": "T24:00"}

SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}  # fmt: skip
POWERS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), start=1)
} | {"thirtieth": 30}  # fmt: skip
DECADES = {
    word: number
    for number, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
    )
}
FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip

PRESENT, PAST, FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"

# class: its words.  A word stands in one class; what it means in it is in the tables above.
CLASSES: dict[str, str] = {
    "month": " ".join(word for word in MONTHS if len(word) > 4 and word != "march") + " june july",
    "monthabbr": " ".join(word for word in MONTHS if len(word) < 5 and word not in ("may", "june", "july")),
    "maymonth": "may march",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday",
    "weekdays": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "weekabbr": "mon tues tue weds wed thurs thur thu fri sat sun",
    "season": " ".join(SEASONS),
    "day": "day",
    "week": "week",
    "year": "year",
    "unit": "month decade",
    "century": "century",
    "small": "hour minute fortnight millennium min sec hr yr",
    "weekend": "weekend",
    "weekends": "weekends",
    "units": "days weeks months years decades centuries quarters yrs",
    "smalls": "hours minutes seconds nights millennia mins secs hrs fortnights",
    "quarter": "quarter",
    "period": "period",
    "half": "half",
    "second": "second",
    "part": "morning afternoon evening night dawn dusk daybreak nighttime",
    "parts": "mornings afternoons evenings nights",
    "noon": "noon midday noontime midnight",
    "today": "today",
    "deictic": "yesterday tomorrow",
    "tonight": "tonight",
    "overnight": "overnight",
    "number": " ".join([*SMALL, *POWERS]).replace("zero ", ""),
    "ordinal": " ".join(word for word in ORDINALS if word != "second"),
    "decadeword": " ".join(DECADES),
    "few": "few several many some numerous countless various",
    "couple": "couple pair",
    "dozen": "dozen",
    "a": "a an",
    "the": "the",
    "its": "its their his her our your my whose",
    "this": "this",
    "that": "that",
    "these": "these",
    "those": "those",
    "last": "last",
    "past": "past",
    "next": "next",
    "coming": "coming upcoming",
    "previous": "previous preceding prior",
    "following": "following ensuing subsequent succeeding",
    "same": "same",
    "latest": "latest",
    "current": "current",
    "comparable": "comparable corresponding year-earlier",
    "early": "early",
    "late": "late",
    "mid": "mid middle",
    "end": "end close",
    "begin": "beginning start turn",
    "full": "full entire whole",
    "calendar": "calendar",
    "fiscal": "fiscal financial fy",
    "earlier": "earlier",
    "later": "later",
    "ago": "ago",
    "after": "after",
    "before": "before",
    "more": "more additional further another extra",
    "every": "every each",
    "per": "per",
    "once": "once twice",
    "other": "other",
    "frequency": " ".join(FREQUENCIES),
    "of": "of",
    "in": "in within",
    "for": "for",
    "on": "on",
    "at": "at",
    "from": "from",
    "since": "since until till by during through throughout between",
    "and": "and",
    "or": "or",
    "to": "to",
    "so": "so",
    "meridiem": "am pm a.m. p.m. a.m p.m",
    "oclock": "o'clock o’clock",
    "hyphen": "- ‑ –",
    "comma": ",",
    "dot": ".",
    "possessive": "'s ’s",
    "old": "old olds",
    "long": "long",
    "now": "now currently nowadays presently",
    "recently": "recently",
    "previously": "previously",
    "recent": "recent",
    "lately": "lately",
    "future": "future",
    "soon": "soon",
    "near": "near short foreseeable immediate distant",
    "term": "term",
    "time": "time",
    "moment": "moment",
    "date": "date",
    "present": "present",
    "holiday": "christmas xmas thanksgiving easter halloween ramadan passover hanukkah",
    "eve": "eve",
    "hol": "labor labour memorial election veterans independence columbus boxing bastille armistice presidents "
    "groundhog valentine",
    "new": "new",
    "good": "good",
    "zone": "est edt cst cdt mst mdt pst pdt gmt utc bst cet et pt ist",
    "local": "local eastern central pacific mountain standard daylight",
    "era": "bc bce ad ce",
    "ended": "ended ending ends",
    "ahead": "ahead",
}
# Read as dates only where they are written with a capital: the others of the name are verbs or nouns.
CAPITALISED = frozenset(
    "may march mar jan dec mon tue wed thu fri sat sun sept feb jun jul aug oct nov apr est et pt ist bc ad ce bst "
    "labor labour memorial election columbus boxing bastille presidents".split()
)

"""Who published a plain text, as its own furniture shows it: no list of outlets, only how outlets name themselves."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from onrecord.reading.layout.credit_line import is_called, is_outlet_name
from onrecord.reading.layout.pieces import SHORT_LINE
from onrecord.reading.wordlists import words_in

_NAME = r"(?P<name>(?:[Tt]he )?[A-Z0-9][\w.&'’-]{0,30}(?: (?:of |the |and |& |for )?[A-Z0-9][\w.&'’-]{0,30}){0,5})"

# Each way in which a page names its outlet, and how far it is to be trusted.
_SIGNS = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        (rf"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)(?:\s?©|\s?\([cC]\))?[\s,]{{0,3}}(?:(?:19"
            rf"|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,]{{0,3}}(?:by )?{_NAME}", 5),
        (rf"^(?:Skip|Jump) to (?:more |all |other )?{_NAME} (?:sites|content|pages|homepage|home)\b", 5),
        (rf"^(?:To|to) contact (?:the )?{_NAME}", 3),
        (rf"^Contact (?:the )?{_NAME}(?: at| on| newsroom|:)", 3),
        (rf"(?:^|[.?!] )(?:Subscribe|Sign up|SUBSCRIBE) (?:to|for) {_NAME}(?:'s|’s)?(?: newsletters?\b| for\b| today\b"
            r"| now\b|[.!]?$)", 4),
        (rf"(?:^|[.?!] )(?:Follow|Like|Join|Find) {_NAME} on (?:Facebook|Twitter|X|Instagram|WhatsApp|Telegram|YouTube"
            r"|LinkedIn|TikTok|social)", 4),
        (rf"^(?:More|MORE|More news|More stories|Latest|News) (?:from|FROM|on) {_NAME}\s?:?$", 3),
        (rf"(?:^|[.?!] )(?:Download|Get) the {_NAME} app\b", 4),
        (rf"(?:^|[.?!] )(?:Support|Donate to|Help|Back) {_NAME}(?:'s|’s)?(?: journalism| today"
            r"| now| and| by|[.!]?$)", 3),
        (rf"^(?:About|ABOUT|Welcome to|Home \| ) ?{_NAME}$", 2),
        (rf"\b(?:reporter|correspondent|editor|columnist|writer) (?:for|at|of|with) {_NAME}", 2),
    )
)  # fmt: skip
_HOST_WEIGHT, _MASTHEAD_WEIGHT, _BAR_WEIGHT, _DASH_WEIGHT = 4, 4, 3, 1
_ENOUGH = 2
_MOST_LINES_ABOVE = 12
_MOST_HOSTS = 10  # each is looked for in the whole text
_SHORTEST_MIXED = (
    4  # letters of a name that need not be all capitals: "dw" is DW, and no other way of writing it
)

_ALONE = re.compile(_NAME)
_SUFFIX = re.compile(rf"\s(?:\||–|—|-|::)\s{_NAME}$")

_URL_HOST = re.compile(
    r"(?:https?:?/{1,2}|www\.|@|(?<![\w.@/]))((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})(?=[/:\s)\]>,;]|[.]?$)",
    re.I,
)
_PLATFORMS = words_in(
    """facebook twitter x instagram youtube youtu whatsapp telegram t linkedin tiktok threads reddit pinterest
    flipboard google apple bit tinyurl gmail yahoo hotmail outlook wordpress blogspot medium substack archive
    wikipedia goo ow doubleclick disqus gravatar cloudflare amazonaws"""
)
_PUBLIC_PARTS = words_in("com co org net gov edu ac news info uk au nz de fr eu us ca in ie za tv io")
_EMPTY_NAMES = words_in(
    """the this our us all content menu main more copyright inc ltd news newsletter today home read sign search rights
    article story page your my contact author reporter editor newsroom comment comments"""
)
# "The Coast Herald. May be reprinted": the name ends with the sentence, but not after "St."
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})\.\s.*$")
_COMPANY = re.compile(r",? (?:Inc|Ltd|LLC|plc|PLC|GmbH|Limited|Corp|Co|Pty|All|ALL)\b.*$")


def outlet_of(
    text: str,
    furniture: Iterable[str],
    *,
    title: str | None,
    agency: str | None,
    above: Sequence[str] = (),
) -> str | None:
    """The outlet's name in the form that the text has it, or None.

    `furniture` is the page's lines around the report; a name that several of them bear is likelier, and a domain in
    them that spells a name of the text (`p.example.com`, EXAMPLE) counts like a name; so does one among the
    lines `above` the title that other furniture bears again, and the first of those where it is made as an outlet's
    name is.  An agency at the head of the report is the outlet where nothing else is named.
    """
    lines = [line for line in furniture if len(line) <= SHORT_LINE]
    votes = _named(lines)
    votes.update(dict.fromkeys(_named_by_hosts(lines, text), _HOST_WEIGHT))
    if name := _masthead(above, lines, text) or _first_line(above, agency, text):
        votes[name] += _MASTHEAD_WEIGHT
    if title and (match := _SUFFIX.search(title)) and (name := _clean(match["name"])):
        votes[name] += _BAR_WEIGHT if " | " in title or is_called(name, text) else _DASH_WEIGHT
    return _best(votes) or agency


def title_without(title: str, outlet: str | None) -> str:
    """A page's title without the outlet's name at its end."""
    suffix = _SUFFIX.search(title)
    return title[: suffix.start()].rstrip() if suffix and outlet and suffix["name"] == outlet else title


def _named(lines: list[str]) -> Counter[str]:
    """The names in the lines that are written as outlets write their own, weighed."""
    votes: Counter[str] = Counter()
    for line in lines:
        for pattern, weight in _SIGNS:
            for match in pattern.finditer(line):
                if name := _clean(match["name"]):
                    votes[name] += weight
    return votes


def _named_by_hosts(lines: list[str], text: str) -> list[str]:
    hosts = dict.fromkeys(host for line in lines for host in _hosts(line))
    return [name for host in islice(hosts, _MOST_HOSTS) if (name := _spelled(host, text))]


def _masthead(above: Sequence[str], lines: list[str], text: str) -> str | None:
    """The name at the top of the page, if another line of the furniture bears it too."""
    for line in above[:_MOST_LINES_ABOVE]:
        if not _ALONE.fullmatch(line) or line.count(" ") < 1 or not _clean(line):
            continue
        words = re.compile(rf"(?<!\w){re.escape(line.casefold())}(?!\w)")
        if any(words.search(other.casefold()) for other in lines if other != line):
            the, _, rest = line.partition(" ") if line.lower().startswith("the ") else ("", "", line)
            found = _written(re.sub(r"[^a-z0-9]", "", rest.lower()), text) or rest
            return f"The {found}" if the and not found.startswith("The ") else found
    return None


def _first_line(above: Sequence[str], agency: str | None, text: str) -> str | None:
    """The line at the very top, if it is made as an outlet's name is, called one below, or ends in the agency's."""
    first = above[0] if above else ""
    if not _ALONE.fullmatch(first) or first.count(" ") < 1:
        return None
    is_agency = agency is not None and first.endswith(f" {agency}")
    return first if is_agency or is_outlet_name(first) or is_called(first, text) else None


def _best(votes: Counter[str]) -> str | None:
    """The name with the most votes; forms that differ in a leading "The" are one, the longer form wins."""
    merged: Counter[str] = Counter()
    for name, weight in votes.items():
        longer = f"The {name}"
        merged[longer if longer in votes else name] += weight
    top = merged.most_common(1)
    return top[0][0] if top and top[0][1] >= _ENOUGH else None


def _clean(name: str) -> str | None:
    name = _COMPANY.sub("", _SENTENCE_END.sub("", name)).strip(" .,-–—").removeprefix("the ")
    words = [word for word in name.split() if word.lower() not in ("and", "&", "the")]
    if not words or all(word.lower() in _EMPTY_NAMES or word.isdigit() for word in words):
        return None
    return name


def _hosts(line: str) -> list[str]:
    return [match[1].lower() for match in _URL_HOST.finditer(line)]


def spelled_by(host: str, text: str) -> str | None:
    """The name in the text that a host spells: blanks, case and a leading "the" aside."""
    return _spelled(host.lower(), text)


def _spelled(host: str, text: str) -> str | None:
    """The name in the text that a host spells: blanks, case and a leading "the" aside."""
    labels = [label for label in host.split(".")[:-1] if label not in _PUBLIC_PARTS and label != "www"]
    if not labels or labels[-1] in _PLATFORMS:
        return None
    label = labels[-1].replace("-", "")
    for spelling in dict.fromkeys(
        (label, label.removeprefix("the"), *(label.removesuffix(end) for end in ("news", "online")))
    ):
        if name := _written(spelling, text):
            return name
    return None


def _written(spelling: str, text: str) -> str | None:
    """The commonest way in which the text writes the letters of `spelling`, with capitals."""
    if len(spelling) <= 1 or not spelling.isascii():
        return None
    letters = r"[ '’&.-]?".join(map(re.escape, spelling))
    pattern = re.compile(rf"(?<![\w./@-])(?:[Tt]he )?{letters}(?![\w@]|\.\w)", re.IGNORECASE)
    forms = Counter(
        form.removeprefix("the ") for match in pattern.finditer(text) if _is_name(form := match[0])
    )
    # a masthead in capitals is no proof of how the name is written elsewhere
    mixed = Counter({form: count for form, count in forms.items() if not form.isupper()})
    best = (mixed or forms).most_common(1)
    return best[0][0] if best else None


def _is_name(form: str) -> bool:
    bare = form.removeprefix("the ")
    return bare[0].isupper() and (len(bare) >= _SHORTEST_MIXED or bare.isupper())

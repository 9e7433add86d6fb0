"""What a name is the name of: a person, an organisation, an outlet or a place, from its words and those beside it."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.resolution.speakers.entities import Kind
from onrecord.resolution.speakers.lexicon.given import given_names
from onrecord.resolution.speakers.lexicon.grammar import PARTICLES, PLACING, STARTERS
from onrecord.resolution.speakers.lexicon.organisations import HEADS, METONYMS, OUTLET_HEADS
from onrecord.resolution.speakers.lexicon.places import COUNTRIES, DEMONYMS, PLACE_HEADS, REGIONS
from onrecord.resolution.speakers.lexicon.roles import HONORIFICS
from onrecord.resolution.speakers.names import Run
from onrecord.resolution.speakers.offices import Title, body_head, role_head
from onrecord.resolution.speakers.words import Word, Words, is_initial

Evidence = dict[Kind, float]
"""How much speaks for each kind."""


_CERTAIN = 100.0
_HOW_MANY = frozenset("all some many most several few other both two three four five".split())
"""Words before a plural: "All Allies agree"."""
_KINDS_BEFORE = frozenset(
    """body charity company firm developer manufacturer retailer watchdog thinktank think-tank union bank insurer
    utility startup start-up airline supermarket brewer""".split()
)
"""What a body is, right before its name: "the industry body Ports Corvane"."""
_OUTLETS_BEFORE = frozenset("newspaper daily weekly tabloid broadsheet broadcaster magazine newswire".split())
"""The same for outlets: "the Portuguese daily O Farol"."""
_EMPHASIS = frozenset(("*", "**", "_", "__"))
"""What marks italics and bold in plain text: "The *Guardian* described"."""
_COMPANY = frozenset(("inc", "ltd", "plc", "llc", "gmbh", "corp", "co", "ag", "sa", "nv", "ab"))
_SPEAKING = frozenset(
    """said says told tells added adds argued argues warned warns insisted insists wrote writes claimed claims believes
    believed thinks thought wants wanted asked asks replied replies denied denies explained explains called calls
    noted notes recalled recalls promised promises admitted admits suggested suggests conceded concedes""".split()
)


def evidence_of_words(shown: Sequence[Word]) -> Evidence:
    """What the words of a name say by themselves."""
    found: Evidence = defaultdict(float)
    lows = [word.low.rstrip(".") for word in shown]
    whole = " ".join(lows)
    if whole in COUNTRIES or whole.replace(". ", ".") in COUNTRIES:
        found["place"] += _CERTAIN
    elif whole in REGIONS:
        found["place"] += 5
    elif whole in METONYMS:
        found["place"] += 4
    if lows[-1] in DEMONYMS or (len(lows) == 1 and lows[0].endswith("s") and (lows[0][:-1] in DEMONYMS)):
        found["group"] += 4
    if lows[0] in ("team", "camp", "radio") and len(lows) > 1:
        found["organisation"] += 4
    before_of = lows[: lows.index("of")] if "of" in lows else lows
    if "of" in lows or "for" in lows:
        found["organisation"] += 1
    if lows[-1] in _COMPANY or "&" in lows:
        found["organisation"] += 4
        found["person"] -= _CERTAIN
    last = before_of[-1] if before_of else lows[-1]
    if last in OUTLET_HEADS and len(lows) > 1:
        found["outlet"] += 3 if last not in HEADS else 1
    if last in HEADS or (last.endswith("s") and last[:-1] in HEADS):
        found["organisation"] += 3 if len(lows) > 1 else 2
    elif any(low in HEADS for low in lows[1:]):
        found["organisation"] += 1.5
    if last in PLACE_HEADS and len(lows) > 1:
        found["place"] += 2.5
    if lows[0] in given_names() and 1 < len(lows) < 6:
        found["person"] += 2.5
    elif lows[0] in given_names():
        found["person"] += 0.5
    if any(is_initial(word) and len(word.text) <= 3 for word in shown) and len(shown) > 1:
        found["person"] += 2
    if any(low in PARTICLES for low in lows[1:-1]):
        found["person"] += 1
    if len(shown) in (2, 3) and all(word.text[0].isupper() and not word.text.isupper() for word in shown):
        found["person"] += 1
    if len(shown) == 1 and shown[0].text.isupper() and 1 < len(shown[0].text) < 7:
        found["organisation"] += 2
    if lows[0] in DEMONYMS:
        found["organisation"] += 1
    return found


def evidence_beside(words: Words, run: Run, titles: Sequence[Title]) -> Evidence:
    """What the words beside a mention say."""
    found: Evidence = defaultdict(float)
    listed = words.words
    if _is_dateline(words, run):
        found["place"] += 4
    if any(word.low.rstrip(".") in HONORIFICS for word in listed[run.begin : run.name]):
        found["person"] += 3
    for title in titles:
        if role_head(title.head) and (not body_head(title.head) or _is_office(words, title)):
            found["person"] += 2 if title.after else 2.5
        elif body_head(title.head) and title.after:
            found["organisation"] += 2
    before = next(
        (word for word in reversed(listed[max(run.begin - 3, 0) : run.begin]) if word.text not in _EMPHASIS),
        None,
    )
    if before is not None and before.sentence == listed[run.begin].sentence:
        if before.low in _KINDS_BEFORE and run.begin == run.name and words.joined(run.begin):
            found["organisation"] += 4
            found["person"] -= 2
        if _is_outlet_after(words, run, before):
            found["outlet"] += 5
            found["person"] -= 3
        if before.low == "the" and run.name == run.begin and _stands_alone(words, run):
            found["person"] -= 3
            found["organisation"] += 1.5
        elif before.low in _HOW_MANY and listed[run.end - 1].low.endswith("s"):
            found["person"] -= 3
            found["group"] += 3
        elif before.low in PLACING:
            found["place"] += 0.7
    for kind, much in _after(words, run).items():
        found[kind] += much
    return found


def _is_outlet_after(words: Words, run: Run, before: Word) -> bool:
    """Whether the word right before a name says that it is an outlet's; "the weekly Cabinet meeting" and "told the
    newspaper Mara Quell had left" do not.
    """
    return (
        before.low in _OUTLETS_BEFORE
        and run.begin == run.name
        and words.joined(run.begin)
        and words.words[run.name].low not in given_names()
        and (before.low not in ("daily", "weekly") or _stands_alone(words, run))
    )


def _is_office(words: Words, title: Title) -> bool:
    """Whether a word for a body is somebody's office: "its chief executive", not "the regulator"."""
    return any(word.low == "chief" for word in words.words[slice(*title.words)])


def _stands_alone(words: Words, run: Run) -> bool:
    """Whether a name after "the" is the noun itself: "the Kremlin said", not "the Kishida cabinet"."""
    end = run.end
    while end < len(words.words) and words.words[end].text in _EMPHASIS:
        end += 1
    if not words.joined(end) if end < len(words.words) else True:
        return True
    after = words.words[end]
    return not after.letters or after.low in STARTERS or after.low in _SPEAKING


def _is_dateline(words: Words, run: Run) -> bool:
    """Whether a name stands in capitals at the head of a paragraph, before a date or an agency's sign."""
    sentence = words.sentences[words.words[run.begin].sentence]
    if run.begin != sentence.begin or sentence.role != "paragraph" or run.end >= sentence.end:
        return False
    return words.words[run.begin].text.isupper() and words.words[run.end].text in (
        ",",
        "(",
        "-",
        "–",
        "—",
        "/",
    )


def _after(words: Words, run: Run) -> Evidence:
    found: Evidence = defaultdict(float)
    following = [
        word
        for word in words.words[run.end : run.end + 4]
        if word.sentence == words.words[run.begin].sentence and word.text not in _EMPHASIS
    ]
    lows = [word.low for word in following] + ["", "", ""]
    if lows[0] == "," and lows[1] == "who":
        found["person"] += 2.5
    elif lows[0] == "who":
        found["person"] += 1.5
    elif lows[0] == "," and lows[1] == "which":
        found["organisation"] += 2
    elif lows[0] in ",(" and lows[0] and lows[1].isdigit() and len(lows[1]) == 2:
        found["person"] += 2.5
    elif lows[0] in _SPEAKING:
        found["person"] += 0.6
        found["organisation"] += 0.3
    elif lows[0] == "," and words.words[run.begin].sentence and lows[1] in COUNTRIES:
        found["place"] += 1
    return found


def kind_of(evidence: Evidence) -> Kind:
    """The kind that the evidence speaks for most, or unknown."""
    order: tuple[Kind, ...] = ("person", "organisation", "outlet", "place", "group")
    best = max(order, key=lambda kind: (evidence[kind], -order.index(kind)))
    return best if evidence[best] > 0.5 else "unknown"

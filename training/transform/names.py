"""Names of people and places changed for invented ones, the same one everywhere in the article."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Span
from training.examples import paragraphs
from training.polnear import Annotated
from training.transform.capitals import KEPT, PARTICLES
from training.transform.editing import Edit, edited, instead
from training.transform.invented import Namer, Sound
from training.transform.quoting import begins_sentence

_LETTERS = r"[^\W\d_]"
_CAPITAL = rf"(?:[A-Z]['’](?=[A-Z]))?(?=[^\W\d_a-z]){_LETTERS}+(?:-(?=[A-Z]){_LETTERS}+)?"
_RUN = re.compile(
    rf"(?<![\w@#/.-]){_CAPITAL}(?: (?:[A-Z]\. )?(?:(?:{'|'.join(sorted(PARTICLES))}) )?{_CAPITAL})*(?![\w@])"
)
_WORD = re.compile(_CAPITAL)
_IN_PLACE = re.compile(r"\b(?:in|near|outside|across|around|throughout|visited|visiting) $")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Judge|Senator|Governor|Representative|Mayor)\.? $")
_NO_FIRST_NAME = re.compile(r".*(?:ed|ing|ly|tion|ment|ness)$")
_TITLE_CASE = 0.6  # of the words of a line have capitals: a headline, whose capitals show nothing
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class _Name:
    """The words of one name, in the order of the text; a place, or else a person or a body."""

    words: tuple[str, ...]
    place: bool


def renamed(article: Annotated, rng: random.Random) -> Annotated | None:
    """With other names for its people and places; titles, pronouns and the words of offices and bodies stay."""
    new = _invented(article.text, _names(article), rng)
    if not new:
        return None
    either = "|".join(re.escape(word) for word in sorted(new, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w@#/])(?:{either}|{either.upper()})(?=(?:s|S)?(?![\w@]))")
    return edited(article, (_changed(match, new) for match in pattern.finditer(article.text)))


def _changed(match: re.Match[str], new: dict[str, str]) -> Edit:
    old = match.group()
    word = new.get(old) or next(value for key, value in new.items() if key.upper() == old).upper()
    return instead(match.start(), match.end(), word)


def _invented(text: str, names: list[_Name], rng: random.Random) -> dict[str, str]:
    """An invented word for each word of a name; the words of one name share a language's sound."""
    namer = Namer(rng, frozenset(word.lower() for word in re.findall(r"\w+", text)))
    known_words = {word for name in names for word in name.words}
    new: dict[str, str] = {}
    sounds: dict[str, Sound] = {}
    for name in sorted(names, key=lambda n: (-len(n.words), n.words)):
        known = next((sounds[word] for word in reversed(name.words) if word in sounds), None)
        sound = known or namer.sound()
        for word in name.words:
            if word not in new and word.removesuffix("s") not in known_words - {
                word
            }:  # families: *the Lowes*
                last = sound.place if name.place else sound.last
                new[word] = namer.word(word, sound, last if word == name.words[-1] else sound.first)
                sounds[word] = sound
    return new


def _names(article: Annotated) -> list[_Name]:
    """The names of the article: full names, names after a title, names of sources, places after *in*."""
    text = article.text
    small = frozenset(re.findall(r"(?<![\w'’])[^\W\d_A-Z][^\W\d_]+", text))
    sources = {span.start: span.end for row in article.attributions for span in row.source}
    found: list[_Name] = []
    for paragraph in paragraphs(text):
        if not _title_case(paragraph.of(text)):
            for run in _RUN.finditer(text, paragraph.start, paragraph.end):
                whole = sources.get(run.start()) == run.end() or text[run.end() : run.end() + 1] == ","
                is_source = run.start() in sources and whole
                found += _of_run(text, paragraph, run, small, is_source=is_source)
    return list(dict.fromkeys(found))


def _of_run(
    text: str, paragraph: Span, run: re.Match[str], small: frozenset[str], *, is_source: bool
) -> Iterator[_Name]:
    before = text[max(0, run.start() - 20) : run.start()]
    place = bool(_IN_PLACE.search(before))
    alone = place or bool(_TITLE.search(before)) or is_source  # enough for a name of one word
    alone = alone and not begins_sentence(text, paragraph, run.start())
    words: list[str] = []
    for match in [*_WORD.finditer(run.group()), None]:
        word = match.group() if match else ""
        at = run.start() + (match.start() if match else 0)
        if len(word) == 1:
            continue  # the initial of a second name
        if word and _may_name(word, small) and not (_opens(text, paragraph, at, word) and not is_source):
            words.append(word)
            continue
        if len(words) > 1 or (words and alone):
            yield _Name(tuple(words), place)
        words = []


def _may_name(word: str, small: frozenset[str]) -> bool:
    return (
        len(word) >= _FEWEST_LETTERS and not word.isupper() and word not in KEPT and word.lower() not in small
    )


def _opens(text: str, paragraph: Span, at: int, word: str) -> bool:
    """Whether a word may have its capital from the sentence's beginning alone."""
    return bool(_NO_FIRST_NAME.match(word)) and begins_sentence(text, paragraph, at)


def _title_case(line: str) -> bool:
    words = re.findall(r"[^\W\d_]{4,}", line)
    return len([word for word in words if word[0].isupper()]) > _TITLE_CASE * len(words)

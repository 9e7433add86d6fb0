"""What speaks for a word being part of a name beside the network's own score: the scores of its neighbours, the shapes
and the words around it, and what the network makes of the same word at its other places in the article.

In an article a name is the name of one thing (in the train tenths of the English Worldwide Newswire 92 of 9,713 forms
have two kinds, and a form that is marked once is marked at 97 in 100 of its free places).
"""

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.labels import NAME_LABELS
from onrecord.extraction.name_words import SHAPES, SMALL, NameWords

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

LISTED = tuple(
    """the of and & for in at on to a an 's s ' ’ - – — . , ( ) " “ ” : / al el de la del bin ibn van von da dos mr mrs
    ms dr st president minister king prince sheikh university ministry council court party bank company group committee
    province state city district region river island mount street road park airport hospital school government police
    army air force national international association federation league union club fc united inc ltd co corp
    corporation limited authority agency commission office department institute centre center foundation news times
    post daily television tv radio north south east west northern southern eastern western new central upper
    lower""".split()
)
_PLACE_OF = {word: at for at, word in enumerate(LISTED)}
_LEAST = np.float32(-9.0)
_HARDLY = 0.01
_MUCH = 2.0
_TITLED = 0.6
"""From this share of capitals on a paragraph is a line in title case."""
_ELSEWHERE = ("word", "with_next", "with_previous", "any_capitals")

COLUMNS = (
    "always",
    *(
        f"{place}:{label}"
        for place in ("here", "next", "previous", "second_next", "second_previous")
        for label in NAME_LABELS
    ),
    *(f"{place}:{shape}" for place in ("here", "next", "previous") for shape in SHAPES),
    *(f"{place}={word}" for place in ("here", "next", "previous") for word in LISTED),
    "opens_paragraph",
    "opens_sentence",
    "titled",
    *(
        column
        for other in _ELSEWHERE
        for column in (
            f"{other}:nowhere",
            *(f"{other}:{label}" for label in NAME_LABELS),
            *(f"{other}:often:{label}" for label in NAME_LABELS),
        )
    ),
    "in_small_letters",
)
"""What each column of `signs_of` says."""


def signs_of(words: NameWords, scores: Floats, rows: Ints) -> Floats:
    """The signs of some words (r, COLUMNS), from the log-probabilities of all words (w, 7) of an article."""
    scores = np.maximum(scores, _LEAST)
    chances = np.exp(scores)
    shapes = np.eye(len(SHAPES), dtype=np.float32)[words.shapes]
    listed = _listed(words)
    ends = np.array([word in ".!?" for word in words.texts], np.float32)[:, None]
    opening = (np.diff(words.paragraph, prepend=-1) != 0).astype(np.float32)[:, None]
    parts = [
        np.ones((len(rows), 1), np.float32),
        scores[rows],
        *(_beside(scores, by)[rows] for by in (1, -1)),
        *(_beside(chances, by)[rows] for by in (2, -2)),
        *(_beside(shapes, by)[rows] for by in (0, 1, -1)),
        *(_one_hot(_beside(listed, by, fill=-1)[rows]) for by in (0, 1, -1)),
        opening[rows],
        _beside(ends, -1)[rows],
        _titled(words)[rows],
        *(_elsewhere(words, chances, ids)[rows] for ids in _ids(words)),
        _small(words)[rows],
    ]
    return np.concatenate(parts, 1, dtype=np.float32)


def _beside(values: NDArray[np.generic], by: int, fill: int = 0) -> NDArray[np.generic]:
    """The values of the words so many places on; `fill` beyond the ends."""
    if not by:
        return values
    made = np.full_like(values, fill)
    if by > 0:
        made[:-by] = values[by:]
    else:
        made[-by:] = values[:by]
    return made


def _listed(words: NameWords) -> Ints:
    return np.array([_PLACE_OF.get(word.lower(), -1) for word in words.texts], np.int64)


def _one_hot(places: NDArray[np.generic]) -> Floats:
    return np.asarray(places[:, None] == np.arange(len(LISTED)), np.float32)


def _titled(words: NameWords) -> Floats:
    """Whether a word's paragraph is a line in title case."""
    count = int(words.paragraph.max(initial=0)) + 1
    capitals = np.bincount(words.paragraph, words.capital, count)
    letters = np.bincount(words.paragraph, words.shapes > 1, count)
    share = capitals / np.maximum(letters, 1)
    return np.asarray(share[words.paragraph] > _TITLED, np.float32)[:, None]


def _ids(words: NameWords) -> tuple[Ints, ...]:
    """Numbers that are the same where the word is; the word with the next; with the one before; the word in any
    capitals.
    """
    same = words.same
    count = int(same.max(initial=0)) + 1
    after, before = (np.asarray(_beside(same, by, fill=-1), np.int64) for by in (1, -1))
    pairs = (_numbered((same + 1) * (count + 1) + other) for other in (after, before))
    return (same, *pairs, words.alike)


def _numbered(values: NDArray[np.generic]) -> Ints:
    return np.asarray(np.unique(values, return_inverse=True)[1], np.int64)


def _elsewhere(words: NameWords, chances: Floats, ids: Ints) -> Floats:
    """The mean chances at the other places with this number, as logarithms: whether there is none, the labels, the
    labels by how many there are; for words with capitals alone.
    """
    mean, others = means_elsewhere(chances, ids)
    has = (others > 0) & words.capital
    logarithms = np.where(has[:, None], np.log(mean + _HARDLY), 0)
    often = np.minimum(np.log1p(others), _MUCH)[:, None]
    return np.concatenate([~has[:, None], logarithms, logarithms * often], 1, dtype=np.float32)


def means_elsewhere(values: Floats, ids: Ints) -> tuple[Floats, Ints]:
    """For each row the mean of the other rows with its number, and how many these are."""
    count = int(ids.max(initial=-1)) + 1
    total = np.stack([np.bincount(ids, column, count) for column in values.T], 1)
    others = np.bincount(ids, minlength=count)[ids] - 1
    mean = (total[ids] - values) / np.maximum(others, 1)[:, None]
    return np.asarray(np.maximum(mean, 0), np.float32), others


def _small(words: NameWords) -> Floats:
    """How many of the places of a word with a capital are in small letters."""
    blind = words.alike
    small = np.bincount(blind, words.shapes == SMALL)
    share = small / np.bincount(blind)
    return np.asarray(share[blind] * words.capital, np.float32)[:, None]

"""Invented names of people and places, in the sound of several languages; none is taken from a list."""

import random
from dataclasses import dataclass

_VOWELS = "aeiouAEIOU"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """How the names of a language may sound: what syllables begin with and turn on, and how names end."""

    onsets: tuple[str, ...]
    vowels: tuple[str, ...]
    first: tuple[str, ...]
    last: tuple[str, ...]
    place: tuple[str, ...]


def _sound(onsets: str, vowels: str, first: str, last: str, place: str) -> Sound:
    each = [tuple(words.split()) for words in (onsets, vowels, first, last, place)]
    return Sound(onsets=each[0], vowels=each[1], first=each[2], last=each[3], place=each[4])


SOUNDS = (
    _sound("b br d dr f gr h k kl l m n p r s st t tr w", "a e i o u ea", "n rt lyn dra m th ck l",
           "ley ford worth man ker sby dge lington nner tch ggs ss", "ton ford ville field bury port mouth ham"),
    _sound("b d dr g k kr l m n p r s sl st t v z zh", "a e i o u", "na mir slav ja n sha lena rek",
           "vic nko vsky lov rek ska chuk nov las", "grad sk ovo nica vka slav"),
    _sound("b ch d f g j l m n p r s t v", "a e i o u ia", "ra lio na dor rta cio sa do",
           "rez lva ndes nto reira llo nosa ras", "lona vedra jara zal mar nia"),
    _sound("b ch d g k kw l m n ng s t w y", "a e i o u", "wa be ne yo sha fa ko di",
           "mbe nda kwe tsi le ngu wira las", "la be nda si kro ga"),
    _sound("b bh d dh g j k m n p r s sh t v y", "a i u aa e", "ya sh nu ta mi ni vi ka",
           "ran rma dar jee nath vi nda das", "pur bad garh ndi nagar war"),
    _sound("h j k l m n r s sh t y d g", "a i u o ee", "dir ma lla sif ya min han ra",
           "ssan zi mad wari ddin ki rabi las", "bad iya mar kut dan zah"),
    _sound("b d f g h j k l m n r s sk st t v", "a e i o aa u", "rik nne ga var la ske nja s",
           "sen berg lund dahl strand qvist ning s", "vik stad borg holm sund by"),
    _sound("ch d h j k l m n s sh t w x y zh", "a e i o u ao ei", "n ng wei li hua mi ko yun",
           "ng n shi moto kawa gao ns", "zhou jing dong shan kawa hai"),
)  # fmt: skip


class Namer:
    """Gives invented names that have what English asks of them: a vowel first (*an*), an s last, where the old had."""

    def __init__(self, rng: random.Random, taken: frozenset[str]) -> None:
        self._rng, self._taken = rng, set(taken)

    def sound(self) -> Sound:
        """A language's sound, for one name's words to share."""
        return self._rng.choice(SOUNDS)

    def word(self, old: str, sound: Sound, endings: tuple[str, ...]) -> str:
        """A word that no name of the article has, in place of `old`."""
        while True:
            word = self._word(old, sound, endings)
            if word.lower() not in self._taken and len(word) > 2:
                self._taken.add(word.lower())
                return word

    def _word(self, old: str, sound: Sound, endings: tuple[str, ...]) -> str:
        rng = self._rng
        syllables = [
            rng.choice(sound.onsets) + rng.choice(sound.vowels) for _ in range(rng.choice([1, 1, 2]))
        ]
        if old[0] in _VOWELS:
            syllables[0] = rng.choice("aeio") + rng.choice("lmnrst") + syllables[0][-1]
        word = "".join(syllables) + rng.choice(endings)
        if old[-1] == "s" and word[-1] != "s":
            word += "s"
        if old[-1] != "s" and word[-1] == "s":
            word = word.rstrip("s") + rng.choice("ntrl")
        if "-" in old:
            word += "-" + rng.choice(sound.onsets).title() + rng.choice(sound.vowels) + rng.choice(endings)
        return word[0].upper() + word[1:]

"""What holds for every transformation and every mixture of them, whatever the seed."""

import subprocess
import sys
from collections import Counter

import pytest
from annotating import annotated, dice, letters
from hypothesis import given, settings
from hypothesis import strategies as st

from training.polnear import Annotated
from training.transform import TRANSFORMATIONS, augmented, transformed

PARAGRAPHS = [
    "{X# “We have counted every seat and every tide,”} {C# said} {S# Ida Wendt, the harbour master}. "
    "{X# “Nobody will be left.”}",
    "{X# “The ‘old’ ferry isn’t for sale,”} {S# she} {C# added}.",
    "On Friday, {S# Tom Orlo} {C# told} the Halvern Post: {X# “It can’t go on. It will not. I’m sure of that.”}",
    "{S# The paper} {C# said} {X# that the “quay of shame” would be closed until May}.",
    "{X# ''They came too late to Halvern,''} {S# Mr. Orlo} {C# said} in a letter, {X# ''and they knew it.''}",
    "{X# \"Is that so? I doubt it very much,\"} {S# he} {C# asked}. The town's council was silent; 12 members left.",
    "{C# According to} {S# Mara Lind}, {X# the ferry is older than her grandfather's house in Port Sella}.",
    "{S# Lind}{C# :} {X# Nobody asked me.}",
]  # fmt: skip
FEW = settings(max_examples=40, deadline=None)  # of each transformation: eleven times that
SAME_FRAMES = set(TRANSFORMATIONS) - {"label", "unattributed", "names"}


@st.composite
def articles(draw: st.DrawFn) -> Annotated:
    chosen = draw(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=6))
    numbered = [paragraph.replace("#", str(number)) for number, paragraph in enumerate(chosen, 1)]
    return annotated("\n\n".join(["The ferry stays.", *numbered]))


def content(article: Annotated) -> str:
    """The letters of all content, in the order of the text."""
    return letters(article.text, [span for row in article.attributions for span in row.content])


def frames(article: Annotated) -> Counter[str]:
    pairs = [(row.source, row.cue) for row in article.attributions]
    return Counter(letters(article.text, source) + ":" + letters(article.text, cue) for source, cue in pairs)


@pytest.mark.parametrize("name", TRANSFORMATIONS)
@FEW
@given(article=articles(), seed=st.integers(0, 1000))
def test_every_span_lies_in_the_text_and_ends_in_no_blank(name: str, article: Annotated, seed: int) -> None:
    made = TRANSFORMATIONS[name](article, dice(seed)) or article
    for row in made.attributions:
        assert row.content
        for span in (*row.source, *row.cue, *row.content):
            assert span.end <= len(made.text)
            assert span.of(made.text) == span.of(made.text).strip()
            assert "\n" not in span.of(made.text)


@pytest.mark.parametrize("name", sorted(set(TRANSFORMATIONS) - {"names"}))
@FEW
@given(article=articles(), seed=st.integers(0, 1000))
def test_the_words_of_content_stay_and_so_does_their_order(name: str, article: Annotated, seed: int) -> None:
    made = TRANSFORMATIONS[name](article, dice(seed)) or article
    assert content(made) == content(article)


@pytest.mark.parametrize("name", sorted(SAME_FRAMES))
@FEW
@given(article=articles(), seed=st.integers(0, 1000))
def test_who_and_with_what_cue_stays_and_no_word_of_the_text_is_lost(
    name: str, article: Annotated, seed: int
) -> None:
    made = TRANSFORMATIONS[name](article, dice(seed)) or article
    assert frames(made) == frames(article)
    whole = [Counter(c for c in each.text.casefold() if c.isalnum()) for each in (made, article)]
    assert whole[0] == whole[1]


@FEW
@given(article=articles(), seed=st.integers(0, 1000))
def test_other_names_leave_every_other_word(article: Annotated, seed: int) -> None:
    made = TRANSFORMATIONS["names"](article, dice(seed)) or article
    assert len(made.text.split()) == len(article.text.split())
    pairs = zip(made.text.split(), article.text.split(), strict=True)
    assert all(new == old or old.lstrip("“\"'")[0].isupper() for new, old in pairs)
    assert [len(row.content) for row in made.attributions] == [
        len(row.content) for row in article.attributions
    ]


@FEW
@given(
    article=articles(), chosen=st.sets(st.sampled_from(sorted(TRANSFORMATIONS))), seed=st.integers(0, 1000)
)
def test_any_mixture_is_the_same_for_the_same_seed(article: Annotated, chosen: set[str], seed: int) -> None:
    first, second = (transformed(article, chosen, dice(seed)) for _ in range(2))
    assert first == second
    if first is not None and "names" not in first.name:
        assert content(first) == content(article)


def test_new_articles_come_in_the_share_asked_for_and_say_what_was_done() -> None:
    given_articles = [
        Annotated(name=f"{n}.txt", text=each.text, attributions=each.attributions, weight=0.5)
        for n in range(60)
        for each in [annotated("\n\n".join(p.replace("#", str(k)) for k, p in enumerate(PARAGRAPHS)))]
    ]
    made = list(augmented(given_articles, seed=5, share=0.5))
    assert made == list(augmented(given_articles, seed=5, share=0.5))
    assert 18 <= len(made) <= 42
    assert 100 <= len(list(augmented(given_articles, seed=5, share=2))) <= 120
    assert {each.weight for each in made} == {0.5}
    assert all(set(each.name.split("+")[1:]) <= set(TRANSFORMATIONS) for each in made)
    assert all(len(each.name.split("+")) > 1 for each in made)


def test_neither_torch_nor_transformers_is_loaded() -> None:
    code = "import sys, training.transform; sys.exit(bool({'torch', 'transformers'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0

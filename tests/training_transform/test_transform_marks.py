"""Marks taken away or changed, paragraphs joined, names changed: the words stay."""

import re
from collections.abc import Callable

import pytest
from annotating import annotated, dice, shown

from training.polnear import Annotated
from training.transform.breaks import respaced, run_together
from training.transform.marks import STYLES, dashed, in_style, restyled, stripped
from training.transform.names import renamed
from training.transform.quoting import quoted

QUOTED = annotated("{X1 “It’s what Orlo calls ‘the workers’ ferry’,”} {S1 she} {C1 said}. {X1 “It stays.”}")


def every(transformation: Callable[..., Annotated | None], article: Annotated, seeds: int = 40) -> set[str]:
    made = (transformation(article, dice(seed)) for seed in range(seeds))
    return {shown(each) for each in made if each is not None}


def test_content_stays_content_without_its_marks() -> None:
    assert every(stripped, annotated("{X1 “It stays,”} {S1 she} {C1 said}. {X1 “All of it.”}")) == {
        "{X1 It stays}, {S1 she} {C1 said}. {X1 All of it}."
    }


@pytest.mark.parametrize(
    ("style", "wanted"),
    [
        ("american", "{X1 “It’s an ‘old’ boat,”} {S1 she} {C1 said}."),
        ("straight", "{X1 \"It's an 'old' boat,\"} {S1 she} {C1 said}."),
        ("british", "{X1 ‘It’s an “old” boat,’} {S1 she} {C1 said}."),
        ("british, comma outside", "{X1 ‘It’s an “old” boat’}, {S1 she} {C1 said}."),
        ("straight single", "{X1 'It's an \"old\" boat,'} {S1 she} {C1 said}."),
        ("guillemets", "{X1 «It’s an “old” boat,»} {S1 she} {C1 said}."),
        ("guillemets inward", "{X1 »It’s an ›old‹ boat«}, {S1 she} {C1 said}."),
        ("low-high", "{X1 „It’s an ‚old‘ boat“}, {S1 she} {C1 said}."),
        ("doubled", "{X1 ``It's an `old' boat,''} {S1 she} {C1 said}."),
    ],
)
def test_a_style_sets_both_levels_of_marks_and_leaves_apostrophes_apostrophes(
    style: str, wanted: str
) -> None:
    article = annotated("{X1 “It’s an ‘old’ boat,”} {S1 she} {C1 said}.")
    assert shown(in_style(article, quoted(article), STYLES[style])) == wanted


def test_a_stop_within_the_content_stays_within_it_without_the_marks() -> None:
    made = every(stripped, annotated("{S1 She} {C1 said} {X1 the “old boat,” as Orlo has it, stays}."))
    assert made == {"{S1 She} {C1 said} {X1 the old boat, as Orlo has it, stays}."}


def test_a_style_is_never_the_one_that_the_article_has() -> None:
    assert shown(QUOTED) not in every(restyled, QUOTED)


def test_a_dash_before_the_words_is_no_part_of_them() -> None:
    made = every(
        dashed, annotated("{X1 “It stays,”} {S1 she} {C1 said}. {X1 “All of it.”}\n\nThe “ferry” left.")
    )
    assert "— {X1 It stays}, {S1 she} {C1 said}. {X1 All of it}.\n\nThe “ferry” left." in made
    assert all(each.endswith("The “ferry” left.") for each in made)


def test_paragraphs_run_together_but_for_headings() -> None:
    head = (
        "The ferry stays, says the harbour master of Halvern at last.\n\n"
        "The council was silent about the ferry all week long.\n\nA second look.\n\n"
    )
    text = "{S1 She} {C1 said}: {X1 “We have counted every seat and tide.}\n\n{X1 “Nobody is left.”}"
    joined = "{S1 She} {C1 said}: {X1 “We have counted every seat and tide. Nobody is left.”}"
    assert every(run_together, annotated(head + text)) == {head + joined}


def test_lines_between_paragraphs_change_and_nothing_else() -> None:
    assert every(respaced, annotated("One.\n\n{S1 She} {C1 said} {X1 two}.")) == {
        "One.\n{S1 She} {C1 said} {X1 two}.",
        "One.\n\n\n{S1 She} {C1 said} {X1 two}.",
    }


NAMED = annotated(
    "Wendt stays.\n\n{S1 Senator Ida J. Wendt} {C1 said} "
    "{X1 the Wendts of Halvern would stay in Halvern until May}. Mr. Wendt's boat, "
    "said Ms. Orlo, is Ida's. {S2 ORLO}{C2 :} {X2 I asked Wendt, and he met the President.}"
)


def test_a_name_is_changed_for_the_same_invented_one_everywhere() -> None:
    made = renamed(NAMED, dice(4))
    assert made is not None
    for old in ("Wendt", "Ida", "Halvern", "Orlo"):
        assert old.casefold() not in made.text.casefold()
    pattern = (
        r"(\w+) stays\.\n\n\{S1 Senator (\w+) J\. \1\} \{C1 said\} "
        r"\{X1 the \1s of (\w+) would stay in \3 until May\}\. Mr\. \1's boat, "
        r"said Ms\. (\w+), is \2's\. \{S2 ([A-Z]+)\}\{C2 :\} \{X2 I asked \1, and he met the President\.\}"
    )
    match = re.fullmatch(pattern, shown(made))
    assert match is not None
    assert match[4].upper() == match[5]


def test_an_invented_name_takes_the_article_and_the_possessive_of_the_old_one() -> None:
    text = "In Halvern {S1 Mr. Anders} {C1 said} {X1 it was an Anders plan, the Anders' plan}."
    for seed in range(30):
        made = renamed(annotated(text), dice(seed))
        assert made is not None
        name = made.attributions[0].source[0].of(made.text).split()[1]
        assert name[0] in "AEIO"
        assert name[-1] == "s"


def test_an_article_without_names_stays() -> None:
    assert renamed(annotated("{S1 She} {C1 said} {X1 it rained on Monday in the Senate}."), dice(1)) is None

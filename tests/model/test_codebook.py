"""A codebook: what it cannot be."""

import pytest

from onrecord.model import Codebook, Concept, Variable
from onrecord.model.codebook import nearest, problem_of


def book(*concepts: Concept, variables: tuple[Variable, ...] = ()) -> Codebook:
    return Codebook(title="Pier", concepts=concepts, variables=variables)


def concept(name: str, parent: str | None = None) -> Concept:
    return Concept(name=name, label=name, parent=parent)


@pytest.mark.parametrize(
    ("codebook", "words"),
    [
        (book(concept("a"), concept("a")), "two concepts"),
        (book(concept("a", "b")), "no concept here"),
        (book(concept("a", "b"), concept("b", "c"), concept("c", "a")), "go round: a > b > c > a"),
        (book(concept("a", "a")), "go round: a > a"),
        (book(concept(" a")), "blank"),
        (book(concept("a\nb")), "line break"),
        (book(concept("")), "no name"),
        (book(variables=(Variable(name="stance", type="integer"),)), "OnRecord's own"),
        (book(variables=(Variable(name="x", type="integer"),) * 2), "two variables"),
    ],
)
def test_what_a_codebook_cannot_be_is_said_of_a_name(codebook: Codebook, words: str) -> None:
    problem = problem_of(codebook)
    assert problem is not None
    assert words in problem[1]


def test_a_tree_of_concepts_is_sound_in_any_order() -> None:
    assert problem_of(book(concept("c", "b"), concept("b", "a"), concept("a"), concept("d", "a"))) is None


def test_the_names_that_look_most_like_a_slip_are_told() -> None:
    assert nearest("Tol", ["toll", "dredge"]) == ": did you mean toll?"
    assert nearest("zebra", ["toll"]) == ""

"""A codebook file: what it holds, and in which line it is none."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.model import VARIABLE_TYPES, Codebook, Concept, Variable
from onrecord.publishing.codebook import lines
from onrecord.reading.codebook import parse_codebook, read_codebook

WHOLE = '''# what we agreed on in March
title = "Harbour"

[[concept]]
name = "toll"
label = "Ships should pay a toll"
definition = """
Whether every ship pays.
[[concept]]
It says nothing of ferries."""
examples_for = [
    "No ship should come in free.",
]
examples_against = ["The toll house is fine."]

[[concept]]
name = "dredge"
parent = "toll"

[[variable]]
name = "certainty"
type = "integer"
label = "How sure the speaker is, 1 to 5"
'''


def refusal(text: str) -> str:
    with pytest.raises(InputError) as found:
        parse_codebook(text, "h.toml")
    return str(found.value)


def test_a_file_gives_concepts_and_variables_in_their_order() -> None:
    found = parse_codebook(WHOLE, "h.toml")
    toll, dredge = found.concepts
    assert (found.title, toll.name, toll.label) == ("Harbour", "toll", "Ships should pay a toll")
    assert toll.definition.startswith("Whether every ship pays.\n[[concept]]")
    assert (toll.examples_for, toll.examples_against) == (
        ("No ship should come in free.",),
        ("The toll house is fine.",),
    )
    assert (dredge.label, dredge.parent) == ("dredge", "toll")
    assert found.variables == (
        Variable(name="certainty", type="integer", label="How sure the speaker is, 1 to 5"),
    )


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ('parent = "toll"', 'parent = "tolls"', 18, "did you mean toll?"),
        ('name = "dredge"', 'name = "toll"', 17, "two concepts"),
        ('name = "dredge"', 'label = "Dredge"', 16, "has no name"),
        ('name = "dredge"', 'name = "dredge"\nlable = "x"', 18, "did you mean label?"),
        ('name = "dredge"', "name = 7", 17, "quotation marks"),
        ('name = "dredge"', "name = dredge", 17, "no TOML"),
        ('type = "integer"', 'type = "number"', 22, "short text, integer or boolean"),
        ('name = "certainty"', 'name = "concept"', 21, "OnRecord's own"),
        ('["The toll house is fine."]', '"The toll house is fine."', 14, "list of texts"),
        ("[[variable]]", "[[variables]]", 20, "did you mean variable?"),
        ("[[variable]]", "[variable]", 20, "double brackets"),
        ('title = "Harbour"', "title = 3", 2, "title is no text"),
        ('label = "How sure', 'label = "How sure\n', 23, "no TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(before: str, after: str, line: int, words: str) -> None:
    assert before in WHOLE
    said = refusal(WHOLE.replace(before, after))
    assert said.startswith(f"h.toml:{line}: ")
    assert words in said


def test_all_that_is_wrong_is_told_at_once() -> None:
    text = (
        'title = "Quay"\n[[concept]]\nname = "toll"\nparent = "quays"\n[[concept]]\nname = "toll"\n'
        'colour = "red"\n[[variable]]\nname = "outlet"\ntype = "float"\n'
    )
    told = refusal(text).split("\n")
    assert [each.split(":")[1] for each in told] == ["4", "6", "7", "9", "10"]


@pytest.mark.parametrize("text", ["", "\n", "# to be written\n", "\ufeff"])
def test_a_file_in_which_nothing_stands_is_no_codebook(text: str) -> None:
    assert "nothing stands in it" in refusal(text)


def test_a_circle_of_parents_is_told() -> None:
    said = refusal(WHOLE.replace('name = "toll"', 'name = "toll"\nparent = "dredge"'))
    assert "go round" in said


def test_a_file_that_is_no_utf8_or_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "h.toml"
    with pytest.raises(InputError, match="no file"):
        read_codebook(path)
    path.write_bytes(b'title = "x"\n# \xff\n')
    with pytest.raises(InputError, match=r"h\.toml:2: this is no UTF-8"):
        read_codebook(path)


_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_names = st.lists(
    st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=12), unique=True, max_size=4
)


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    names = draw(_names)
    concepts = tuple(
        Concept(
            name=name,
            label=draw(_words) or name,
            definition=draw(_words),
            examples_for=tuple(draw(st.lists(_words.filter(str.strip), max_size=2))),
            examples_against=tuple(draw(st.lists(_words.filter(str.strip), max_size=4))),
            parent=draw(st.sampled_from([None, *names[:at]])),
        )
        for at, name in enumerate(names)
    )
    variables = tuple(
        Variable(name=f"v{at}", type=draw(st.sampled_from(VARIABLE_TYPES)), label=draw(_words))
        for at in range(draw(st.integers(0, 2)))
    )
    return Codebook(title=draw(_words.map(str.strip).filter(bool)), concepts=concepts, variables=variables)


@settings(
    suppress_health_check=[HealthCheck.too_slow], deadline=None
)  # whole books of any letters take a while
@given(codebooks())
def test_what_is_written_is_read_again(codebook: Codebook) -> None:
    assert parse_codebook("".join(lines(codebook)), "x.toml") == codebook

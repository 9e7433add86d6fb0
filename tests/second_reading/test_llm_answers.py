"""What of an answer holds: words letter by letter, concepts and statements that are there; reasons for the rest."""

import re
from typing import Any

import pytest
from building import article, statement
from hypothesis import given
from hypothesis import strategies as st

from onrecord.coding.llm.answer import CAP_STATEMENTS, Answer, read_answer
from onrecord.coding.llm.places import Shown
from onrecord.coding.llm.question import Question, version
from onrecord.extraction.statements import READ
from onrecord.model import Article, Block, Codebook, Concept, Span

QUAY = """Ferry fares may double

Harbour master Ilse Dorn said the fares would double. "It is\u00a0a
fair price," she said. The pilots called it “a fair price” too.

The harbour has four piers. He said nothing, the pilots said. Then he left.

In March the council said the fares would double. Ola Brandt, a pilot, disagreed, saying "no boat", and
later "no crew", would sail.
"""
BOOK = Codebook(
    title="Fares",
    concepts=(Concept(name="double", label="Fares double"), Concept(name="piers", label="More piers")),
)
BLOCKS = tuple(
    Block(span=Span(at.start(), at.end()), role="paragraph")
    for at in re.finditer(r"\S(?:.|\n(?!\n|$))*", QUAY)
)
REPORT = article(QUAY, blocks=BLOCKS)
FIRST = statement(
    REPORT, "the fares would double", cue="said", source="Harbour master Ilse Dorn", kind="indirect"
)


def question(of: Article = REPORT, codebook: Codebook | None = BOOK) -> Question:
    blocks = [each for each in of.blocks if each.role in READ]
    return Question(article=of, blocks=blocks, statements=[FIRST], codebook=codebook)


def read(missing: Any = (), codes: Any = (), codebook: Codebook | None = BOOK) -> Answer:
    given: dict[str, Any] = {"missing": missing, "codes": codes}
    # As JSON has them: lists and not tuples.
    return read_answer(
        question(codebook=codebook), {k: list(v) if isinstance(v, tuple) else v for k, v in given.items()}
    )


def found(**part: Any) -> Answer:
    return read([part])


def words(spans: tuple[Span, ...]) -> list[str]:
    return [span.of(QUAY) for span in spans]


def test_a_question_shows_paragraphs_statements_and_concepts_and_no_codes():
    shown = question()._shown()
    assert [each["paragraph"] for each in shown["article"]["paragraphs"]] == list(
        range(1, len(REPORT.blocks) + 1)
    )
    assert shown["statements"][0]["content"] == ["the fares would double"]
    assert [each["name"] for each in shown["concepts"]] == ["double", "piers"]
    assert "concepts" not in question(codebook=None)._shown()
    assert version(BOOK) != version(None)


def test_words_that_stand_there_are_found_with_cue_and_source():
    answer = found(paragraph=2, content="“a fair price”", cue="called", source="The pilots")
    (one,) = answer.missed
    assert (words(one.content), words(one.cue), words(one.source)) == (
        ["“a fair price”"],
        ["called"],
        ["The pilots"],
    )
    assert answer.refused == {}


@pytest.mark.parametrize(
    "invented",
    [
        "It was a fair price",
        "It's a fair price",
        "a fare price",
        "It is a fair price, she",
        "IT IS A FAIR PRICE",
    ],
)
def test_invented_words_are_refused_and_counted(invented):
    answer = found(paragraph=2, content=invented)
    assert answer.missed == []
    assert answer.refused == {"not-verbatim": 1}


def test_quotation_marks_that_differ_are_other_letters():
    assert found(content='"a fair price"').refused == {"not-verbatim": 1}
    (one,) = found(content="“a fair price”").missed
    assert words(one.content) == ["“a fair price”"]


def test_a_line_break_or_a_wide_blank_in_the_article_is_a_blank():
    (one,) = found(content="It is a fair price").missed
    assert words(one.content) == ["It is\u00a0a\nfair price"]


def test_words_are_whole():
    assert found(content="arbour has four pier").refused == {"not-verbatim": 1}


def test_of_repeats_the_paragraph_that_is_named_decides_or_the_closest_to_it():
    said = "the fares would double"
    paragraphs = [at for at, block in enumerate(REPORT.blocks, 1) if said in block.span.of(QUAY)]
    starts = {}
    for named in range(-1, len(REPORT.blocks) + 3):
        (one,) = found(paragraph=named, content=said).missed
        starts[named] = one.content[0].start
    first, last = QUAY.index(said), QUAY.rindex(said)
    assert starts[paragraphs[0]] == first
    assert starts[paragraphs[-1]] == last
    assert starts[-1] == first
    assert starts[len(REPORT.blocks) + 2] == last


@pytest.mark.parametrize("named", [None, "second", 1.5, True, []])
def test_of_repeats_without_a_paragraph_nobody_can_tell(named):
    answer = found(paragraph=named, content="the fares would double")
    assert (answer.missed, answer.refused) == ([], {"ambiguous": 1})


def test_cue_and_source_are_the_closest_ones():
    (one,) = found(paragraph=4, content="the fares would double", cue="said", source="the council").missed
    assert QUAY[: one.content[0].start].endswith("In March the council said ")
    assert one.cue[0].end + 1 == one.content[0].start


def test_a_source_that_is_only_part_of_a_word_is_none():
    answer = found(content="The harbour has four piers", source="her")
    assert answer.refused == {"source-not-verbatim": 1}


def test_an_invented_cue_or_source_costs_the_statement():
    answer = read(
        [
            {"content": "no boat", "cue": "shouted"},
            {"content": "no boat", "source": "Ilse Dorn, a pilot"},
        ]
    )
    assert answer.missed == []
    assert answer.refused == {"cue-not-verbatim": 1, "source-not-verbatim": 1}


def test_a_source_far_from_the_content_is_not_meant():
    assert found(paragraph=4, content="no boat", source="Harbour master Ilse Dorn").refused == {
        "source-not-verbatim": 1
    }


def test_pieces_follow_each_other():
    (one,) = found(content=['"no boat"', '"no crew"'], cue="saying", source="Ola Brandt, a pilot").missed
    assert words(one.content) == ['"no boat"', '"no crew"']
    assert found(content=['"no crew"', '"no boat"']).refused == {"not-verbatim": 1}


def test_a_speaker_is_named_as_the_article_has_it_or_left_open():
    (one,) = found(content="no boat", speaker={"name": "Ola Brandt", "type": "person"}).missed
    assert one.speaker is not None
    assert (one.speaker.name, one.speaker.type) == ("Ola Brandt", "person")
    for speaker, reason in (
        ({"name": "Ola Brand", "type": "person"}, "speaker-not-verbatim"),
        ({"name": "Ola Brandt", "type": "pilot"}, "unknown-type"),
        ({"name": 3, "type": "person"}, "malformed"),
        ("Ola Brandt", "malformed"),
    ):
        answer = found(content="no boat", speaker=speaker)
        assert [each.speaker for each in answer.missed] == [None]
        assert answer.refused == {reason: 1}


def test_codes_of_what_is_there():
    answer = read(codes=[{"statement": 1, "concept": "double", "stance": "agree"}])
    assert answer.codes == {FIRST.id: {"double": "agree"}}
    assert answer.refused == {}


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ({"statement": 2, "concept": "double", "stance": "agree"}, "unknown-statement"),
        ({"statement": 0, "concept": "double", "stance": "agree"}, "unknown-statement"),
        ({"statement": None, "concept": "double", "stance": "agree"}, "unknown-statement"),
        ({"statement": 1, "concept": "doubling", "stance": "agree"}, "unknown-concept"),
        ({"statement": 1, "concept": ["double"], "stance": "agree"}, "unknown-concept"),
        ({"statement": 1, "concept": "double", "stance": "AGREE"}, "unknown-stance"),
        ({"statement": 1, "concept": "double", "stance": {}}, "unknown-stance"),
        ("double", "malformed"),
        (None, "malformed"),
    ],
)
def test_codes_of_what_is_not_there_are_refused(code, reason):
    answer = read(codes=[code])
    assert (answer.codes, answer.refused) == ({}, {reason: 1})


def test_without_a_codebook_no_code_holds():
    assert read(codes=[{"statement": 1, "concept": "double", "stance": "agree"}], codebook=None).codes == {}


def test_a_second_code_of_one_statement_and_concept_is_refused():
    answer = read(
        codes=[{"statement": "S1", "concept": "double", "stance": each} for each in ("agree", "neither")]
    )
    assert answer.codes == {FIRST.id: {"double": "agree"}}
    assert answer.refused == {"twice": 1}


def test_an_answer_without_end_is_cut_off():
    answer = read([{"content": "no boat"}] * (CAP_STATEMENTS + 7))
    assert len(answer.missed) == CAP_STATEMENTS
    assert answer.refused == {"over-cap": 7}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(["double", "no boat", "said", "\ud800", ""]),
    lambda some: st.lists(some, max_size=4)
    | st.dictionaries(
        st.sampled_from(["content", "cue", "source", "speaker", "codes", "statement", "concept", "stance", "name",
                         "type", "paragraph"]), some, max_size=5),
    max_leaves=12,
)  # fmt: skip


@given(missing=_JSON, codes=_JSON)
def test_whatever_is_answered_what_holds_stands_in_the_article(missing, codes):
    answer = read(missing, codes)
    for one in answer.missed:
        for span in (*one.content, *one.cue, *one.source):
            assert span.of(QUAY) == span.of(QUAY).strip() != ""
            assert span.end <= len(QUAY)
    assert set(answer.codes) <= {FIRST.id}


@given(
    st.text(alphabet='ab .\n“"', max_size=60).flatmap(
        lambda text: st.tuples(st.just(text), st.integers(0, 60), st.integers(1, 30))
    )
)
def test_what_is_found_has_the_letters_of_what_was_quoted(drawn):
    text, start, length = drawn
    quoted = text[start : start + length]
    if not text.strip():
        return
    shown = Shown(text=text, paragraphs=[Span(0, len(text))])
    got = shown.content([quoted], 1)
    if not isinstance(got, str):
        assert got[0].of(text).split() == quoted.split()

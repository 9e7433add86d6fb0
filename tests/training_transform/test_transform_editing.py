"""The one mechanism under all transformations: every span is carried over to the letter."""

import pytest
from annotating import annotated, letters, shown
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from training.polnear import Annotated, Attribution
from training.transform.editing import Edit, Fresh, Kept, edited, instead

RAIN = annotated("{S1 Ada Lowe} {C1 said} {X1 it had rained, and hard}.")


def at(words: str) -> tuple[int, int]:
    start = RAIN.text.index(words)
    return start, start + len(words)


def test_new_words_for_old_ones_are_annotated_as_the_old_ones_were() -> None:
    assert shown(edited(RAIN, [instead(*at("Lowe"), "Wendt")])) == (
        "{S1 Ada Wendt} {C1 said} {X1 it had rained, and hard}."
    )


def test_a_span_that_is_cut_shrinks_and_ends_in_no_blank() -> None:
    assert shown(edited(RAIN, [instead(*at("hard."), "so on.")])) == (
        "{S1 Ada Lowe} {C1 said} {X1 it had rained, and} so on."
    )


def test_a_span_of_which_nothing_is_left_vanishes() -> None:
    assert shown(edited(RAIN, [instead(*at("Ada Lowe said it"), "It")])) == "It {X1 had rained, and hard}."


def test_an_attribution_without_its_content_is_dropped() -> None:
    assert edited(RAIN, [instead(*at("it had rained, and hard"), "")]).attributions == ()


def test_words_put_in_belong_to_the_spans_around_them_alone() -> None:
    start, end = at(" and hard")
    made = edited(RAIN, [instead(start, start, " sleeted"), instead(end, end, "!")])
    assert shown(made) == "{S1 Ada Lowe} {C1 said} {X1 it had rained, sleeted and hard}!."


def test_words_that_move_take_their_annotation_along() -> None:
    frame, words = Kept(*at("Ada Lowe said")), Kept(*at("it had rained, and hard"))
    moved = Edit(0, words.end, (words, Fresh(", "), frame))
    assert shown(edited(RAIN, [moved])) == "{X1 it had rained, and hard}, {S1 Ada Lowe} {C1 said}."


def test_a_span_over_a_new_paragraph_becomes_two() -> None:
    start, _ = at(" and")
    assert shown(edited(RAIN, [instead(start, start + 1, "\n\n")])) == (
        "{S1 Ada Lowe} {C1 said} {X1 it had rained,}\n\n{X1 and hard}."
    )


def test_contents_that_come_together_become_one_where_the_edit_put_the_blank() -> None:
    parted = annotated("{X1 It rained.} {X1 And hard,} {S1 she} {C1 said}. {X1 Very hard.}")
    start, end = parted.text.index(", she"), parted.text.index("Very")
    joined = edited(parted, [Edit(start, end, (Fresh(".", start, start + 1), Fresh(" ")))])
    assert shown(joined) == "{X1 It rained.} {X1 And hard. Very hard.}"


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="two edits overlap at 3"):
        edited(RAIN, [instead(0, 5, "a"), instead(3, 8, "b")])


words = st.text(alphabet="abc \n", min_size=4, max_size=40)


@given(text=words, data=st.data())
def test_letter_by_letter_a_span_keeps_what_the_edits_leave_it(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text) - 1).flatmap(
        lambda start: st.tuples(st.just(start), st.integers(start + 1, len(text)))
    )
    start, end = data.draw(place)
    row = Attribution(source=(), cue=(Span(0, len(text)),), content=(Span(start, end),))
    article = Annotated(name="a", text=text, attributions=(row,), weight=1.0)
    gone = data.draw(st.sets(st.integers(0, len(text) - 1)))
    new = data.draw(st.sets(st.integers(0, len(text)).filter(lambda p: p not in gone and p - 1 not in gone)))
    made = edited(article, [instead(p, p + 1, "") for p in gone] + [instead(p, p, "Z") for p in new])
    kept = "".join(
        ("Z" if start < p < end and p in new else "") + text[p] * (p not in gone) for p in range(start, end)
    )
    carried = [span for each in made.attributions for span in each.content]
    assert letters(made.text, carried) == "".join(kept.split()).casefold()
    for span in carried:
        assert span.of(made.text) == span.of(made.text).strip()
        assert "\n" not in span.of(made.text)

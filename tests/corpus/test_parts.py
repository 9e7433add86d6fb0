"""Parts by name."""

from corpus.parts import one_in


def test_a_name_is_always_in_the_same_part_and_about_one_in_so_many_is_in() -> None:
    names = [f"article-{number}" for number in range(2000)]
    chosen = [name for name in names if one_in(10, name)]
    assert chosen == [name for name in reversed(names) if one_in(10, name)][::-1]
    assert 140 < len(chosen) < 260
    assert all(one_in(1, name) for name in names)

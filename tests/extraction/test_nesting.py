"""Which statement is reported inside which."""

from onrecord.extraction.nesting import with_parents
from onrecord.model import Span, Statement, StatementId


def made(name: str, content: tuple[int, int], cue: tuple[int, int] | None = None) -> Statement:
    return Statement(
        id=StatementId(name),
        kind="indirect",
        content=(Span(*content),),
        cue=(Span(*cue),) if cue else (),
        confidence=0.5,
    )


def parents(*statements: Statement) -> dict[str, str | None]:
    return {s.id: s.parent for s in with_parents(statements)}


def test_a_statement_inside_another_s_content_has_it_as_parent() -> None:
    assert parents(made("outer", (10, 90)), made("inner", (40, 60), cue=(30, 35))) == {
        "outer": None,
        "inner": "outer",
    }


def test_the_smallest_one_around_it_is_the_parent() -> None:
    chain = parents(made("a", (0, 100)), made("b", (10, 80), (5, 8)), made("c", (30, 40), (20, 25)))
    assert chain == {"a": None, "b": "a", "c": "b"}


def test_a_statement_whose_cue_stands_outside_is_beside_not_inside() -> None:
    assert parents(made("first", (0, 50)), made("second", (20, 30), cue=(60, 64)))["second"] is None

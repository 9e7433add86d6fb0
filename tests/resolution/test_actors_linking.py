"""Linking: who is who across articles, whatever their order."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import ActorType, ArticleId, Entry, Speaker
from onrecord.resolution.actors.figures import Figure, Home, figures_of
from onrecord.resolution.actors.gathering import gather, signs, total, weight_of
from onrecord.resolution.actors.identifying import identify
from onrecord.resolution.actors.linking import Registry, link, link_block


def figure(
    article: int,
    name: str,
    *roles: str,
    kind: ActorType = "person",
    day: str | None = "2031-06-04",
    beside: Iterable[str] = (),
) -> Figure:
    return Figure(
        article=ArticleId(f"a-{article}"),
        name=name,
        type=kind,
        roles=roles,
        day=day,
        companions=frozenset(beside),
    )


def groups(registry: Registry) -> set[frozenset[tuple[str, str]]]:
    """Who is one, as sets of article and name."""
    found: dict[Home, set[tuple[str, str]]] = {}
    for one, home in registry.actors.items():
        found.setdefault(home, set()).add((one.article, one.name))
    return {frozenset(some) for some in found.values()}


def are_one(*figures: Figure) -> bool:
    return len(groups(link(figures))) == 1


def test_spellings_of_one_name_are_one_person() -> None:
    assert are_one(
        figure(1, "Volodymyr Zelensky"), figure(2, "Volodymyr Zelenskyy"), figure(3, "VOLODYMYR ZELENSKIY")
    )


def test_a_changed_office_is_one_person() -> None:
    assert are_one(
        figure(1, "Mara Quell", "foreign minister of Veyra", day="2031-06-04"),
        figure(2, "Mara Quell", "prime minister of Veyra", day="2031-11-20"),
    )


def test_two_ministers_of_one_surname_stay_apart() -> None:
    assert not are_one(
        figure(1, "Mara Quell", "foreign minister"), figure(2, "Tomas Quell", "finance minister")
    )


def test_father_and_son_stay_apart() -> None:
    assert not are_one(figure(1, "Tomas Wieck Sr."), figure(2, "Tomas Wieck Jr."))


def test_two_of_one_name_in_two_walks_of_life_stay_apart() -> None:
    found = link([figure(1, "Tomas Wieck", "goalkeeper"), figure(2, "Tomas Wieck", "interior minister")])
    assert len(groups(found)) == 2


def test_an_organisation_and_its_head_stay_apart() -> None:
    assert not are_one(figure(1, "Strake", kind="organisation"), figure(2, "Strake"))


def test_a_surname_alone_goes_to_the_only_bearer() -> None:
    assert are_one(figure(1, "Mara Quell"), figure(2, "Quell"))


def test_a_surname_alone_goes_to_the_bearer_whose_office_it_has() -> None:
    minister, mayor = (
        figure(1, "Mara Quell", "foreign minister"),
        figure(2, "Tomas Quell", "mayor of Halvern"),
    )
    short = figure(3, "Quell", "mayor of Halvern")
    assert link([minister, mayor, short]).actors[short].name == "Tomas Quell"


def test_a_surname_alone_that_may_be_two_waits_with_its_evidence() -> None:
    short = figure(3, "Quell", day=None)
    found = link(
        [
            figure(1, "Mara Quell", day=None),
            figure(2, "Tomas Quell", beside=["ines orlo"]),
            replace(short, companions=frozenset(["ines orlo"])),
        ]
    )
    assert len(groups(found)) == 3
    (waiting,) = found.suggestions
    assert {waiting.one.name, waiting.other.name} == {"Quell", "Tomas Quell"}
    assert [one.words for one in waiting.evidence] == ["both beside ines orlo"]


def test_a_third_bearer_between_two_keeps_them_apart() -> None:
    father, son = figure(1, "George H. W. Bruhn"), figure(2, "George W. Bruhn")
    assert len(groups(link([father, son, figure(3, "George Bruhn")]))) == 3
    assert are_one(son, figure(3, "George Bruhn"))


def test_a_man_and_a_woman_are_two() -> None:
    assert not are_one(figure(1, "Sam Wieck", "spokesman"), figure(2, "Samantha Wieck", "spokeswoman"))


def test_unnamed_sources_are_nobody() -> None:
    assert link([figure(1, "a senior official", kind="unnamed")]).actors == {}


def test_an_organisation_is_one_with_and_without_its_article_and_legal_form() -> None:
    assert are_one(
        figure(1, "The Halvern Ferry Company", kind="organisation"),
        figure(2, "Halvern Ferry", kind="organisation"),
    )


def test_an_abbreviation_waits() -> None:
    found = link(
        [figure(1, "HFC", kind="organisation"), figure(2, "Halvern Ferry Council", kind="organisation")]
    )
    assert len(groups(found)) == 2
    assert len(found.suggestions) == 1


def test_those_told_apart_are_never_joined_and_those_merged_always() -> None:
    one, other, third = figure(1, "Mara Quell"), figure(2, "Mara Jane Quell"), figure(3, "Mara Strake")
    ids = [Home(name=each.name, type="person").id for each in (one, other, third)]
    told = frozenset([frozenset(ids[:2])])
    assert len(groups(link([one, other], told))) == 2
    assert link([one, other], told).suggestions == ()
    merged = {ids[0]: ids[2], ids[2]: ids[2]}
    assert link([figure(4, "Quell"), one], frozenset(), merged).actors[one].name == "Mara Quell"


def test_a_crowd_names_nobody_beside_anybody() -> None:
    speakers = [Speaker(name=f"Ines Number{at}", type="person") for at in range(5_000)]
    found = figures_of(ArticleId("a-1"), speakers)
    assert len(found) == 5_000
    assert not any(one.companions for one in found)


def test_markup_and_sql_are_names_like_others() -> None:
    odd = "Robert'); DROP TABLE actors;--"
    tag = "<script>alert(1)</script>"
    found = link(
        [figure(1, odd), figure(2, odd), figure(3, tag), figure(4, "ROBERT'); DROP TABLE ACTORS;--")]
    )
    assert len(groups(found)) == 2


WORDS = ["Mara", "Tomas", "M.", "Quell", "Orlo", "Wieck", "Quell-Orlo", "Jr.", "Bill", "William"]
ROLES = ["foreign minister", "mayor of Halvern", "goalkeeper", "spokeswoman"]
figures = st.builds(
    lambda article, words, roles, day, beside: figure(
        article, " ".join(words), *roles, day=day, beside=beside
    ),
    st.integers(1, 6),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3),
    st.lists(st.sampled_from(ROLES), max_size=2, unique=True),
    st.sampled_from([None, "2031-06-04", "2050-01-01"]),
    st.lists(st.sampled_from(["ines orlo", "dana rusk", "jon strake"]), max_size=3, unique=True),
)


SOME = st.lists(figures, max_size=10, unique_by=lambda one: (one.article, one.name))


@settings(deadline=None)
@given(SOME, st.randoms())
def test_the_order_of_the_articles_is_nothing(some: list[Figure], random) -> None:  # type: ignore[no-untyped-def]
    mixed = list(some)
    random.shuffle(mixed)
    one, other = link(some), link(mixed)
    assert one.actors == other.actors
    assert one.suggestions == other.suggestions


@settings(deadline=None)
@given(SOME, st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=4))
def test_those_told_apart_are_two_whatever_else_is_known(
    some: list[Figure], told: list[tuple[int, int]]
) -> None:
    homes = [Home(name=one.name, type=one.type).id for one in some]
    apart = frozenset(
        frozenset((homes[a], homes[b])) for a, b in told if max(a, b) < len(some) and homes[a] != homes[b]
    )
    for group in groups(link(some, apart)):
        ids = {Home(name=name, type="person").id for _, name in group}
        assert not any(two <= ids for two in apart)


def test_two_told_apart_are_not_one_through_a_third_with_both_their_names() -> None:
    some = [figure(1, "Mara"), figure(2, "Quell"), figure(3, "Quell Mara")]
    homes = [Home(name=one.name, type=one.type).id for one in some]
    assert len(groups(link(some))) == 1
    assert len(groups(link(some, frozenset([frozenset(homes[:2])])))) == 3


def test_a_block_says_of_each_figure_who_it_is() -> None:
    some = [figure(1, "Mara Quell"), figure(2, "Quell")]
    assert set(link_block("person kvel", some).homes) == set(some)


ROLES = (
    "foreign minister of Veyra",
    "minister",
    "goalkeeper",
    "actress",
    "spokesman",
    "harbour master",
    "king",
)
SOMEBODY = st.lists(
    st.builds(
        lambda role, day, beside, outlet: replace(
            figure(1, "Mara Quell", *role, day=day, beside=beside), outlet=outlet
        ),
        st.lists(st.sampled_from(ROLES), max_size=2).map(sorted),
        st.sampled_from([None, "1990-01-05", "2031-06-04", "2031-07-30", "2031-09-01", "2045-02-28", "June"]),
        st.frozensets(st.sampled_from(["ines orlo", "tomas wieck", "dana rusk", "ferry council"])),
        st.sampled_from([None, "The Quay", "The Tide"]),
    ),
    min_size=1,
    max_size=3,
)


@given(SOMEBODY, SOMEBODY, st.booleans())
def test_what_is_weighed_without_words_weighs_what_the_signs_do(
    some: list[Figure], others: list[Figure], alone: bool
) -> None:
    for one in gather(some):
        for other in gather(others):
            weighed = weight_of(one, other, alone=alone)
            assert abs(weighed - total(signs(one, other, alone=alone))) < 1e-9


def test_those_who_pass_on_are_figures_and_nobodys_companions() -> None:
    speakers = [Speaker(name="Mara Quell", type="person"), Speaker(name="Ines Orlo", type="person")]
    made = figures_of(ArticleId("a-1"), speakers, [("The Morning Lamp", "outlet"), ("Ines Orlo", "person")])
    beside = {one.name: one.companions for one in made}
    assert beside == {
        "Ines Orlo": frozenset({"mara quell"}),
        "Mara Quell": frozenset({"ines orlo"}),
        "The Morning Lamp": frozenset({"ines orlo", "mara quell"}),
    }


def test_a_surname_goes_to_who_bears_it_whole_before_half_of_a_double_one() -> None:
    half = figure(1, "Ines Pradel-Orle", beside=["tomas wieck", "mara quell"])
    whole, short = figure(2, "Bram Orle"), figure(3, "Orle", beside=["tomas wieck", "mara quell"])
    found = link([half, whole, short])
    assert found.actors[short] == found.actors[whole]
    assert not found.suggestions


def test_half_of_a_double_surname_alone_is_not_enough_for_it() -> None:
    assert not are_one(figure(1, "Ines Pradel-Orle"), figure(2, "Orle"))
    office = "mayor of Halvern"
    assert are_one(figure(1, "Ines Pradel-Orle", office), figure(2, "Orle", office))


def test_an_entry_under_a_double_surname_is_nobody_who_has_but_half_of_it() -> None:
    entry = Entry(id="k-1", name="Ines Pradel-Orle", type="person", names=("Ms Pradel-Orle",))
    assert identify([figure(1, "Orle")], [entry]) is None
    assert identify([figure(1, "Pradel-Orle")], [entry])


def test_two_of_one_name_whom_an_article_tells_apart_are_two_everywhere() -> None:
    judge, lawmaker = (
        figure(1, "Sir Bram Orle", "retired judge"),
        figure(1, "Bram Orle", "member for Halvern"),
    )
    later = [
        figure(2, "Bram Orle", "judge"),
        figure(3, "Bram Orle", "member for Halvern"),
        figure(4, "Bram Orle"),
    ]
    found = link([judge, lawmaker, *later]).actors
    assert [found[one] == found[judge] for one in later] == [True, False, False]
    assert [found[one] == found[lawmaker] for one in later] == [False, True, True]


def test_a_name_with_a_title_in_one_article_and_without_in_another_is_one_person() -> None:
    assert are_one(figure(1, "Sir Bram Orle", "judge"), figure(2, "Bram Orle"))

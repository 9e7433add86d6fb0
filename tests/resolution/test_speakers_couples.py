"""A couple of one surname, and papers that are nobody's role."""

from building import article
from speaking import likeliest

from onrecord.resolution.speakers.casting import cast_of


def test_a_title_that_tells_the_sex_takes_the_one_of_it() -> None:
    text = "It was cold\n\n{0} and {1}, ran the stall. “It should stay,” {2} Finch said.\n"
    part = ("“It should stay,”", "said")
    couple = text.format("Tom Finch", "his wife, Ada Finch", "Mr")
    assert likeliest(couple, (*part, "Mr Finch")) == ["Tom Finch"]
    couple = text.format("Ada Finch", "her husband, Tom Finch", "Ms")
    assert likeliest(couple, (*part, "Ms Finch")) == ["Ada Finch"]


def test_a_paper_before_a_comma_is_nobodys_role() -> None:
    cast = cast_of(article("It was cold\n\nAccording to the paper, Ilse Tarrant wrote that she would go.\n"))
    (tarrant,) = [one for one in cast.entities if one.name == "Ilse Tarrant"]
    assert tarrant.role is None

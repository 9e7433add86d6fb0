"""All that an article says of its statements: who made them, through whom they came, to whom, and when."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Article, Name, Statement
from onrecord.resolution.dates import find_dates
from onrecord.resolution.sayings import Dater, said_on
from onrecord.resolution.speakers.resolving import Resolver


def resolve(article: Article, statements: Sequence[Statement], names: Sequence[Name] = ()) -> list[Statement]:
    """The same statements in the same order with speakers, chains, addressees and days; open where it is
    not clear.

    `names` are those that the network saw in the article, where it ran.
    """
    if not statements:
        return []
    resolver = Resolver(article, statements, names)
    found = {one.statement.id: one for one in resolver.opinions()}
    chains = resolver.chains()
    addressees = resolver.addressees(chains)
    dates = find_dates(article.text, article.published, article.blocks)
    dater = Dater(article, statements, resolver.cast.words, dates, resolver.who, named=resolver.named)
    days = {one.statement.id: said_on(article, one) for one in dater.dated()}
    return [
        replace(
            one,
            speaker=found[one.id].speaker,
            via=chains.get(one.id, ()),
            to=addressees.get(one.id, ()),
            said_on=days.get(one.id),
        )
        for one in statements
    ]

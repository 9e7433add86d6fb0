"""Our marks in practice sheets and in real news with the speakers that they name, as the software reads the texts."""

from collections.abc import Iterable, Iterator

from corpus.sheets import Sheet, Stated
from corpus.texts import article_of
from onrecord.model import Article, Span, Statement, identify
from training.speakers_gold import Gold, plain
from training.speakers_polnear import kind_of_words

Labelled = tuple[Article, list[Statement], list[Gold | None]]


def with_speakers(sheets: Iterable[Sheet]) -> Iterator[Labelled]:
    """Each text with its marked statements and who made them; None where the marks do not say.

    A name may be given shorter or longer than the article's fullest form: one's words stand within the other's then.
    """
    for sheet in sheets:
        article = article_of(f"{sheet.name}.txt", sheet.text)
        if article.text == sheet.text:
            contents = {one.number: tuple(Span(*place) for place in one.content) for one in sheet.statements}
            ids = {number: identify(article.id, content) for number, content in contents.items()}
            statements = [
                Statement(
                    id=ids[one.number],
                    kind=kind_of_words(sheet.text[one.content[0][0] : one.content[-1][1]]),
                    act=one.act,
                    content=contents[one.number],
                    cue=tuple(Span(*place) for place in one.cue),
                    source=tuple(Span(*place) for place in one.source),
                    confidence=1.0,
                    parent=None if one.parent is None else ids.get(one.parent),
                )
                for one in sheet.statements
            ]
            yield article, statements, [_gold(one) for one in sheet.statements]


def _gold(one: Stated) -> Gold | None:
    return None if one.name is None else Gold(frozenset(), plain(one.name))

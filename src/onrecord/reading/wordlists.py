"""Lists of words, written as running text where they are used: a list of quoted strings hides what is in it."""


def words_in(text: str) -> frozenset[str]:
    """The words of `text`, which blanks and line ends part."""
    return frozenset(text.split())

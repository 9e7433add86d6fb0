"""Pages of the layout's tests: prose around the line that a test is about."""

from onrecord.reading.layout import lay_out

PROSE = "The minister said on Monday that the talks would go on until the border was settled."
MORE = "A spokesman declined to say when the ministers would meet again, or where."


def roles(text: str) -> list[tuple[str, str]]:
    """The role and the words of each piece of a text."""
    return [(piece.role or "", text[piece.start : piece.end]) for piece in lay_out(text).pieces]


def role_between(line: str) -> str:
    """The role of a line that stands alone between two paragraphs."""
    return {words: role for role, words in roles(f"{PROSE}\n\n{line}\n\n{MORE}\n")}[line]

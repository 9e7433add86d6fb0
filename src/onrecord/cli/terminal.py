"""What may be sent to a terminal: articles are untrusted, and a terminal obeys control characters."""

_PICTURES = 0x2400  # the block of Unicode that has a visible sign for each C0 control character
_DELETE, _DELETE_PICTURE = 0x7F, 0x2421
_KEPT = "\n\t"

# C1 controls have no pictures of their own; direction overrides can show a line in another order than it has.
_UNSEEN = [*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]

_VISIBLE = {code: chr(_PICTURES + code) for code in range(0x20) if chr(code) not in _KEPT}
_VISIBLE[_DELETE] = chr(_DELETE_PICTURE)
_VISIBLE.update(dict.fromkeys(_UNSEEN, "\N{REPLACEMENT CHARACTER}"))


def plain(text: str) -> str:
    """`text` with each control character but newline and tab replaced by a visible sign.

    One character takes the place of one, so that offsets stay; an escape sequence of a hostile article
    shows as `␛[2J` and does nothing.
    """
    return text.translate(_VISIBLE)


def unbroken(text: str) -> str:
    """`text` as one line of a terminal, whatever lines it has: a note must not look like two."""
    return plain(" ".join(text.splitlines())).replace("\t", " ")

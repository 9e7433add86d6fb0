"""Parts of a set decided by what a thing is called, so that everybody who reads the files sets the same ones aside."""

from hashlib import sha256


def one_in(count: int, name: str) -> bool:
    """Whether the name is among the one in `count` that its SHA-256 chooses."""
    return int(sha256(name.encode()).hexdigest(), 16) % count == 0

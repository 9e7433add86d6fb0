"""The hash by which DNA guards a coder's log-in.

It is that of jasypt's StrongPasswordEncryptor: SHA-256 of a salt of 16 bytes and the password (in NFC, as UTF-8),
then of its own result, 100,000 times in all; salt and result together in base 64.
"""

import base64
import hashlib
import unicodedata

_TIMES = 100_000
_SALT = 16


def password_hash(password: str, name: str) -> str:
    """The hash of a coder's password; the salt is made of both, so that the same file comes out the same."""
    salt = hashlib.sha256(f"{name}\0{password}".encode("utf-8", "surrogatepass")).digest()[:_SALT]
    return base64.b64encode(salt + _digest(salt, password)).decode("ascii")


def _digest(salt: bytes, password: str) -> bytes:
    digest = salt + unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    for _ in range(_TIMES):
        digest = hashlib.sha256(digest).digest()
    return digest

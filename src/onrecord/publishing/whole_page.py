"""What makes a page one whole file: templates that escape, assets set in, digests for a policy that lets no more in."""

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined


@cache
def environment(package: str) -> Environment:
    """The templates of a package; whatever is set into them is escaped, and what is missing is an error."""
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def joined(paths: Iterable[str]) -> str:
    """The texts of assets, by their paths below this package, one after the other."""
    folder = resources.files("onrecord.publishing")
    # universal newlines: the digest is of what the browser sees, and that never has a carriage return
    return "\n".join((folder / path).read_text("utf-8") for path in paths).replace("\r\n", "\n")


def digest(text: str) -> str:
    """A style or a script as a content security policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"

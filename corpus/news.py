"""Statements that we marked in real news articles, by offset and name; the articles themselves lie in ../shared.

news.jsonl has an article a line: where it lies, the SHA-256 of its text, and its statements.  No word of an article is
in it but names.  `text_of` puts a text together as the markers had it.
"""

import json
import lzma
import re
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args

from corpus.sheets import Sheet, Stated, Who

LABELS = Path(__file__).parent / "news.jsonl"
PartOfNews = Literal["train", "dev"]
NEWS_PARTS: tuple[PartOfNews, ...] = get_args(PartOfNews)


class NewsError(ValueError):
    """An article that is not there, or not as it was when it was marked."""


def load_news(shared: Path, part: PartOfNews) -> list[Sheet]:
    """The marked articles of a part.  Raises `NewsError` where one is not in `shared` as it was."""
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    return [_sheet(row, shared) for row in rows if row["part"] == part]


def _sheet(row: dict[str, Any], shared: Path) -> Sheet:
    text = text_of(row["source"], row["id"], shared)
    if sha256(text.encode("utf-8")).hexdigest() != row["sha256"]:
        raise NewsError(f"{row['source']} {row['id']}: its text is not the one that was marked")
    return Sheet(name=f"{row['source']}-{row['id']}", text=text, statements=tuple(_statements(row)))


def _statements(row: dict[str, Any]) -> Iterator[Stated]:
    for number, one in enumerate(row["statements"], 1):
        (who,) = (key for key in get_args(Who) if key in one)
        yield Stated(
            number=number,
            content=_places(one["content"]),
            cue=_places(one.get("cue", ())),
            source=_places(one.get("source", ())),
            act=one["act"],
            who=who,
            name=one[who],
            forms=tuple(one.get("forms", ())),
            parent=one.get("parent"),
        )


def _places(pairs: Any) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in pairs)


def text_of(source: str, identity: str, shared: Path) -> str:
    """The text of an article: its title, a blank line, its paragraphs.  Raises `NewsError`."""
    try:
        return _TEXTS[source](identity, shared / "data")
    except (OSError, KeyError, IndexError) as error:
        raise NewsError(f"{source} {identity}: not found in {shared}: {error!r}") from error


def _wikinews(url: str, data: Path) -> str:
    found = _wikinews_articles(data)[url]
    body = re.sub(r"\n{3,}", "\n\n", found["text"].replace("\u00a0", " ")).strip()
    return f"{found['title']}\n\n{body}\n"


@cache
def _wikinews_articles(data: Path) -> dict[str, dict[str, str]]:
    lines = (data / "text/wikinews_en.jsonl").read_text(encoding="utf-8").splitlines()
    return {article["url"]: article for article in map(json.loads, lines)}


def _fundus(identity: str, data: Path) -> str:
    path, version = identity.split("#")
    pages = json.loads((data / "pages/fundus" / f"{path}.json").read_text(encoding="utf-8"))
    page = pages[version]
    parts = [page.get("title") or "", *(page["body"].get("summary") or ())]
    for section in page["body"]["sections"]:
        parts += [*(section.get("headline") or ()), *(section.get("paragraphs") or ())]
    return "\n\n".join(part.strip() for part in parts if part and part.strip()) + "\n"


def _whitehouse(identity: str, data: Path) -> str:
    """A whole document; with `#n`, from its n-th paragraph on until 380 words are there."""
    path, _, start = identity.partition("#")
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", _whitehouse_texts(data)[path])]
    paragraphs = [p.replace("\\_", "_").replace("\\", "") for p in paragraphs if p]
    if not start:
        return "\n\n".join(paragraphs) + "\n"
    taken: list[str] = []
    for paragraph in paragraphs[int(start) :]:
        if sum(len(p.split()) for p in taken) >= 380:
            break
        taken.append(paragraph)
    return "\n\n".join(taken) + "\n"


@cache
def _whitehouse_texts(data: Path) -> dict[str, str]:
    with lzma.open(data / "text/nato.jsonl.xz", "rt", encoding="utf-8") as lines:
        return {document["path"]: document["text"] for document in map(json.loads, lines)}


_TEXTS: dict[str, Callable[[str, Path], str]] = {
    "wikinews": _wikinews,
    "fundus": _fundus,
    "whitehouse": _whitehouse,
}

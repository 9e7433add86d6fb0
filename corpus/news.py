"""Statements that we marked in real news articles, by offset and name; the articles themselves lie in ../shared.

news.jsonl has an article a line: where it lies, the SHA-256 of its text, and its statements; of some also when, through
whom and to whom they were made (a name, or the place of the words for those without one), and then the day of
publication.  No word of an article is in it but names.  `text_of` puts a text together as the markers had it.
"""

import json
import lzma
import re
import tarfile
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, get_args

from lxml import html

from corpus.parts import one_in
from corpus.sheets import Sheet, Stated, Who

LABELS = Path(__file__).parent / "news.jsonl"
PartOfNews = Literal["train", "dev"]
NEWS_PARTS: tuple[PartOfNews, ...] = get_args(PartOfNews)
FREE = ("wikinews", "gum", "whitehouse")
"""The sources whose articles have a free licence, or none because they are in the public domain."""
MEASURED = 4
"""One in so many of the train articles measures days and chains."""


class NewsError(ValueError):
    """An article that is not there, or not as it was when it was marked."""


def load_news(shared: Path, part: PartOfNews, sources: Collection[str] | None = None) -> list[Sheet]:
    """The marked articles of a part, of some sources or of all.

    Raises `NewsError` where one is not in `shared` as it was.
    """
    chosen = [row for row in _rows() if row["part"] == part and (sources is None or row["source"] in sources)]
    return [_sheet(row, shared) for row in chosen]


def load_passed_on(shared: Path, part: PartOfNews) -> list[Sheet]:
    """The articles of which it is also marked when, through whom and to whom statements were made.

    Their parts are others than those of `load_news`: dev is its dev and one in MEASURED of its train, by the hash of
    what the article is called, since from days and chains nothing was learned there.  Raises `NewsError`.
    """
    rows = [row for row in _rows() if "published" in row]
    dev = [row["part"] == "dev" or one_in(MEASURED, row["id"]) for row in rows]
    return [_sheet(row, shared) for row, is_dev in zip(rows, dev, strict=True) if is_dev == (part == "dev")]


def _rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def _sheet(row: dict[str, Any], shared: Path) -> Sheet:
    text = text_of(row["source"], row["id"], shared)
    if sha256(text.encode("utf-8")).hexdigest() != row["sha256"]:
        raise NewsError(f"{row['source']} {row['id']}: its text is not the one that was marked")
    return Sheet(
        name=f"{row['source']}-{row['id']}",
        text=text,
        statements=tuple(_statements(row, text)),
        outlet=row.get("outlet"),
        published=row.get("published"),
    )


def _statements(row: dict[str, Any], text: str) -> Iterator[Stated]:
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
            said_on=one.get("said_on"),
            inferred=one.get("inferred", False),
            via=_named(one.get("via", ()), text),
            to=_named(one.get("to", ()), text),
        )


def _places(pairs: Any) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in pairs)


def _named(given: Iterable[str | list[int]], text: str) -> tuple[str, ...]:
    """Names as they stand, and the words at a place for those who have none."""
    return tuple(one if isinstance(one, str) else text[one[0] : one[1]] for one in given)


def text_of(source: str, identity: str, shared: Path) -> str:
    """The text of an article: its title, a blank line, its paragraphs.  Raises `NewsError`."""
    try:
        return _TEXTS[source](identity, shared / "data")
    except (OSError, KeyError, IndexError) as error:
        raise NewsError(f"{source} {identity}: not found in {shared}: {error!r}") from error


def _wikinews(identity: str, data: Path) -> str:
    url, _, start = identity.partition("#")
    found = _wikinews_articles(data)[url]
    body = re.sub(r"\n{3,}", "\n\n", found["text"].replace("\u00a0", " ")).strip()
    if start:
        return _stretch(body.split("\n\n"), int(start))
    return f"{found['title']}\n\n{body}\n"


@cache
def _wikinews_articles(data: Path) -> dict[str, dict[str, str]]:
    lines = (data / "text/wikinews_en.jsonl").read_text(encoding="utf-8").splitlines()
    return {article["url"]: article for article in map(json.loads, lines)}


def _fundus(identity: str, data: Path) -> str:
    """A page's title, summary and body; with a second `#n`, from its n-th paragraph on until 500 words are there."""
    path, version, *start = identity.split("#")
    pages = json.loads((data / "pages/fundus" / f"{path}.json").read_text(encoding="utf-8"))
    page = pages[version]
    parts = [page.get("title") or "", *(page["body"].get("summary") or ())]
    for section in page["body"]["sections"]:
        parts += [*(section.get("headline") or ()), *(section.get("paragraphs") or ())]
    kept = [part.strip() for part in parts if part and part.strip()]
    return _stretch(kept, int(start[0]), words=500) if start else "\n\n".join(kept) + "\n"


def _trafilatura(name: str, data: Path) -> str:
    """The first 500 words in a saved page's paragraphs (`p`) of six words or more."""
    tree = html.fromstring(_trafilatura_pages(data)[name])
    paragraphs = [" ".join(paragraph.text_content().split()) for paragraph in tree.iter("p")]
    return _stretch([part for part in paragraphs if len(part.split()) >= 6], 0, words=500)


@cache
def _trafilatura_pages(data: Path) -> dict[str, bytes]:
    with tarfile.open(data / "pages/trafilatura_eval.tar.xz") as pages:
        files = ((Path(member.name).name, pages.extractfile(member)) for member in pages)
        return {name: file.read() for name, file in files if file is not None}


def _scrapinghub(name: str, data: Path) -> str:
    """The opening of an article, until 500 words are there; its body has no title."""
    body = _scrapinghub_pages(data)[name]["articleBody"]
    return _stretch(_paragraphs(body), 0, words=500)


@cache
def _scrapinghub_pages(data: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(
        (data / "pages/scrapinghub/ground-truth.json").read_text(encoding="utf-8")
    )
    return found


def _newswire(identity: str, data: Path) -> str:
    """An article without the line of its address; with `#n`, from its n-th paragraph on until 500 words are there."""
    name, _, start = identity.partition("#")
    text = (data / "entities/worldwide_newswire/original_articles" / f"{name}.txt").read_text(
        encoding="utf-8"
    )
    kept = text if not text.startswith("http") else text.partition("\n")[2]
    paragraphs = _paragraphs(kept.replace("\r", ""))
    return _stretch(paragraphs, int(start), words=500) if start else "\n\n".join(paragraphs) + "\n"


def _linking(identity: str, data: Path) -> str:
    """`SET/ID`: the first 500 words of a text of one of the sets with names linked to Wikidata."""
    name, _, number = identity.partition("/")
    return _stretch(_paragraphs_of_lines(_linking_texts(data, name)[number]), 0, words=500)


@cache
def _linking_texts(data: Path, name: str) -> dict[str, str]:
    lines = (data / f"entities/linking/{name}.benchmark.jsonl").read_text(encoding="utf-8").splitlines()
    return {str(report["id"]): report["text"] for report in map(json.loads, lines)}


def _reuters(identity: str, data: Path) -> str:
    """A report of Reuters-128, a paragraph a line; it has no title."""
    return "\n\n".join(_paragraphs_of_lines(_linking_texts(data, "reuters-128")[identity])) + "\n"


def _paragraphs_of_lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _gum(identity: str, data: Path) -> str:
    """The sentences of a document as paragraphs; with `#n`, from its n-th paragraph on until 380 words are there."""
    name, _, start = identity.partition("#")
    lines = (data / "gum/dep" / f"{name}.conllu").read_text(encoding="utf-8").splitlines()
    paragraphs = [""]
    for line in lines:
        if line == "# newpar":
            paragraphs.append("")
        elif line.startswith("# text = "):
            paragraphs[-1] = f"{paragraphs[-1]} {line.removeprefix('# text = ')}".strip()
    paragraphs = [part for part in paragraphs if part]
    return _stretch(paragraphs, int(start)) if start else "\n\n".join(paragraphs) + "\n"


def _whitehouse(identity: str, data: Path) -> str:
    """A whole document; with `#n`, from its n-th paragraph on until 380 words are there."""
    path, _, start = identity.partition("#")
    paragraphs = [p.replace("\\_", "_").replace("\\", "") for p in _paragraphs(_whitehouse_texts(data)[path])]
    return _stretch(paragraphs, int(start)) if start else "\n\n".join(paragraphs) + "\n"


def _paragraphs(text: str) -> list[str]:
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return [part for part in parts if part]


def _stretch(paragraphs: list[str], start: int, words: int = 380) -> str:
    """Paragraphs from the `start`-th on until so many words are there."""
    taken: list[str] = []
    for paragraph in paragraphs[start:]:
        if sum(len(part.split()) for part in taken) >= words:
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
    "newswire": _newswire,
    "scrapinghub": _scrapinghub,
    "reuters": _reuters,
    "linking": _linking,
    "trafilatura": _trafilatura,
    "gum": _gum,
    "whitehouse": _whitehouse,
}

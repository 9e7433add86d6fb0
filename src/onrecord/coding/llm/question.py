"""What a second reader is asked: an article with its statements, and the codebook, as the messages of a chat.

Other coders' decisions are no part of it: a second reader must not see what the first one thought.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.coding.llm.patience import Message
from onrecord.model import Article, Block, Codebook, Concept, Statement
from onrecord.model.ids import content_hash

_DIGITS = 8  # of the hash that tells one wording of the question from another
_EXAMPLES = 3  # of each side, of a concept


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One article to be read: the `blocks` of it that are shown, numbered from 1, and `statements`, too.

    Without a `codebook` nothing is coded.
    """

    article: Article
    blocks: Sequence[Block]
    statements: Sequence[Statement]
    codebook: Codebook | None

    def messages(self) -> list[Message]:
        """The messages that are sent."""
        return [
            {"role": "system", "content": instructions()},
            {"role": "user", "content": json.dumps(self._shown(), ensure_ascii=False)},
        ]

    def size(self) -> int:
        """How many characters the messages have."""
        return sum(len(each["content"]) for each in self.messages())

    def block_of(self, start: int) -> int:
        """The number of the block that holds a place; 0 where none that is shown does."""
        return next(
            (at for at, each in enumerate(self.blocks, 1) if each.span.start <= start < each.span.end), 0
        )

    def _shown(self) -> Mapping[str, Any]:
        article, text = self.article, self.article.text
        shown: dict[str, Any] = {
            "article": {
                "title": article.title,
                "outlet": article.outlet,
                "published": article.published,
                "paragraphs": [
                    {"paragraph": at, "text": each.span.of(text)} for at, each in enumerate(self.blocks, 1)
                ],
            },
            "statements": [
                {
                    "statement": at,
                    "paragraph": self.block_of(each.content[0].start),
                    "content": [span.of(text) for span in each.content],
                    "cue": [span.of(text) for span in each.cue],
                    "source": [span.of(text) for span in each.source],
                }
                for at, each in enumerate(self.statements, 1)
            ],
        }
        if self.codebook is not None:
            shown["concepts"] = [_concept(each) for each in self.codebook.concepts]
        return shown


@cache
def instructions() -> str:
    """The words that every question begins with."""
    return files("onrecord.coding.llm").joinpath("second_reader.txt").read_text(encoding="utf-8").strip()


def version(codebook: Codebook | None) -> str:
    """Which wording of the question this is, and whether codes are asked for, in a few letters and digits."""
    asked = "codes" if codebook is not None else "statements"
    return content_hash(f"{asked}\0{instructions()}".encode())[:_DIGITS]


def _concept(concept: Concept) -> Mapping[str, Any]:
    shown: dict[str, Any] = {"name": concept.name, "claim": concept.label}
    if concept.definition:
        shown["definition"] = concept.definition
    if concept.examples_for:
        shown["agree"] = concept.examples_for[:_EXAMPLES]
    if concept.examples_against:
        shown["disagree"] = concept.examples_against[:_EXAMPLES]
    return shown

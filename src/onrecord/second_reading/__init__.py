"""A second reader for a ledger: a language model behind an endpoint, as a coder of its own.

from pathlib import Path
import onrecord

with onrecord.Ledger.open(Path("debate.db")) as ledger:
    read = onrecord.second_read(ledger, llm="http://localhost:11434/v1", model="qwen3:8b")
    print(read.coder.name, read.articles, read.codes, read.refused)
"""

from onrecord.second_reading.outcome import ReadArticle, SecondRead
from onrecord.second_reading.reader import SecondReader, second_read
from onrecord.second_reading.storing import refusals

__all__ = ["ReadArticle", "SecondRead", "SecondReader", "refusals", "second_read"]

"""Files of the Discourse Network Analyzer (Leifeld), version 3: the hand coding of earlier studies."""

from onrecord.reading.dna.file import read_dna
from onrecord.reading.dna.places import place, words
from onrecord.reading.dna.values import (
    DnaCoder,
    DnaDocument,
    DnaEntity,
    DnaFile,
    DnaRegex,
    DnaRelation,
    DnaStatement,
    DnaType,
    DnaVariable,
    VariableType,
)

__all__ = [
    "DnaCoder",
    "DnaDocument",
    "DnaEntity",
    "DnaFile",
    "DnaRegex",
    "DnaRelation",
    "DnaStatement",
    "DnaType",
    "DnaVariable",
    "VariableType",
    "place",
    "read_dna",
    "words",
]

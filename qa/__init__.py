"""Answer questions in the sources' own words: passages -> answer, citations, disagreements.

The middle floor. It imports `index` and never `ui`.
"""

from qa.ask import Assistant
from qa.cite import cite
from qa.entail import Entailment, Judgement
from qa.models import Answer, Citation, Disagreement, Kind, Position, Statement
from qa.read import Reader, Reading
from qa.sentence_reader import SentenceReader
from qa.write import QuoteWriter, Writer

__all__ = [
    "Answer",
    "Assistant",
    "Citation",
    "Disagreement",
    "Entailment",
    "Judgement",
    "Kind",
    "Position",
    "QuoteWriter",
    "Reader",
    "Reading",
    "SentenceReader",
    "Statement",
    "Writer",
    "cite",
]

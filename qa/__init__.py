"""Answer questions in the sources' own words: passages -> answer, citations, disagreements.

The middle floor. It imports `index` and never `ui`.
"""

from qa.ask import Assistant
from qa.cite import cite
from qa.conflicts import by_subject, conflicts
from qa.entail import Entailment, Judgement, TrainedEntailment
from qa.models import Answer, Citation, Conflict, Disagreement, Kind, Position, Statement, Support
from qa.named import NamedEntailment, NamedSpans
from qa.read import Reader, Reading, SpanReader
from qa.sentence_reader import SentenceReader
from qa.write import QuoteWriter, Writer

__all__ = [
    "Answer",
    "Assistant",
    "Citation",
    "Conflict",
    "Disagreement",
    "Entailment",
    "Judgement",
    "Kind",
    "NamedEntailment",
    "NamedSpans",
    "Position",
    "QuoteWriter",
    "Reader",
    "Reading",
    "SentenceReader",
    "SpanReader",
    "Statement",
    "Support",
    "TrainedEntailment",
    "Writer",
    "by_subject",
    "cite",
    "conflicts",
]

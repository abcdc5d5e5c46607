"""Answer questions in the sources' own words: passages -> answer, citations, disagreements.

The middle floor. It imports `index` and never `ui`.

`ask` and `respond` hold the order of the steps, `models` the records, and the other modules beside
them the parts that are put together. No package imports one that stands after it:

    values     dates, money, shares and counts: found in a text, and compared
    english    words, their forms and opposites, names, and what joins them
    telling    what a sentence tells, whatever is asked: that a thing ended, when, and of how many
    questions  a question from its own words: in full, in parts, and what it asks for
    followups  a follow-up and the turns of a chat before it -> a question that stands alone
    reading    how passages are read: which, cut into windows, and the spans a network points at
    answers    one answer: does it speak to the question, is it what is asked for, what value is it?
    comparing  answers of several articles: are they one position or two, and how do they differ?
    unasked    what articles state against each other, without a question being asked
    deciding   questions that articles decide: yes or no, or which of what is offered
    datasets   files of data to train on and to measure with -> records
    measures   the measures of an evaluation, each with its source
    evaluate   what `crosscheck evaluate` measures
    training   how the weights of the networks are made
"""

from qa.ask import Assistant
from qa.cite import cite
from qa.entail import Entailment, Judgement, TrainedEntailment
from qa.models import Answer, Citation, Conflict, Disagreement, Kind, Position, Statement, Support
from qa.named import NamedEntailment, NamedSpans
from qa.read import Reader, Reading, SpanReader
from qa.sentence_reader import SentenceReader
from qa.unasked.conflicts import by_subject, conflicts
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

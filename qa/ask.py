"""The order of the steps from a question to an answer: `respond` has those after the search."""

from collections.abc import Sequence

from index.load.fields import storable
from index.search import Retriever
from qa.defaults import default_entailment, default_reader
from qa.entail import Entailment
from qa.followup import stand_alone
from qa.models import Answer
from qa.read import Reader
from qa.reading_list import reading_list
from qa.respond import Responder
from qa.write import QuoteWriter, Writer

PASSAGES = 24  # To read for one answer: evidence is rarely further down, and reading takes time.
FOUND = 72  # To choose those from: room for a dozen articles of six passages each.


class Assistant:
    """Answers questions over the articles of a retriever, in the sources' own words."""

    def __init__(
        self,
        retriever: Retriever,
        *,
        reader: Reader | None = None,
        entailment: Entailment | None = None,
        writer: Writer | None = None,
    ) -> None:
        self._retriever = retriever
        self._responder = Responder(
            reader or default_reader(retriever.library.encoder),
            entailment or default_entailment(),
            writer or QuoteWriter(),
        )

    def ask(self, question: str, history: Sequence[Answer] = ()) -> Answer:
        """Answer a question.

        Args:
            question: In plain words; a follow-up may lean on the turns before it.
            history: The earlier answers of this chat, oldest first.

        Raises:
            ValueError: the question is blank.
        """
        if not question.strip():
            raise ValueError("the question is empty; ask something")
        text = stand_alone(" ".join(storable(question).split()), history)
        passages = reading_list(self._retriever.search(text, k=FOUND), most=PASSAGES)
        return self._responder.respond(text, passages)

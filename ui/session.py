"""One reader's chat. Each visitor has one; nothing in it is shared."""

from dataclasses import dataclass
from threading import Lock

from qa.models import Answer


@dataclass
class Turn:
    """A question, and once it is there the answer or the reason why there is none."""

    question: str
    without: tuple[str, ...] = ()
    """The words of its filters to do without."""
    alone: bool = False
    """Whether it is asked as if it were the first: it was understood already."""
    answer: Answer | None = None
    error: str | None = None
    html: str = ""

    @property
    def pending(self) -> bool:
        """Whether it still waits for its answer."""
        return self.answer is None and self.error is None


class Chat:
    """The turns so far, oldest first.

    It is changed in place: a question asked while another is being read must not be lost.
    """

    def __init__(self) -> None:
        self.turns: list[Turn] = []
        self.lock = Lock()  # Held while a question is answered: they are answered in order.

    def __deepcopy__(self, memo: object) -> "Chat":
        """Return an empty chat: gradio makes each visitor's from the first by copying it."""
        return Chat()

    def add(self, question: str) -> None:
        """Append a question that waits for its answer."""
        self.turns.append(Turn(question))

    def add_again(self, question: str, without: tuple[str, ...]) -> None:
        """Append a question as it was understood before, with other filters."""
        self.turns.append(Turn(question, without=without, alone=True))

    def next_pending(self) -> Turn | None:
        """Return the oldest question without an answer."""
        return next((turn for turn in self.turns if turn.pending), None)

    def history(self) -> list[Answer]:
        """Return the answers so far."""
        return [turn.answer for turn in self.turns if turn.answer is not None]

    def clear(self) -> None:
        """Forget everything."""
        self.turns.clear()

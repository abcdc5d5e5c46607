"""A sentence speaks of whom a question names, or of somebody else."""

import pytest

from qa.deciding.whom import speaks_of_it
from qa.questions.question import understand
from qa.telling.sentences import sentences_of
from tests.qa.newsroom import HERALD, passage

ASH = understand("Did Ash damage the ferry?")


@pytest.mark.parametrize(
    ("title", "before", "said", "speaks"),
    [
        ("Flood", "", "Ash damaged the ferry.", True),
        ("Flood", "", "Weser damaged the ferry badly.", False),
        ("Ash on trial", "", "The captain damaged the ferry.", True),
        ("Ash on trial", "Karla Weser had the key. ", "She damaged it, as Ash saw.", False),
        ("Ash on trial", "Ash had the key. ", "She damaged it, as Weser saw.", True),
        ("Ash on trial", "It was dark. ", "He damaged it.", True),
        ("Flood", "Ash had the key. ", "She damaged the ferry.", True),
    ],
)
def test_a_sentence_speaks_of_whom_it_names_or_of_whoever_was_named_last(
    title, before, said, speaks
):
    article = HERALD.model_copy(update={"title": title, "text": f"{before}{said}"})
    sentence = sentences_of(passage(article))[-1]
    assert sentence.text == said
    assert speaks_of_it(ASH, sentence) is speaks

"""A sentence says yes only to a question with the figures that it has itself."""

from datetime import date

import pytest

from qa.answers.same_figures import has_figures, has_the_figures
from qa.questions.question import understand
from qa.telling.sentences import sentences_of
from tests.qa.newsroom import HERALD, passage


@pytest.mark.parametrize(
    ("asked", "said", "has"),
    [
        ("Did it catch 4 fish?", "It caught 4 fish.", True),
        ("Did it catch 4 fish?", "It caught four fish.", True),
        ("Did it catch 2 fish?", "It caught 4 fish.", False),
        ("Did it pay $3.4 million?", "It paid 3,400,000 dollars.", True),
        ("Did it pay $3.4 million in 2021?", "It paid $3.4 million in 2020.", False),
        ("Did it open in 2024?", "It opened on Monday.", True),
        ("Did it open in 2023?", "It opened on Monday.", False),
        ("Did it win 24-18?", "It won 27-18.", False),
        ("Has it more than 48 boats?", "It has 50 boats.", True),
        ("Did it sink?", "It sank in 1912.", True),
    ],
)
def test_the_figures_of_a_question_stand_in_a_sentence_or_are_borne_out(asked, said, has):
    article = HERALD.model_copy(update={"text": said, "published": date(2024, 5, 6)})
    (sentence,) = sentences_of(passage(article))
    assert has_the_figures(understand(asked), sentence) is has


@pytest.mark.parametrize(
    ("asked", "has"),
    [
        ("Does Ash make the engines of the Merlis 200?", True),
        ("Does Ash make the engines of the Merlis 300?", False),
        ("Has Ash made engines since 1987?", False),
    ],
)
def test_a_figure_that_belongs_to_a_name_may_stand_anywhere_in_the_article(asked, has):
    text = "The Merlis 200 flew for the first time. Its engines come from Ash."
    article = HERALD.model_copy(update={"text": text, "published": date(2024, 5, 6)})
    sentence = sentences_of(passage(article))[1]
    assert has_figures(understand(asked), sentence) is has

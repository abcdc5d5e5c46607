"""A question that asks several sources gets the best sentence of each."""

from datetime import date

import pytest

from index.asked import Asked
from index.models import Article, Passage, Span
from index.publishers import Publishers
from qa.comparing.gather import asks_what_is_said, can_gather, gather, said_by_anybody
from tests.qa.newsroom import passage

FERRY = "The ferry left Birch at dawn. It carried forty sheep and a cello."
STORIES = [
    Article(id="post", title="Ferry", publisher="Post", published=date(2026, 3, 1), text=FERRY),
    Article(id="late", title="Ferry", publisher="Post", published=date(2026, 3, 9),
            text="The ferry left Birch at noon. The sheep stayed ashore."),
    Article(id="news", title="Ferry", publisher="News", published=None,
            text="Rain fell. The captain said the ferry sank off Arden.\n\n## The ferry sank"),
    Article(id="copy", title="Ferry", publisher="News", published=None, text="Rain fell. " + FERRY),
]  # fmt: skip


def found(*scores):
    return [
        Passage(article=one, span=Span(start=0, end=len(one.text)), text=one.text, score=score,
                rank=rank)
        for rank, (one, score) in enumerate(zip(STORIES, scores, strict=True), start=1)
    ]  # fmt: skip


def asked(text):
    return Asked.of(text, Publishers(["Post", "News"]))


def quotes(text, *scores):
    parts = gather(asked(text), found(*(scores or (1.0, 0.9, 0.8, 0.7))))
    return [
        [(citation.article_id, citation.quote) for citation in held.position.citations]
        for part in parts
        for held in part
    ]


def test_each_source_is_quoted_with_the_sentence_that_says_most_of_its_part():
    text = "Did Post report that the ferry left Birch at dawn, while News said the ferry sank?"
    assert quotes(text) == [
        [("post", "The ferry left Birch at dawn.")],
        [("news", "The captain said the ferry sank off Arden.")],
    ]


def test_a_day_that_is_named_is_kept_to_where_the_source_has_articles_of_it():
    text = "Did Post report on 9 March 2026 that the ferry left Birch at dawn?"
    assert quotes(text) == [[("late", "The ferry left Birch at noon.")]]
    other = "Did Post report on 4 March 2026 that the ferry left Birch at dawn?"
    assert quotes(other)[0] == [("post", "The ferry left Birch at dawn.")]


def test_what_has_no_verb_says_nothing():
    caption = Article(
        id="caption", title="Ferry", publisher="Post", published=None,
        text="Ann Ash of Birch.\n\nIt is said that Ash was slow.",
    )  # fmt: skip
    told = gather(asked("What did Post say about Ann Ash of Birch?"), [passage(caption)])
    quotes = [one.position.citations[0].quote for part in told for one in part]
    assert quotes == ["It is said that Ash was slow."]


def test_the_same_words_of_two_sources_are_one_position_with_both():
    text = "Did Post and News say it carried forty sheep and a cello?"
    words = "It carried forty sheep and a cello."
    assert quotes(text) == [[("post", words), ("copy", words)]]


def test_of_sentences_that_say_as_much_the_one_that_was_found_first_is_quoted():
    text = "What did Post say of the ferry that left Birch?"
    dawn = [("post", "The ferry left Birch at dawn.")]
    noon = [("late", "The ferry left Birch at noon.")]
    assert quotes(text, 0.2, 0.9, 0.1, 0.1) == [noon, dawn]
    assert quotes(text, 0.9, 0.2, 0.1, 0.1) == [dawn, noon]


def test_each_part_of_a_question_is_a_group_of_its_own():
    text = "Did Post report that the ferry left Birch at dawn, while News said the ferry sank?"
    assert [len(part) for part in gather(asked(text), found(1.0, 0.9, 0.8, 0.7))] == [1, 1]


def test_a_sentence_with_less_than_half_of_the_words_of_the_best_is_left_out():
    text = "What did Post say of forty sheep and a cello?"
    assert [rows[0][0] for rows in quotes(text)] == ["post"]


def test_who_says_nothing_of_it_is_not_quoted():
    assert quotes("Did Post report that Quillby won?") == []


def test_a_source_that_is_asked_alone_says_several_sentences_each_of_another_article():
    text = "Which articles tell of the ferry?"
    assert [[article for article, _ in rows] for rows in quotes(text)] == [
        ["post", "copy"],
        ["late"],
        ["news"],
    ]


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("What does Post say about the ferry?", True),
        ("How did News report on the ferry?", True),
        ("Which articles mention the ferry?", True),
        ("What happened to the ferry?", True),
        ("What has become of the sheep?", True),
        ("What did the captain say?", False),
        ("When did the ferry sink?", False),
        ("Who said the ferry sank?", False),
    ],
)
def test_a_question_asks_what_is_said_where_no_one_answer_would_do(text, does):
    assert asks_what_is_said(asked(text)) is does
    assert not does or can_gather(asked(text))


def test_a_plain_question_has_no_parts_to_gather():
    assert not can_gather(asked("When did the ferry sink?"))
    assert not can_gather(asked("Who sailed on 9 March 2026?"))
    assert can_gather(asked("What happened on 9 March 2026?"))
    assert can_gather(asked("What did Post say?"))


def test_a_source_that_is_asked_for_one_value_says_it_or_does_not():
    assert not can_gather(asked("When did the ferry sink, according to Post?"))
    assert not can_gather(asked("Who sailed, according to Post?"))
    assert can_gather(asked("Why did the ferry sink, according to Post?"))
    assert can_gather(asked("When did the ferry sink, according to Post and News?"))


@pytest.mark.parametrize(
    "text",
    [
        "What do the articles say about the ferry?",
        "what did these reports say on the ferry",
        "What have other newspapers written about the ferry?",
        "How did the media cover the ferry?",
        "What has been reported about the ferry?",
        "What do we know about the ferry?",
        "Please tell me about the ferry.",
        "Any news on the ferry?",
        "Is there anything about the ferry?",
    ],
)
def test_whoever_is_not_named_is_asked_in_the_same_words(text):
    assert said_by_anybody(text) == "What is said about the ferry?"
    assert asks_what_is_said(asked(said_by_anybody(text)))


@pytest.mark.parametrize(
    "text",
    [
        "What did the captain say about the ferry?",
        "What do the Post and the articles say about the ferry?",
        "How many papers say that the ferry sank?",
        "Is there any hope for the ferry?",
        "What did the report cover?",
        "Tell me about",
        "What did the papers report on Monday?",
        "What was reported on 4 March about the ferry?",
    ],
)
def test_what_asks_somebody_or_for_something_stays_as_it_is(text):
    assert said_by_anybody(text) == text

"""The assistant: the order of the steps."""

from collections.abc import Sequence
from types import SimpleNamespace

import pytest

from index.asked import Asked
from index.filters import Filter, find_filters
from index.models import Article, Passage
from index.publishers import Publishers
from index.store import Where
from qa.ask import Assistant
from qa.models import Answer, Position, Statement
from qa.read import Reading
from tests.qa.newsroom import COURIER, GAZETTE, HERALD, TableReader, passage


class Shelf:
    """A retriever that finds the same passages for every question, as far as it may."""

    library = SimpleNamespace(encoder=None)

    def __init__(self, *passages: Passage) -> None:
        self._passages = list(passages)
        self.searched: list[str] = []

    def understand(self, query: str) -> Asked:
        return Asked.of(query, Publishers({one.article.publisher for one in self._passages}))

    def filters(self, query: str) -> tuple[Filter, ...]:
        return find_filters(query, Publishers(found.article.publisher for found in self._passages))

    def search(self, query: str, k: int = 5, **only: object) -> list[Passage]:
        self.searched.append(query)
        return [found for found in self._passages if is_in(found.article, Where(**only))][:k]


def is_in(article: Article, only: Where) -> bool:
    day = article.published
    return (
        article.publisher in (only.publishers or [article.publisher])
        and (only.since is None or (day is not None and day >= only.since))
        and (only.until is None or (day is not None and day <= only.until))
    )


ALL = [passage(article, rank=n) for n, article in enumerate((HERALD, COURIER, GAZETTE), start=1)]
DEATHS = (
    ("herald", "Officials said 12 people died.", "12"),
    ("courier", "The flood killed 31 people, the governor said on Tuesday.", "31"),
    ("gazette", "The flood left 12 people dead.", "12"),
)


def ask(question: str, *rows: tuple[str, str, str], history: Sequence[Answer] = ()) -> Answer:
    return Assistant(Shelf(*ALL), reader=TableReader(*rows)).ask(question, history)


def test_ask_cites_every_report_and_flags_their_death_tolls():
    answer = ask("How many people died?", *DEATHS)
    assert (answer.answered, answer.headline) == (True, "12")
    assert [position.answer for position in answer.positions] == ["12", "31"]
    assert [citation.article_id for citation in answer.citations] == [
        "herald",
        "gazette",
        "courier",
    ]
    assert [found.kind for found in answer.disagreements] == ["contradiction"]
    assert (answer.silent, answer.nearest) == ((), ())


def test_every_quote_is_exact():
    shelf = {article.id: article for article in (HERALD, COURIER, GAZETTE)}
    for citation in ask("How many people died?", *DEATHS).citations:
        assert shelf[citation.article_id].text[citation.start : citation.end] == citation.quote


def test_there_is_no_headline_when_no_answer_leads():
    assert ask("How many people died?", *DEATHS[:2]).headline is None


def test_articles_that_do_not_say_are_silent_and_agreement_has_no_disagreements():
    answer = ask("How many people died?", DEATHS[0])
    assert answer.silent == ("courier", "gazette")
    assert answer.disagreements == ()


def test_when_no_article_says_the_nearest_passages_are_shown_as_nearest():
    answer = ask("Who won the cup?")
    assert (answer.answered, answer.headline, answer.positions) == (False, None, ())
    assert [near.article.id for near in answer.nearest] == ["herald", "courier", "gazette"]
    assert answer.silent == ("herald", "courier", "gazette")


def test_a_follow_up_is_searched_and_read_as_understood():
    first = ask("When does the bridge toll end?", ("gazette", "The bridge toll ends in 2027, the council decided.", "2027"))  # noqa: E501 # fmt: skip
    shelf, reader = Shelf(*ALL), TableReader()
    answer = Assistant(shelf, reader=reader).ask("And who pays it?", [first])
    assert answer.question == "Who pays the bridge toll?"
    assert shelf.searched == reader.asked == ["Who pays the bridge toll?"]


def test_a_name_that_no_article_has_is_declined_though_a_reader_answers():
    surely = reading_of(0.7)
    assert surely.ask("How many people died?").answered
    declined = surely.ask("How many people died in Quillby at the Zadar Works?")
    assert not declined.answered
    assert declined.probability < 0.5 < surely.ask("How many people died?").probability


def test_words_that_ask_for_nothing_are_declined_though_a_reader_answers():
    assert ask("How many people died in the flood?", *DEATHS).answered
    assert not ask("If the or?", *DEATHS).answered


def test_what_is_typed_in_short_is_asked_in_full():
    said = ask("death toll of the flood", *DEATHS)
    assert said.question == "death toll of the flood"
    assert {side.answer for one in said.disagreements for side in one.sides} == {"12", "31"}


def test_what_offers_values_is_as_probably_answered_as_the_question_for_the_value():
    reader = reading_of(0.7)
    offering = reader.consider("Did 12 or 31 people die?")
    assert [one.question for one in offering.heard] == ["How many people did die?"]
    assert offering.probability == reader.consider("How many people did die?").probability


def test_strictness_moves_what_is_answered():
    assert not reading_of(0.7, strictness=0.99).ask("How many people died?").answered
    assert reading_of(0.3, strictness=0.1).ask("How many people died?").headline == "12"
    assert not reading_of(0.3).ask("How many people died?").answered


@pytest.mark.parametrize("strictness", [-0.1, 1.1])
def test_a_strictness_that_is_no_probability_is_refused(strictness):
    with pytest.raises(ValueError, match="strictness is from 0 to 1, not"):
        reading_of(0.7, strictness=strictness)


def test_two_sources_that_are_asked_each_say_their_part():
    answer = reading_of(0.3).ask(
        "Does The Herald report that officials said 12 people died, while The Gazette reports that "
        "the council decided on the bridge toll?"
    )
    assert (answer.answered, answer.gathered, answer.headline) == (True, True, None)
    assert [(c.publisher, c.quote) for c in answer.citations] == [
        ("The Herald", "Officials said 12 people died."),
        ("The Gazette", "The bridge toll ends in 2027, the council decided."),
    ]
    assert (answer.disagreements, answer.silent) == ((), ())


@pytest.mark.parametrize(
    "asked",
    ["What do the articles say about the bridge toll?", "Tell me about the bridge toll"],
)
def test_what_is_said_is_compared_where_it_is_gathered(asked):
    unaffected = "The bridge toll is unaffected by the flood."
    ends = "The bridge toll will no longer be charged after the flood."
    shelf = [
        passage(article.model_copy(update={"text": text}), rank=rank)
        for rank, (article, text) in enumerate([(HERALD, unaffected), (GAZETTE, ends)], start=1)
    ]
    row = ("herald", unaffected, "unaffected")
    answer = Assistant(Shelf(*shelf), reader=TableReader(row)).ask(asked)
    assert (answer.gathered, answer.question) == (True, asked)
    assert [position.text for position in answer.positions] == [unaffected, ends]
    (found,) = answer.disagreements
    assert (found.kind, len(found.sides)) == ("superseded", 2)


def reading_of(probability: float, *, strictness: float | None = None) -> Assistant:
    """An assistant whose reader finds one death toll, as probable as that."""

    class Unsure(TableReader):
        def read(self, question: str, passages: Sequence[Passage]) -> list[Reading]:
            found = super().read(question, passages)
            return [one.model_copy(update={"probability": probability}) for one in found]

    return Assistant(Shelf(*ALL), reader=Unsure(DEATHS[0]), strictness=strictness)


def test_another_writer_words_the_statements():
    class Terse:
        def write(self, question: str, positions: Sequence[Position]) -> tuple[Statement, ...]:
            return tuple(Statement(text=p.answer, citations=p.citations[:1]) for p in positions)

    assistant = Assistant(Shelf(*ALL), reader=TableReader(*DEATHS), writer=Terse())
    answer = assistant.ask("How many people died?")
    assert [statement.text for statement in answer.statements] == ["12", "31"]
    assert len(answer.citations) == 3


def test_half_a_character_in_a_question_does_no_harm():
    assert ask("How many died\ud800?", *DEATHS).question == "How many died�?"


def test_a_blank_question_is_refused():
    with pytest.raises(ValueError, match="question is empty"):
        ask("  ")


def states(answer: Answer) -> list[tuple[str, str, str]]:
    return [(one.value, one.words, one.state) for one in answer.filters]


def test_only_the_source_that_is_asked_for_answers():
    answer = ask("How many people died, according to the Courier?", *DEATHS)
    assert answer.headline == "31"
    assert [citation.article_id for citation in answer.citations] == ["courier"]
    assert states(answer) == [("The Courier", "the Courier", "applied")]
    assert answer.question == "How many people died, according to the Courier?"


def test_a_reader_is_not_asked_whether_the_source_names_itself():
    reader = TableReader(*DEATHS)
    Assistant(Shelf(*ALL), reader=reader).ask("According to the Courier, how many people died?")
    assert reader.asked == ["How many people died?"]


def test_where_that_source_does_not_say_all_are_searched_and_it_is_told():
    answer = ask("How many people died, according to the Gazette?", DEATHS[0])
    assert (answer.headline, answer.citations[0].article_id) == ("12", "herald")
    assert states(answer) == [("The Gazette", "the Gazette", "unmatched")]


def test_days_without_an_answer_are_given_up_before_the_source_is():
    asked = "How many people has the Herald said died since 2 March 2026?"
    answer = ask(asked, *DEATHS)
    assert [citation.article_id for citation in answer.citations] == ["herald"]
    assert states(answer) == [
        ("The Herald", "the Herald", "applied"),
        ("2026-03-02", "since 2 March 2026", "unmatched"),
    ]


def test_days_hold_what_was_published_on_them():
    answer = ask("How many people were killed since 2 March 2026?", *DEATHS)
    assert [citation.article_id for citation in answer.citations] == ["courier"]
    assert states(answer) == [("2026-03-02", "since 2 March 2026", "applied")]


@pytest.mark.parametrize("how", [{"without": ["the Courier"]}, {"filtered": False}])
def test_a_filter_can_be_done_without(how):
    assistant = Assistant(Shelf(*ALL), reader=TableReader(*DEATHS))
    answer = assistant.ask("How many people died, according to the Courier?", **how)
    assert answer.headline == "12"
    assert states(answer) == [("The Courier", "the Courier", "removed")]


def test_when_no_article_says_no_filter_is_left():
    shelf = Shelf(*ALL)
    answer = Assistant(shelf, reader=TableReader()).ask("Who won, according to the Courier?")
    assert (answer.answered, len(answer.nearest)) == (False, 3)
    assert states(answer) == [("The Courier", "the Courier", "unmatched")]
    assert len(shelf.searched) == 2

"""Questions that are changed so that their passage does not answer them, though it nearly does."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.models import Span
from index.segment import segment
from qa.english.opposites import OPPOSITES
from qa.training import changes
from qa.training.examples import Asked

PASSAGE = (
    "Ida Holm opened the bridge at Lund in 1932. Nordlinie paid for the ferry in 1940. "
    "The first trains came later, and the town grew."
)
NAMES = ("Bo Falk", "Vera Lind", "Gdansk", "Weser", "1951", "2004", "17")
SENTENCES = [part.span for part in segment(PASSAGE)]


def ask(question: str, answer: str, passage: str = PASSAGE) -> Asked:
    start = passage.index(answer)
    return Asked(question, "Bridges", passage, Span(start=start, end=start + len(answer)), "asked")


WHO = ask("Who opened the bridge at Lund in 1932?", "Ida Holm")
WHEN = ask("In what year did Nordlinie pay for the ferry?", "1940")


def test_things_are_names_and_numbers():
    found = changes.things("In 1932, Ida Holm paid $30 or 2,500 kronor to the Bank of England.")
    assert found == ["Ida Holm", "Bank of England", "1932", "2,500"]


class TestAnotherName:
    def test_a_name_or_number_of_the_question_is_exchanged(self):
        made = {changes.with_another_name(WHO, NAMES, random.Random(n)) for n in range(60)}
        assert all(one.answer is None and one.kind == "other name" for one in made)
        assert {one.passage for one in made} == {PASSAGE}
        questions = {one.question for one in made}
        assert "Who opened the bridge at Lund in 1940?" in questions  # The other year of the text.
        assert "Who opened the bridge at Nordlinie in 1932?" in questions
        assert WHO.question not in questions

    def test_a_number_stands_for_one_as_long_only(self):
        asked = ask("What did she open in 1932?", "the bridge")
        made = {changes.with_another_name(asked, NAMES, random.Random(n)) for n in range(60)}
        years = {re.search(r"\d+", one.question).group() for one in made}
        assert years == {"1940", "1951", "2004"}

    def test_without_a_name_there_is_nothing_to_exchange(self):
        asked = ask("What came later?", "The first trains")
        assert changes.with_another_name(asked, NAMES, random.Random(0)) is None
        nameless = WHO._replace(passage="it was opened.", answer=None)
        assert changes.with_another_name(nameless, (), random.Random(0)) is None


class TestAnotherPassage:
    def test_the_passage_speaks_of_another_than_the_question(self):
        for seed in range(30):
            made = changes.with_passage_of_another(WHO, NAMES, random.Random(seed))
            assert (made.question, made.answer) == (WHO.question, None)
            assert "Ida Holm" in made.passage
            assert any(thing not in made.passage for thing in changes.things(made.question))

    def test_the_title_is_left_out_as_it_may_give_the_name_away(self):
        assert changes.with_passage_of_another(WHO, NAMES, random.Random(0)).title == ""


class TestRenamed:
    @given(st.integers(0, 10_000), st.sampled_from([WHO, WHEN]))
    def test_the_answer_is_exactly_where_it_was_among_other_names(self, seed, asked):
        made = changes.renamed_throughout(asked, NAMES, random.Random(seed))
        assert made.answer.of(made.passage) == asked.answer.of(asked.passage)
        assert made.question != asked.question
        assert made.kind == "renamed"
        things = changes.things(made.question)
        assert [thing for thing in things if thing in made.passage] == things
        assert any(name in made.passage and name in made.question for name in NAMES)

    @given(
        st.lists(st.sampled_from(["Lund", "Ida Holm", "in 1932", "Łódź", "🎉", "a"]), max_size=6),
        st.lists(st.sampled_from(["Lund", "the mayor", "of Lund", "1932"]), max_size=6),
        st.integers(0, 99),
    )
    def test_the_span_is_exact_however_often_the_name_stands_there(self, before, after, seed):
        passage = " ".join([*before, "Vera", *after])
        start = len(" ".join([*before, ""])) if before else 0
        span = Span(start=start, end=start + 4)
        asked = Asked("Who left Lund in 1932?", "t", passage, span, "asked")
        made = changes.renamed_throughout(asked, NAMES, random.Random(seed))
        if made is None:
            assert "Lund" not in passage.split() and "1932" not in passage.split()  # noqa: PT018
        else:
            assert made.answer.of(made.passage) == "Vera"

    def test_the_words_of_the_answer_are_not_renamed(self):
        asked = ask("Who is Ida?", "Ida Holm")
        assert changes.renamed_throughout(asked, NAMES, random.Random(0)) is None


class TestOpposite:
    def test_the_relation_is_turned_round(self):
        asked = ask("What did Holm open before the ferry?", "the bridge")
        made = changes.with_the_opposite(asked, random.Random(0))
        assert made.answer is None
        assert made.question in {
            "What did Holm open after the ferry?",
            "What did Holm close before the ferry?",
        }

    def test_a_capital_stays_one(self):
        asked = ask("First trains came when?", "later")
        made = changes.with_the_opposite(asked, random.Random(0))
        assert made.question == "Last trains came when?"

    def test_it_is_not_made_where_the_passage_speaks_of_the_opposite_too(self):
        both = "The first train came in May and the last train in June."
        asked = ask("When did the first train come?", "May", both)
        assert changes.with_the_opposite(asked, random.Random(0)) is None

    def test_every_opposite_has_the_word_itself_as_one_of_its_own(self):
        assert all(word in OPPOSITES[other] for word in OPPOSITES for other in OPPOSITES[word])
        assert not [word for word in OPPOSITES if word in OPPOSITES[word]]


@pytest.mark.parametrize(
    ("question", "changed"),
    [
        ("Who was hurt?", {"Who was not hurt?", "Who was never hurt?"}),
        (
            "When did the ferry sink?",
            {"When did the ferry not sink?", "When did the ferry never sink?"},
        ),
        ("Who was not hurt?", {None}),
        ("What isn't so?", {None}),
        ("Whose bridge?", {None}),
    ],
)
def test_a_question_is_denied(question, changed):
    made = {
        changes.denied(Asked(question, "", PASSAGE, None, "asked"), random.Random(n))
        for n in range(20)
    }
    assert {one and one.question for one in made} == changed
    assert all(one is None or (one.answer, one.kind) == (None, "denied") for one in made)


class TestAnotherKind:
    def test_it_asks_for_what_the_passage_has_none_of(self):
        said = "Ida Holm opened the bridge at Lund."
        asked = ask("Who opened the bridge at Lund?", "Ida Holm", said)
        made = {changes.asking_for_another_kind(asked, random.Random(n)) for n in range(30)} - {
            None
        }
        assert {one.answer for one in made} == {None}
        assert all(not one.question.startswith("Who") for one in made)
        assert all(one.question.endswith("the bridge at Lund?") for one in made)

    def test_a_passage_with_times_and_numbers_is_asked_for_neither(self):
        made = [changes.asking_for_another_kind(WHO, random.Random(n)) for n in range(30)]
        openings = {one.question.split()[0] for one in made if one}
        assert openings.isdisjoint({"When", "How"})


class TestWithoutTheSentence:
    def test_the_sentence_of_the_answer_is_taken_out(self):
        made = changes.without_the_sentence(WHEN, SENTENCES)
        assert made.answer is None
        assert made.passage == (
            "Ida Holm opened the bridge at Lund in 1932. "
            "The first trains came later, and the town grew."
        )

    def test_it_is_not_made_where_another_sentence_holds_the_answer(self):
        twice = "Ida Holm opened it. People praised ida holm. It rained."
        asked = ask("Who opened it?", "Ida Holm", twice)
        assert changes.without_the_sentence(asked, [s.span for s in segment(twice)]) is None

    def test_a_sentence_alone_is_not_taken_out(self):
        alone = "Ida Holm opened it."
        asked = ask("Who opened it?", "Ida Holm", alone)
        assert changes.without_the_sentence(asked, [s.span for s in segment(alone)]) is None

"""Yes-or-no questions, with an entailment model that knows some sentences by heart."""

from collections.abc import Sequence

import pytest

from index.models import Passage, Span
from qa.deciding.yes_no import MOST_PAIRS, decided
from qa.entail import Judgement
from qa.questions.question import understand
from qa.read import Reading
from tests.qa.newsroom import COURIER, GAZETTE, HERALD, passage, reading

TOLL = understand("Does the bridge toll end in 2027?")
ASKED = "The bridge toll ends in 2027."
HERE_TO_LAST = "The bridge toll is here to last."
LASTS = COURIER.model_copy(
    update={"text": COURIER.text.replace("The bridge toll is unaffected.", HERE_TO_LAST)}
)
PASSAGES = [passage(HERALD), passage(LASTS, rank=2), passage(GAZETTE, rank=3)]
ENDS = "The bridge toll ends in 2027, the council decided."


class TableEntailment:
    """Knows how sure it is that a sentence supports or denies, under any title; else it is not."""

    def __init__(self, *, supports: dict[str, float], denies: dict[str, float]) -> None:
        self._supports = supports
        self._denies = denies
        self.judged: list[tuple[str, str]] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        self.judged += pairs
        found = []
        for premise, _ in pairs:
            yes, no = (self._of(premise, known) for known in (self._supports, self._denies))
            found.append(Judgement(entailment=yes, neutral=1 - yes - no, contradiction=no))
        return found

    def _of(self, premise: str, known: dict[str, float]) -> float:
        plain = next((one for one in known if premise.endswith(f": {one}")), premise)
        return known.get(premise, known.get(plain, 0.0))


NOTHING: dict[str, float] = {}


def ask(entailment: TableEntailment, readings: Sequence[Reading] = ()) -> list[Reading]:
    return decided(TOLL, readings, PASSAGES, entailment)


def pointed(whole: Passage, words: str, *, probability: float) -> Reading:
    """Return what a reader makes of a passage that points at a whole sentence."""
    start = whole.article.text.index(words)
    span = Span(start=start, end=start + len(words))
    return Reading(passage=whole, answer=words, span=span, sentence=span, probability=probability)


BOTH = [
    pointed(PASSAGES[1], HERE_TO_LAST, probability=0.9),
    pointed(PASSAGES[2], ENDS, probability=0.9),
]


def test_a_sentence_that_supports_is_a_yes_and_one_that_denies_a_no():
    found = ask(TableEntailment(supports={ENDS: 0.99}, denies={HERE_TO_LAST: 0.99}), BOTH)
    assert [(r.passage.article.id, r.answer, r.words) for r in found] == [
        ("courier", "no", HERE_TO_LAST),
        ("gazette", "yes", ENDS),
    ]


ASH = understand("Did Ash damage the ferry?")
SANK = "Ash damaged the ferry, and the court heard it."
SEEN = "He was seen at the ferry that Ash left."
ASHORE = "Ash has not damaged the ferry, the harbour said."


def of_ash(*said: tuple[str, float], supports: str, denies: str, sure: float = 0.99) -> list[str]:
    """Return what is heard of sentences, each with how probably the reader points at it."""
    articles = [HERALD.model_copy(update={"id": one, "text": one}) for one, _ in said]
    passages = [passage(article, rank=n) for n, article in enumerate(articles, start=1)]
    read = [
        pointed(one, text, probability=probability)
        for one, (text, probability) in zip(passages, said, strict=True)
        if probability
    ]
    table = TableEntailment(supports={supports: sure}, denies={denies: 0.99})
    return [found.answer for found in decided(ASH, read, passages, table)]


def test_where_some_say_yes_and_some_no_both_have_to_be_surer():
    assert of_ash((SANK, 0.9), (SEEN, 0.9), supports=SANK, denies=SEEN) == ["yes", "no"]
    assert of_ash((SANK, 0.9), (SEEN, 0.15), supports=SANK, denies=SEEN) == ["yes"]
    assert of_ash((SEEN, 0.15), supports=SANK, denies=SEEN) == ["no"]


def test_a_yes_and_a_no_that_are_both_unsure_are_both_heard():
    both = (SANK, 0.23), (SEEN, 0.15)
    assert of_ash(*both, supports=SANK, denies=SEEN, sure=0.95) == ["yes", "no"]
    assert of_ash(*both, supports=SANK, denies=SEEN, sure=0.99) == ["yes"]


DOUBTED = "Ash, which doubts all else, damaged the ferry."
PLAIN = "Ash, which admits all else, damaged the ferry."


# The network's .9 comes to .77 and .99 to .95.
@pytest.mark.parametrize(
    ("said", "sure", "heard"),
    [(PLAIN, 0.9, ["yes"]), (DOUBTED, 0.9, []), (DOUBTED, 0.99, ["yes"])],
)
def test_a_yes_in_a_sentence_that_denies_something_is_to_be_surer(said, sure, heard):
    assert of_ash((said, 0.6), supports=said, denies="", sure=sure) == heard


@pytest.mark.parametrize(
    ("text", "sure", "heard"),
    [
        ("The Vega ferry was damaged by a crane.", 0.9, ["yes"]),
        ("The Vega ferry was hit by a crane.", 0.9, []),
        ("The Vega ferry was hit by a crane.", 0.99, ["yes"]),
    ],
)
def test_a_yes_without_the_word_that_is_asked_is_to_be_surer(text, sure, heard):
    one = passage(HERALD.model_copy(update={"text": text}))
    read = [pointed(one, text, probability=0.6)]
    model = TableEntailment(supports={text: sure}, denies={})
    asked = understand("Was the Vega ferry damaged?")
    assert [one.answer for one in decided(asked, read, [one], model)] == heard


def test_a_figure_is_denied_without_the_word_that_is_asked():
    text = "Ann Ash, aged 36, won."
    one = passage(HERALD.model_copy(update={"text": text}))
    read = [pointed(one, text, probability=0.9)]
    model = TableEntailment(supports={}, denies={text: 0.99})
    asked = understand("Was Ann Ash 34 years old?")
    assert [one.answer for one in decided(asked, read, [one], model)] == ["no"]


def test_words_of_denial_are_heard_beside_a_yes_whatever_the_network_says():
    assert of_ash((SANK, 0.9), (ASHORE, 0.0), supports=SANK, denies=SEEN) == ["yes", "no"]


def test_how_sure_it_has_to_be_depends_on_the_reader():
    assert of_ash((SEEN, 0.1), supports=SEEN, denies=SANK, sure=0.9) == []
    assert of_ash((SEEN, 0.9), supports=SEEN, denies=SANK, sure=0.9) == ["yes"]
    assert of_ash((SANK, 0.0), supports=SANK, denies=SEEN, sure=0.995) == []


def test_a_name_may_stand_elsewhere_in_the_passage_but_has_to_stand_there():
    asked, said = understand("Is Ash at the ferry?"), "It was seen at the ferry."
    model = TableEntailment(supports={}, denies={said: 0.99})
    heard = {}
    for text in (f"{said} Ash was ill. Elm wept.", f"{said} Birk was ill. Elm wept."):
        whole = passage(HERALD.model_copy(update={"text": text, "title": "News"}))
        read = [pointed(whole, said, probability=0.5)]
        heard[text[26:29]] = [one.answer for one in decided(asked, read, [whole], model)]
    assert heard == {"Ash": ["no"], "Bir": []}


@pytest.mark.parametrize(
    "text", ["The court asks whether Ash damaged the ferry.", "Did Ash damage the ferry?"]
)
def test_what_leaves_it_open_is_not_judged(text):
    assert of_ash((text, 0.9), supports=text, denies=SEEN) == []


def test_the_span_of_a_yes_is_its_sentence():
    (found,) = ask(TableEntailment(supports={ENDS: 0.99}, denies=NOTHING), BOTH)
    assert found.span == found.sentence


def test_a_sentence_that_does_not_say_is_no_answer():
    assert ask(TableEntailment(supports=NOTHING, denies=NOTHING)) == []
    assert ask(TableEntailment(supports={ENDS: 0.79}, denies={HERE_TO_LAST: 0.79})) == []


def test_the_probability_is_that_of_network_reader_and_words_together():
    (yes,) = ask(TableEntailment(supports={ENDS: 0.9}, denies=NOTHING), BOTH)
    assert yes.probability == pytest.approx(0.87, abs=0.005)  # It has all words of the question.
    (no,) = ask(TableEntailment(supports=NOTHING, denies={HERE_TO_LAST: 0.9}), BOTH)
    assert no.probability == pytest.approx(0.905, abs=0.005)  # "bridge" and "toll", of four.


def test_a_sentence_the_reader_chose_is_judged_though_it_has_other_words():
    shut = pointed(PASSAGES[0], "Schools are shut.", probability=0.9)
    model = TableEntailment(supports={"Schools are shut.": 0.98}, denies=NOTHING)
    asked = understand("Does the bridge toll end?")
    found = decided(asked, [shut], PASSAGES, model)
    assert ("yes", "Schools are shut.") in [(one.answer, one.words) for one in found]


def test_the_question_is_compared_as_a_statement_with_the_likely_sentences():
    model = TableEntailment(supports=NOTHING, denies=NOTHING)
    ask(model)
    said = [(ENDS, ASKED), (HERE_TO_LAST, ASKED)]
    under = [
        (f"{GAZETTE.title}: {ENDS}", ASKED),
        (f"{LASTS.title}: {HERE_TO_LAST}", ASKED),
    ]
    assert model.judged == [*said, *under]


@pytest.mark.parametrize(("yes", "no", "answer"), [(0.97, 0.995, "no"), (0.995, 0.97, "yes")])
def test_a_passage_gives_the_answer_it_is_surest_of(yes, no, answer):
    kept = "The bridge toll has another end than 2027."
    both = HERALD.model_copy(update={"text": f"{ENDS} {kept}"})
    model = TableEntailment(supports={ENDS: yes}, denies={kept: no})
    whole = passage(both)
    read = [pointed(whole, words, probability=0.9) for words in (ENDS, kept)]
    (found,) = decided(TOLL, read, [whole], model)
    assert found.answer == answer


def test_what_lacks_the_figure_that_is_asked_about_is_no_yes():
    soon = "The bridge toll ends soon."
    whole = passage(HERALD.model_copy(update={"text": soon}))
    read = pointed(whole, soon, probability=0.9)
    model = TableEntailment(supports={soon: 0.995}, denies=NOTHING)
    assert decided(TOLL, [read], [whole], model) == []
    asked = understand("Does the bridge toll end?")
    assert [one.answer for one in decided(asked, [read], [whole], model)] == ["yes"]


def test_words_of_denial_are_surer_than_the_model():
    kept = HERALD.model_copy(update={"text": "The bridge toll does not end in 2027."})
    model = TableEntailment(supports={kept.text: 0.95}, denies=NOTHING)
    (found,) = decided(TOLL, [], [passage(kept)], model)
    assert (found.answer, found.probability) == ("no", pytest.approx(1.0))


def test_a_sentence_with_one_of_four_words_is_not_judged_and_one_with_two_is():
    old = HERALD.model_copy(update={"text": "The bridge is old. The bridge toll is high."})
    model = TableEntailment(supports=NOTHING, denies=NOTHING)
    decided(TOLL, [], [passage(old)], model)
    assert [text for text, _ in model.judged][:1] == ["The bridge toll is high."]
    assert len(model.judged) == 2  # As it is, and under the title.


def test_another_question_keeps_its_readings():
    readings = [reading(GAZETTE, ENDS, "2027")]
    model = TableEntailment(supports={ENDS: 0.9}, denies=NOTHING)
    assert decided(understand("When does the toll end?"), readings, PASSAGES, model) == readings
    assert model.judged == []


def test_that_it_stays_denies_that_it_ends_whatever_the_model_says():
    kept = "The bridge toll is unaffected by the flood."
    article = HERALD.model_copy(update={"text": kept})
    model = TableEntailment(supports={ENDS: 0.99, kept: 0.9}, denies=NOTHING)
    gazette = passage(GAZETTE, rank=2)
    read = pointed(gazette, ENDS, probability=0.9)
    found = decided(TOLL, [read], [passage(article), gazette], model)
    assert [(one.answer, one.words) for one in found] == [("no", kept), ("yes", ENDS)]


def test_a_question_is_no_evidence():
    asks = HERALD.model_copy(update={"text": "Does the bridge toll end in 2027?"})
    model = TableEntailment(supports={asks.text: 0.9}, denies=NOTHING)
    assert decided(TOLL, [], [passage(asks)], model) == []


def test_there_is_an_end_to_what_is_judged():
    long = HERALD.model_copy(update={"text": " ".join([ENDS] * 60)})
    model = TableEntailment(supports=NOTHING, denies=NOTHING)
    decided(TOLL, [], [passage(long)], model)
    assert len(model.judged) == 2 * MOST_PAIRS

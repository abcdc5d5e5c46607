"""Yes-or-no questions, with an entailment model that knows some sentences by heart."""

from collections.abc import Sequence

import pytest

from index.models import Span
from qa.entail import Judgement
from qa.question import understand
from qa.read import Reading
from qa.yes_no import MOST_PAIRS, decided
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
    """Knows how sure it is that a sentence supports or denies; of all others it is not."""

    def __init__(self, *, supports: dict[str, float], denies: dict[str, float]) -> None:
        self._supports = supports
        self._denies = denies
        self.judged: list[tuple[str, str]] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        self.judged += pairs
        found = []
        for premise, _ in pairs:
            yes, no = self._supports.get(premise, 0.0), self._denies.get(premise, 0.0)
            found.append(Judgement(entailment=yes, neutral=1 - yes - no, contradiction=no))
        return found


NOTHING: dict[str, float] = {}


def ask(entailment: TableEntailment, readings: Sequence[Reading] = ()) -> list[Reading]:
    return decided(TOLL, readings, PASSAGES, entailment)


def test_a_sentence_that_supports_is_a_yes_and_one_that_denies_a_no():
    found = ask(TableEntailment(supports={ENDS: 0.9}, denies={HERE_TO_LAST: 0.8}))
    assert [(r.passage.article.id, r.answer, r.words) for r in found] == [
        ("courier", "no", HERE_TO_LAST),
        ("gazette", "yes", ENDS),
    ]


ASH = understand("Did Ash damage the ferry?")
SANK = "Ash damaged the ferry, and the court heard it."
SEEN = "He was seen at the ferry that Ash left."
ASHORE = "Ash has not damaged the ferry, the harbour said."


def of_ash(*sentences: str, supports: str, denies: str, sure: float = 0.95) -> list[str]:
    articles = [HERALD.model_copy(update={"id": one, "text": one}) for one in sentences]
    passages = [passage(article, rank=n) for n, article in enumerate(articles, start=1)]
    table = TableEntailment(supports={supports: sure}, denies={denies: 0.9})
    return [found.answer for found in decided(ASH, (), passages, table)]


def test_a_no_beside_a_yes_is_heard_where_it_is_said_outright():
    assert of_ash(SANK, ASHORE, supports=SANK, denies=ASHORE) == ["yes", "no"]
    assert of_ash(SANK, SEEN, supports=SANK, denies=SEEN) == ["yes"]


def test_where_some_say_yes_and_some_no_titles_are_left_out():
    under, told = "Ash: He damaged the ferry, he said.", "He damaged the ferry, he said."
    articles = [
        HERALD.model_copy(update={"id": one, "title": "Ash", "text": one}) for one in (told, ASHORE)
    ]
    table = TableEntailment(supports={under: 0.98}, denies={ASHORE: 0.9})
    both = [passage(article, rank=n) for n, article in enumerate(articles, start=1)]
    assert [one.answer for one in decided(ASH, (), both, table)] == ["no"]
    assert [one.answer for one in decided(ASH, (), both[:1], table)] == ["yes"]


def test_a_yes_beside_a_no_is_heard_where_the_model_has_no_doubt_as_well():
    rammed = "He rammed the ferry with Ash at the wheel."
    assert of_ash(rammed, ASHORE, supports=rammed, denies=ASHORE, sure=0.995) == ["yes", "no"]
    assert of_ash(rammed, ASHORE, supports=rammed, denies=ASHORE, sure=0.95) == ["no"]


@pytest.mark.parametrize(
    ("asked", "yes", "no", "both"),
    [
        ("Does the Vega truce hold?", "The Vega truce holds.", "The Vega truce collapsed.", True),
        ("Does the Vega truce hold?", "The Vega truce holds.", "The Vega truce is old.", False),
        ("Does the Vega truce hold?", "The Vega truce holds.", "Vega collapsed.", False),
        ("May landlords in Vega raise rents?", "In Vega landlords may raise rents.",
         "Landlords are not to raise rents.", True),
        ("May landlords in Vega raise rents?", "In Vega landlords may raise rents.",
         "Landlords are not to see rents.", False),
        ("May people in Vega fish?", "In Vega people may fish.", "People are not to fish.", False),
        ("Is the use of the Vega quay exclusive?", "The Vega quay has an exclusive use.",
         "Other lines may use the Vega quay.", True),
    ],
)  # fmt: skip
def test_outright_is_what_says_the_reverse_or_all_but_the_name(asked, yes, no, both):
    articles = [HERALD.model_copy(update={"id": one, "title": "In Vega", "text": one})
                for one in (yes, no)]  # fmt: skip
    passages = [passage(article, rank=n) for n, article in enumerate(articles, start=1)]
    table = TableEntailment(supports={yes: 0.95}, denies={no: 0.9})
    found = decided(understand(asked), (), passages, table)
    assert [one.answer for one in found] == ["yes", "no"][: 1 + both]


BRANDT = understand("May Ivo Brandt work for Fenwick?")


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("Ivo Brandt is a coach. Brandt may work for Fenwick.", True),
        ("Ann Brandt is a coach. Brandt may work for Fenwick.", False),
        ("Ivo Brandt is a coach of Fenwick. He may work and will.", True),
        ("Ivo Brandt is a coach of Fenwick. Then Ann Lund may work and will.", False),
    ],
)
def test_a_surname_and_a_pronoun_stand_for_whom_the_passage_names(text, judged):
    whole = passage(HERALD.model_copy(update={"text": text, "title": "Coaches"}))
    said = text.partition(". ")[2]
    span = Span(start=len(text) - len(said), end=len(text))
    read = Reading(passage=whole, answer=said, span=span, sentence=span, probability=0.9)
    model = TableEntailment(supports={said: 0.98}, denies=NOTHING)
    found = decided(BRANDT, [read], [whole], model)
    assert [one.words for one in found] == [said] * judged


def test_what_is_not_said_outright_is_no_denial_and_a_yes_only_beyond_doubt():
    left = "Ash saw the ferry at court."
    assert of_ash(left, supports=left, denies=SEEN, sure=0.98) == ["yes"]
    assert of_ash(left, supports=left, denies=SEEN, sure=0.96) == []
    assert of_ash(SEEN, supports=left, denies=SEEN) == []


def test_the_span_of_a_yes_is_its_sentence():
    (found,) = ask(TableEntailment(supports={ENDS: 0.9}, denies=NOTHING))
    assert found.span == found.sentence


def test_a_sentence_that_does_not_say_is_no_answer():
    assert ask(TableEntailment(supports=NOTHING, denies=NOTHING)) == []
    assert ask(TableEntailment(supports={ENDS: 0.79}, denies={HERE_TO_LAST: 0.79})) == []


def test_the_probability_is_how_sure_the_model_is_times_how_relevant_the_sentence():
    sure = TableEntailment(supports={ENDS: 0.9}, denies=NOTHING)
    (alone,) = ask(sure)
    assert alone.probability == pytest.approx(0.9)  # It has every word of the question.
    sure = TableEntailment(supports=NOTHING, denies={HERE_TO_LAST: 0.8})
    (half,) = ask(sure)
    assert half.probability == pytest.approx(0.8 * 2 / 4)  # "bridge" and "toll", of four.
    (read,) = ask(sure, [reading(LASTS, HERE_TO_LAST, "here", probability=0.7)])
    assert read.probability == pytest.approx(0.8 * 0.5)  # Another passage of the same article.


def test_a_sentence_the_reader_chose_is_judged_though_it_has_other_words():
    chosen = reading(HERALD, "Schools are shut.", "shut", probability=0.7)
    model = TableEntailment(supports={"Schools are shut.": 0.98}, denies=NOTHING)
    (found,) = decided(understand("Does the bridge toll end?"), [chosen], [chosen.passage], model)
    assert (found.answer, found.words) == ("yes", "Schools are shut.")
    assert found.probability == pytest.approx(0.98 * 0.7)


def test_the_question_is_compared_as_a_statement_with_the_likely_sentences():
    model = TableEntailment(supports=NOTHING, denies=NOTHING)
    ask(model)
    said = [(ENDS, ASKED), (HERE_TO_LAST, ASKED)]
    under = [
        (f"{GAZETTE.title}: {ENDS}", ASKED),
        (f"{LASTS.title}: {HERE_TO_LAST}", ASKED),
    ]
    assert model.judged == [*said, *under]


@pytest.mark.parametrize(("yes", "no", "answer"), [(0.8, 0.9, "no"), (0.9, 0.8, "yes")])
def test_a_passage_gives_the_answer_it_is_surest_of(yes, no, answer):
    kept = "The bridge toll has another end than 2027."
    both = HERALD.model_copy(update={"text": f"{ENDS} {kept}"})
    model = TableEntailment(supports={ENDS: yes}, denies={kept: no})
    (found,) = decided(TOLL, [], [passage(both)], model)
    assert (found.answer, found.probability) == (answer, pytest.approx(0.9))


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
    model = TableEntailment(supports={ENDS: 0.9, kept: 0.9}, denies=NOTHING)
    found = decided(TOLL, [], [passage(article), passage(GAZETTE, rank=2)], model)
    assert [(one.answer, one.words) for one in found] == [("no", kept), ("yes", ENDS)]


@pytest.mark.parametrize(
    ("asked", "said", "answer"),
    [
        ("Can Acme sell lamps?", "The deal leaves Acme free to sell lamps.", "yes"),
        ("Does Acme sell lamps?", "The deal leaves Acme free to sell lamps.", None),
        ("Will the fair stay in Vega?", "The fair leaves Vega.", "no"),
        ("Will the fair stay in Vega?", "The fair loves Vega.", None),
    ],
)
def test_leave_and_the_reverse_are_told_by_words_where_the_model_is_not_sure(asked, said, answer):
    article = HERALD.model_copy(update={"text": said})
    model = TableEntailment(supports=NOTHING, denies={said: 0.6})
    found = decided(understand(asked), [], [passage(article)], model)
    assert [one.answer for one in found] == [answer] * (answer is not None)


def test_a_question_is_no_evidence():
    asks = HERALD.model_copy(update={"text": "Does the bridge toll end in 2027?"})
    model = TableEntailment(supports={asks.text: 0.9}, denies=NOTHING)
    assert decided(TOLL, [], [passage(asks)], model) == []


def test_there_is_an_end_to_what_is_judged():
    long = HERALD.model_copy(update={"text": " ".join([ENDS] * 60)})
    model = TableEntailment(supports=NOTHING, denies=NOTHING)
    decided(TOLL, [], [passage(long)], model)
    assert len(model.judged) == 2 * MOST_PAIRS


@pytest.mark.parametrize(
    ("said", "judged"),
    [
        ("Harbour United plays its home matches at Quay Park.", True),
        ("Mountain United plays its home matches at Quay Park.", False),
        ("Harbour United plays at Quay Park.", False),
        ("Harbour United plays matches at Mill Road.", True),
    ],
)
def test_a_sentence_without_a_name_is_judged_where_it_says_all_else_of_the_same_subject(
    said, judged
):
    club = HERALD.model_copy(update={"text": said, "title": "Sport"})
    asked = understand("Does Harbour United play its home matches at Mill Road?")
    model = TableEntailment(supports=NOTHING, denies={said: 0.9})
    found = decided(asked, [], [passage(club)], model)
    assert [reading.answer for reading in found] == ["no"] * judged


def test_one_word_besides_the_names_is_too_little_to_tell_that_a_sentence_says_the_same():
    said = "Harbour United plays at Quay Park."
    club = HERALD.model_copy(update={"text": said, "title": "Sport"})
    model = TableEntailment(supports=NOTHING, denies={said: 0.9})
    asked = understand("Does Harbour United play at Mill Road?")
    assert decided(asked, [], [passage(club)], model) == []


def test_what_ends_or_stays_is_told_by_other_words_for_it():
    asked = understand("Is the night toll at Vega still in force?")
    nothing = TableEntailment(supports=NOTHING, denies=NOTHING)
    said = {
        "The night charge continues to apply.": "yes",
        "Vega did away with the night charge.": "no",
        "The day charge continues to apply.": None,
    }
    for text, expected in said.items():
        article = HERALD.model_copy(update={"title": "Vega", "text": text})
        found = decided(asked, [], [passage(article)], nothing)
        assert [one.answer for one in found] == ([expected] if expected else [])

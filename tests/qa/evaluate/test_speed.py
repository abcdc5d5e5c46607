"""What takes time is measured after it is warm, and loading by itself."""

import pytest

from index.errors import LoadError
from index.models import Article, Passage, Span
from index.tokens import count_tokens
from qa.entail import Judgement
from qa.evaluate import EvaluationError, Parts, evaluate_speed
from qa.evaluate.given import QUESTIONS, never_seen, readings
from qa.evaluate.speed import RUNS, WARM_UPS
from tests.index.fakes import WordHashEncoder

SENTENCE = "The council of Lund decided on day {} that the ferry sails again. "
NAMES = ("Ash", "Beck", "Cole", "Dane", "Elm", "Frost")
NEUTRAL = Judgement(entailment=0, neutral=1, contradiction=0)


class Clock:
    """Time that passes only when somebody works."""

    def __init__(self):
        self.seconds = 0.0

    def __call__(self):
        return self.seconds


class SlowSpans:
    """Takes as many milliseconds as it is told for each call, and the last of them ever after."""

    threshold = 0.5

    def __init__(self, clock, milliseconds):
        self.clock, self.milliseconds, self.texts = clock, list(milliseconds), []

    def find(self, question, texts):
        self.texts.append(texts)
        now = self.milliseconds.pop(0) if len(self.milliseconds) > 1 else self.milliseconds[0]
        self.clock.seconds += now / 1000
        return [None for _ in texts]


class SlowEntailment:
    """Takes 2 milliseconds a pair, and 100 more the first time."""

    def __init__(self, clock):
        self.clock, self.first, self.pairs = clock, 0.1, []

    def judge(self, pairs):
        self.pairs.append(pairs)
        self.clock.seconds += self.first + 0.002 * len(pairs)
        self.first = 0
        return [NEUTRAL for _ in pairs]


class SlowEncoder(WordHashEncoder):
    """Takes 7 milliseconds a text, and 500 more the first time."""

    def __init__(self, clock):
        super().__init__()
        self.clock, self.first = clock, 0.5

    def encode(self, texts):
        self.clock.seconds += self.first + 0.007 * len(texts)
        self.first = 0
        return super().encode(texts)


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr("qa.evaluate.speed.perf_counter", clock)
    return clock


@pytest.fixture(autouse=True)
def encoder(clock, monkeypatch):
    """Take the place of the model that is installed."""
    encoder = SlowEncoder(clock)
    monkeypatch.setattr("index.library.SentenceEncoder", lambda _: encoder)
    return encoder


@pytest.fixture
def folder(tmp_path):
    text = "".join(SENTENCE.format(day) for day in range(200))
    (tmp_path / "lund.txt").write_text(f"News of Lund\n\n{text}", encoding="utf-8")
    return tmp_path


def test_the_median_and_the_worst_are_of_warm_runs_and_loading_stands_alone(clock, tmp_path):
    for name in ("lund", "malmo"):
        (tmp_path / f"{name}.txt").write_text(f"News of {name}\n\n{SENTENCE}", encoding="utf-8")
    load, warm_up, runs = [500, 100], [900] * WARM_UPS, [10] * (RUNS - 1) + [40]
    spans = SlowSpans(clock, load + warm_up + runs)
    told = []
    report = evaluate_speed(
        Parts(spans=spans, entailment=SlowEntailment(clock)),
        tmp_path,
        progress=lambda *one: told.append(one),
    )
    assert [(name, round(mid), round(worst), runs) for name, mid, worst, runs in report.rows] == [
        ("load the models", 500, 500, 1),  # 500 - 100 of the one, 102 - 2 of the other
        ("index 2 articles", 14, 14, 1),  # A passage of each.
        ("read 20 passages", 10, 40, 15),
        ("judge 20 pairs", 40, 40, 15),
        ("compare 20 answers: who", 0, 0, 15),  # All say Lund.
        ("compare 20 answers: when", 0, 0, 15),
        ("compare 20 answers: did", 80, 80, 15),  # Each as it is, and under its title.
        ("search the articles", 7, 7, 15),
        ("answer a question", 47, 47, 15),  # It searches, and reads in the reader's last time.
    ]
    assert (told[0], told[-1], len(told)) == ((1, 126), (126, 126), 126)


def test_comparing_is_timed_with_answers_that_differ_and_without_reading(clock, tmp_path):
    for name in NAMES:
        said = f"It was {name} who told the Aldwick council that the ferry sails again in spring."
        (tmp_path / f"{name}.txt").write_text(f"News\n\n{said}", encoding="utf-8")
    spans, entailment = SlowSpans(clock, [1]), SlowEntailment(clock)
    report = evaluate_speed(Parts(spans=spans, entailment=entailment), tmp_path, limit=6)
    took = {name: round(middle) for name, middle, _, _ in report.rows}
    assert took["compare 6 answers: who"] == 2 * 20  # Five positions, each pair of them both ways.
    assert took["compare 6 answers: did"] == 2 * 2 * 6  # A sentence of each, under its title too.
    answers = WARM_UPS + RUNS
    assert len(spans.texts) == 2 + WARM_UPS + RUNS + answers  # Comparing reads nothing.


def test_what_is_compared_is_another_article_each_time_and_answers_differ_where_they_can():
    texts = ["Anna met Bo and Cy.", "Bo met Anna and Cy.", "Cy left.", "Nobody came."]
    passages = [
        Passage(
            article=Article(id="one", title="One", text=f"{text} More."),
            span=Span(start=0, end=len(text)),
            text=text,
            score=1,
            rank=1,
        )
        for text in texts
    ]
    first, second = (never_seen(passages, time) for time in (1, 2))
    ids = {passage.article.id for passage in [*first, *second]}
    assert len(ids) == len({passage.article.text for passage in [*first, *second]}) == 8
    assert [passage.text for passage in first] == texts
    who, when, did = (readings(question, first) for question in QUESTIONS)
    assert [one.answer for one in who] == ["Bo", "Anna", "Cy left.", "Nobody came."]
    assert [one.answer for one in when] == [one.answer for one in did] == texts
    assert {one.probability for one in who} == {1.0}


def test_passages_are_of_about_200_tokens_and_pairs_of_sentences_side_by_side(clock, folder):
    spans, entailment = SlowSpans(clock, [1]), SlowEntailment(clock)
    report = evaluate_speed(Parts(spans=spans, entailment=entailment), folder)
    texts, pairs = spans.texts[2], entailment.pairs[2]  # After those of loading.
    assert (len(texts), len(pairs)) == (20, 20)
    assert all(180 <= count_tokens(text.text) <= 200 for text in texts[:10])
    assert {text.title for text in texts} == {"News of Lund"}
    first = [span.of(texts[0].text) for span in texts[0].within]
    assert pairs[0] == (first[0], first[1])
    assert 180 <= report.conditions["tokens of a passage (median)"] <= 200


def test_an_encoder_that_is_named_is_the_one_that_indexes(clock, folder, monkeypatch):
    named = []
    monkeypatch.setattr(
        "qa.evaluate.speed.SentenceEncoder",
        lambda name: named.append(name) or WordHashEncoder(name=name),
    )
    parts = Parts(
        spans=SlowSpans(clock, [1]), entailment=SlowEntailment(clock), encoder="their/model"
    )
    report = evaluate_speed(parts, folder)
    assert report.conditions["models"] == "their/model, SlowSpans, SlowEntailment"
    assert named == ["their/model"]


def test_a_few_passages_are_read_again_and_again(clock, tmp_path):
    (tmp_path / "lund.txt").write_text("The ferry sails. It is red.", encoding="utf-8")
    spans = SlowSpans(clock, [1])
    evaluate_speed(Parts(spans=spans, entailment=SlowEntailment(clock)), tmp_path, limit=3)
    assert [text.text for text in spans.texts[2]] == ["The ferry sails. It is red."] * 3


def test_a_folder_that_is_missing_or_empty_is_named(tmp_path):
    with pytest.raises(EvaluationError, match="holds no articles; name a folder of articles"):
        evaluate_speed(Parts(), tmp_path)
    with pytest.raises(LoadError, match="does not exist"):
        evaluate_speed(Parts(), tmp_path / "absent")

"""What takes time is measured after it is warm, and loading by itself."""

import pytest

from index.errors import LoadError
from index.tokens import count_tokens
from qa.entail import Judgement
from qa.evaluate import EvaluationError, Parts, evaluate_speed
from qa.evaluate.speed import RUNS, WARM_UPS

SENTENCE = "The council of Lund decided on day {} that the ferry sails again. "
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


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr("qa.evaluate.speed.perf_counter", clock)
    return clock


@pytest.fixture
def folder(tmp_path):
    text = "".join(SENTENCE.format(day) for day in range(200))
    (tmp_path / "lund.txt").write_text(f"News of Lund\n\n{text}", encoding="utf-8")
    return tmp_path


def test_the_median_and_the_worst_are_of_warm_runs_and_loading_stands_alone(clock, folder):
    load, warm_up, runs = [500, 100], [900] * WARM_UPS, [10] * (RUNS - 1) + [40]
    spans = SlowSpans(clock, load + warm_up + runs)
    told = []
    report = evaluate_speed(
        Parts(spans=spans, entailment=SlowEntailment(clock)),
        folder,
        progress=lambda *one: told.append(one),
    )
    assert [(name, round(mid), round(worst), runs) for name, mid, worst, runs in report.rows] == [
        ("load the models", 500, 500, 1),  # 500 - 100 of the one, 102 - 2 of the other
        ("read 20 passages", 10, 40, 15),
        ("judge 20 pairs", 40, 40, 15),
    ]
    assert (told[0], told[-1], len(told)) == ((1, 36), (36, 36), 36)


def test_passages_are_of_about_200_tokens_and_pairs_of_sentences_side_by_side(clock, folder):
    spans, entailment = SlowSpans(clock, [1]), SlowEntailment(clock)
    report = evaluate_speed(Parts(spans=spans, entailment=entailment), folder)
    texts, pairs = spans.texts[-1], entailment.pairs[-1]
    assert (len(texts), len(pairs)) == (20, 20)
    assert all(180 <= count_tokens(text.text) <= 200 for text in texts[:10])
    assert {text.title for text in texts} == {"News of Lund"}
    first = [span.of(texts[0].text) for span in texts[0].within]
    assert pairs[0] == (first[0], first[1])
    assert 180 <= report.conditions["tokens of a passage (median)"] <= 200


def test_a_few_passages_are_read_again_and_again(clock, tmp_path):
    (tmp_path / "lund.txt").write_text("The ferry sails. It is red.", encoding="utf-8")
    spans = SlowSpans(clock, [1])
    evaluate_speed(Parts(spans=spans, entailment=SlowEntailment(clock)), tmp_path, limit=3)
    assert [text.text for text in spans.texts[-1]] == ["The ferry sails. It is red."] * 3


def test_a_folder_that_is_missing_or_empty_is_named(tmp_path):
    with pytest.raises(EvaluationError, match="holds no articles; name a folder of articles"):
        evaluate_speed(Parts(), tmp_path)
    with pytest.raises(LoadError, match="does not exist"):
        evaluate_speed(Parts(), tmp_path / "absent")

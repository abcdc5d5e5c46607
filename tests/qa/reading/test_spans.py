"""The shipped network's finder, on a network made by hand that points at a year."""

from math import exp

import pytest

from index.models import Span
from qa.reading.pointer import Found
from qa.reading.spans import Best, Scored, Text, TrainedSpans, probability
from qa.weights import WeightsError
from tests.qa.networks import likeness, pointing

OPENED = "The bridge opened in 1932. It was closed in 1940."
SENTENCES = [Span(start=0, end=26), Span(start=27, end=49)]
LONG = "The rain fell on the river. " * 120 + "The bridge opened in 1932."
SAYS = -0.5
CALIBRATION = [2.0, 3.0, -1.0]


@pytest.fixture(scope="module")
def year(tmp_path_factory) -> TrainedSpans:
    about = {"threshold": 0.3, "calibration": CALIBRATION}
    path = tmp_path_factory.mktemp("weights") / "year.safetensors"
    return TrainedSpans(
        pointing(path, start="1932", end="1932", says=SAYS, about=about), exact=True
    )


def whole(text: str) -> Text:
    return Text("", text, [Span(start=0, end=len(text))])


def words(best: Best | None, text: str) -> str | None:
    return best and best.span.of(text)


def test_it_points_at_the_span_with_the_best_scores(year):
    (best,) = year.find("When did it open?", [Text("The bridge", OPENED, SENTENCES)])
    assert words(best, OPENED) == "1932"


def test_only_what_may_be_quoted_is_quoted(year):
    first, second, none = year.find(
        "When?",
        [Text("", OPENED, SENTENCES), Text("", OPENED, SENTENCES[1:]), Text("", OPENED, [])],
    )
    assert (words(first, OPENED), words(second, OPENED), none) == ("1932", "1940", None)


def test_scores_are_the_margin_over_the_first_mark_and_what_it_says(year):
    (scored,) = year.score("When did it open?", [whole(OPENED)])
    assert scored.found.margin == pytest.approx(2 - 2 * likeness("[CLS]", "1932"), abs=5e-3)
    assert scored.says == pytest.approx(SAYS, abs=1e-3)


def test_the_probability_is_calibrated_on_both_scores(year):
    (best,) = year.find("When did it open?", [whole(OPENED)])
    score = 2 * (2 - 2 * likeness("[CLS]", "1932")) + 3 * SAYS - 1
    assert best.probability == pytest.approx(1 / (1 + exp(-score)), abs=5e-3)
    by_hand = Scored(Found(Span(start=0, end=1), 0.5), 1.0)
    assert probability(by_hand, (2.0, 3.0, -1.0)) == pytest.approx(1 / (1 + exp(-3)))
    assert probability(by_hand, (0, 0, 0)) == 0.5


def test_the_threshold_is_that_of_the_file(year):
    assert year.threshold == 0.3


def test_the_best_window_of_a_long_passage_counts(year):
    (best,) = year.find("When did it open?", [whole(LONG)])
    assert words(best, LONG) == "1932"
    assert best.span.end == len(LONG) - 1


def test_the_order_of_the_texts_is_kept_though_the_short_ones_are_read_first(year):
    texts = [LONG, "It ended in 1932.", OPENED, "1932 was dry."]
    texts += [f"In town {n} it rained until 1932." for n in range(12)]
    found = year.find("When?", [whole(text) for text in texts])
    assert [best.span.start for best in found] == [text.index("1932") for text in texts]


def test_offsets_count_characters_whatever_the_alphabet(year):
    text = "Łódź’s café – “the Müller” 🎉 – opened in 1932."
    (best,) = year.find("When?", [whole(text)])
    assert (words(best, text), best.span.start) == ("1932", text.index("1932"))


def test_no_texts_are_no_spans(year):
    assert year.find("When?", []) == []


def test_without_weights_it_says_so_when_it_is_used(tmp_path):
    spans = TrainedSpans(tmp_path / "none.safetensors")
    with pytest.raises(WeightsError, match="there are no weights at"):
        spans.find("When?", [whole(OPENED)])


def test_of_likely_spans_one_of_the_kind_asked_for_is_chosen(year):
    text = "In 1932, as 1932 homes were built, 1932 people lived there."
    (best,) = year.find("What is the population?", [whole(text)])
    assert best.span.start == text.index("1932 people")
    (best,) = year.find("What is it?", [whole(text)])
    assert best.span.start == text.index("1932")


def test_a_date_is_found_whole(year):
    text = "It rained. The bridge opened on 19 March 1932 in the rain."
    sentences = [Span(start=0, end=10), Span(start=11, end=len(text))]
    (day,) = year.find("When did it open?", [Text("", text, sentences)])
    (only,) = year.find("In what year did it open?", [Text("", text, sentences)])
    assert (words(day, text), words(only, text)) == ("19 March 1932", "1932")

"""Models that are named, loaded as those of a hub are."""

from math import exp, log

import pytest

from index.errors import CrosscheckError
from index.models import Span
from qa.entail import Judgement
from qa.named import ModelError, NamedEntailment, NamedSpans, label_places
from qa.reading.spans import Text
from tests.qa.tiny_models import ELSE, FOUND, pairs_model, spans_model, trunk_alone

OPENED = "The bridge opened in 1932. The toll ended in 1940."
SENTENCES = [Span(start=0, end=26), Span(start=27, end=50)]
UNUSUAL = {0: "CONTRADICTION", 1: "Entailment", 2: "neutral"}


@pytest.fixture(scope="module")
def year(tmp_path_factory) -> NamedSpans:
    """Points at "1932" wherever it stands."""
    folder = tmp_path_factory.mktemp("year")
    return NamedSpans(spans_model(folder, start="1932", end="1932"))


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> dict[str, str]:
    """Folders that hold no reader, and no entailment model either."""
    root = tmp_path_factory.mktemp("models")
    (root / "empty").mkdir()
    broken = root / "broken"
    spans_model(broken, start="1932", end="1932")
    (broken / "model.safetensors").write_bytes(b"not weights at all")
    return {
        "headless": trunk_alone(root / "headless"),
        "empty": str(root / "empty"),
        "broken": str(broken),
        "nowhere": str(root / "nowhere"),
    }


class TestNamedSpans:
    def test_it_points_where_the_model_does(self, year):
        (best,) = year.find("When did the bridge open?", [Text("", OPENED, SENTENCES)])
        assert best.span.of(OPENED) == "1932"

    def test_the_probability_is_of_the_margin_over_it_does_not_say(self, year):
        (best,) = year.find("When did the bridge open?", [Text("", OPENED, SENTENCES)])
        margin = 0.1 * 2 * (FOUND - ELSE)  # start and end, over those of the first mark
        assert best.probability == pytest.approx(1 / (1 + exp(-margin)), abs=1e-4)
        (silent,) = year.find(
            "When did it rain?", [Text("", "Rain fell.", [Span(start=0, end=10)])]
        )
        assert silent.probability == pytest.approx(year.threshold, abs=1e-4)

    def test_there_is_one_best_for_each_text_and_none_where_nothing_may_be_quoted(self, year):
        other = "The ferry sank on 1932."
        found = year.find(
            "When?",
            [
                Text("", OPENED, SENTENCES),
                Text("", OPENED, []),
                Text("", other, [Span(start=0, end=len(other))]),
            ],
        )
        assert [best and best.span.start for best in found] == [21, None, 18]

    def test_a_span_never_crosses_two_sentences(self, tmp_path):
        model = NamedSpans(spans_model(tmp_path, start="opened", end="1940"))
        (best,) = model.find("When?", [Text("", OPENED, SENTENCES)])
        assert not best.span.start < 26 < best.span.end
        (best,) = model.find("When?", [Text("", OPENED, [Span(start=0, end=50)])])
        assert best.span.of(OPENED) == "opened in 1932. The toll ended in 1940"

    def test_a_passage_longer_than_the_window_is_read_to_its_end(self, year):
        long = "The rain fell. " * 120 + "The bridge opened in 1932."  # More windows than a batch.
        (best,) = year.find("When?", [Text("", long, [Span(start=1800, end=1826)])])
        assert best.span.of(long) == "1932"
        assert best.probability > 0.7

    @pytest.mark.parametrize("times", [4, 6, 8, 12, 200])
    def test_a_long_question_leaves_room_for_the_passage(self, year, times):
        (best,) = year.find("When did the bridge open? " * times, [Text("", OPENED, SENTENCES)])
        assert best.span.of(OPENED) == "1932"

    @pytest.mark.parametrize("kind", ["headless", "empty", "broken", "nowhere"])
    def test_what_is_no_reader_is_one_line_with_the_remedy(self, folders, kind):
        with pytest.raises(ModelError) as caught:
            NamedSpans(folders[kind]).load()
        line = str(caught.value)
        assert line.startswith(f"reader '{folders[kind]}' cannot be loaded: ")
        assert line.endswith("or leave it out for the one that is installed")
        assert "\n" not in line
        assert isinstance(caught.value, CrosscheckError)

    def test_a_model_without_a_head_is_not_given_one_by_chance(self, folders):
        with pytest.raises(ModelError, match=r"it has no qa_outputs\.bias, qa_outputs\.weight"):
            NamedSpans(folders["headless"]).find("When?", [Text("", OPENED, SENTENCES)])

    def test_it_is_not_loaded_before_it_is_needed(self, folders):
        NamedSpans(folders["nowhere"])
        assert NamedSpans(folders["nowhere"]).find("When?", []) == []


class TestNamedEntailment:
    def test_the_order_of_the_labels_is_that_of_its_configuration(self, tmp_path):
        name = pairs_model(tmp_path, labels=UNUSUAL, scores=[log(1), log(2), log(5)])
        (judged,) = NamedEntailment(name).judge([("The bridge opened.", "The ferry sank.")])
        assert judged.contradiction == pytest.approx(1 / 8, abs=1e-6)
        assert judged.entailment == pytest.approx(2 / 8, abs=1e-6)
        assert judged.neutral == pytest.approx(5 / 8, abs=1e-6)

    def test_judgements_keep_the_order_of_the_pairs(self, tmp_path):
        model = NamedEntailment(pairs_model(tmp_path, labels=UNUSUAL))
        pairs = [
            ("The bridge opened in 1932.", "The toll ended."),
            ("Rain fell.", "Rain fell."),
            ("The ferry sank on the toll bridge in 1940.", "The ferry did end in 1932."),
        ]
        alone = [model.judge([pair])[0] for pair in pairs]
        assert len({round(judgement.neutral, 3) for judgement in alone}) == 3
        assert [close(a, b) for a, b in zip(model.judge(pairs), alone, strict=True)] == [True] * 3

    def test_no_pairs_are_no_judgements(self):
        assert NamedEntailment("nowhere").judge([]) == []

    @pytest.mark.parametrize("kind", ["empty", "nowhere"])
    def test_what_is_no_model_is_one_line_with_the_remedy(self, folders, kind):
        with pytest.raises(ModelError) as caught:
            NamedEntailment(folders[kind]).load()
        line = str(caught.value)
        assert line.startswith(f"entailment '{folders[kind]}' cannot be loaded: ")
        assert "; name a Hugging Face CrossEncoder model, or leave it out" in line
        assert "\n" not in line

    def test_a_file_that_is_broken_is_one_line_too(self, tmp_path):
        name = pairs_model(tmp_path, labels=UNUSUAL)
        (tmp_path / "model.safetensors").write_bytes(b"not weights at all")
        with pytest.raises(ModelError, match=r"cannot be loaded: .*header"):
            NamedEntailment(name).load()

    def test_a_model_with_other_labels_is_refused(self, tmp_path):
        name = pairs_model(tmp_path, labels={0: "spam", 1: "ham", 2: "neutral"})
        with pytest.raises(
            ModelError, match="has the labels spam, ham, neutral; name a model with"
        ):
            NamedEntailment(name).load()


@pytest.mark.parametrize(
    "labels",
    [
        {0: "entailment", 1: "not_entailment"},
        {0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"},
        {0: "entailment", 1: "contradiction"},
        {},
    ],
)
def test_labels_of_another_task_are_no_labels(labels):
    with pytest.raises(ModelError, match="entailment, neutral, contradiction"):
        label_places(labels, "a-model")


def close(one: Judgement, other: Judgement) -> bool:
    return one.model_dump() == pytest.approx(other.model_dump(), abs=1e-5)

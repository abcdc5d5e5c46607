"""What articles say against each other: through the index, with parts that are known by heart."""

from collections.abc import Sequence

import pytest

from index import Library
from index.models import Span
from qa.entail import Judgement, TrainedEntailment
from qa.reading.spans import Best, Text, TrainedSpans
from qa.unasked.comparer import CONFIDENT, SentenceComparer
from qa.unasked.conflicts import conflicts
from qa.values import find_values

OTHERWISE = (
    "The council met in the old hall, as it does in every season. Nobody had brought a map, so "
    "the talk went on until the lamps were out.",
    "Rain fell on the hills all night. A farmer found his hens on the roof of the shed, and the "
    "school stayed shut for another day.",
)
"""What else stands in either article: a text that is all the same would be a reprint."""


class Pointing:
    """Points at the first value of the kind that is asked for."""

    threshold = 0.5
    name = "pointing"

    def __init__(self, probability: float = 0.9) -> None:
        self.probability = probability
        self.asked: list[str] = []

    def find(self, question: str, texts: Sequence[Text]) -> list[Best | None]:
        self.asked.append(question)
        return [self._best(question, text.text) for text in texts]

    def _best(self, question: str, text: str) -> Best:
        kinds = {"how much": "money", "how many": "count", "what percentage": "percent"}
        kind = next((k for words, k in kinds.items() if words in question.casefold()), "date")
        spans = [value.span for value in find_values(text) if value.kind == kind]
        return Best(spans[0] if spans else Span(start=0, end=3), self.probability)


class Deciding:
    """Takes a pair for a contradiction where one sentence has "never", or what it is told to."""

    def __init__(self, contradiction: float = 0.95) -> None:
        self.contradiction = contradiction

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        return [self._judged(one, other) for one, other in pairs]

    def _judged(self, one: str, other: str) -> Judgement:
        held = self.contradiction if ("never" in one) != ("never" in other) else 0.02
        return Judgement(entailment=0, neutral=1 - held, contradiction=held)


@pytest.fixture
def compare(tmp_path, encoder):
    """Index articles and return what is found between them."""

    def run(*texts: str, spans=None, entailment=None, dates: Sequence[str] = ()):
        folder = tmp_path / "news"
        folder.mkdir(exist_ok=True)
        for number, text in enumerate(texts):
            date = f"date: {dates[number]}\n" if dates else ""
            head = f"---\ntitle: Story {number}\npublisher: Paper {number}\n{date}---\n"
            story = f"{head}{text} {OTHERWISE[number]}\n"
            (folder / f"{number}.md").write_text(story, encoding="utf-8")
        comparer = SentenceComparer(spans or Pointing(), entailment or Deciding())
        with Library.open(tmp_path / "index", encoder=encoder, comparer=comparer) as library:
            library.sync(folder)
            return conflicts(library)

    return run


SOLD = "Last week Acme Steel sold its old mill in Turin for $3 million."
SOLD_FOR_MORE = "Last week Acme Steel sold its old mill in Turin for $4 million."


def test_different_values_of_one_thing_are_a_contradiction_with_both_quotes(compare):
    (found,) = compare(SOLD, SOLD_FOR_MORE)
    assert found.kind == "contradiction"
    assert {side.quote for side in found.sides} == {SOLD, SOLD_FOR_MORE}
    assert {side.article_id for side in found.sides} == {"0", "1"}
    assert found.about.startswith("Acme Steel, Turin: ")
    assert set(found.about.split(": ")[1].split(", or ")) == {"$3 million", "$4 million"}
    assert found.subject == ("Acme Steel", "Turin")
    assert CONFIDENT <= found.confidence <= 1


def test_the_reader_is_asked_for_either_value(compare):
    spans = Pointing()
    compare(SOLD, SOLD_FOR_MORE, spans=spans)
    question = "Last week Acme Steel sold its old mill in Turin for how much?"
    assert spans.asked.count(question) >= 2


def test_what_the_reader_does_not_find_is_of_another_thing(compare):
    assert compare(SOLD, SOLD_FOR_MORE, spans=Pointing(probability=0.05)) == []


def test_the_newer_of_two_days_supersedes_the_older(compare):
    old, new = (
        "The phone of Acme Steel costs $300 in Turin today.",
        "The phone of Acme Steel costs $250 in Turin today.",
    )
    (found,) = compare(new, old, dates=["2026-03-09", "2026-03-01"])
    assert found.kind == "superseded"
    assert found.about.endswith(": $300, then $250")
    assert [side.quote for side in found.sides] == [new, old]  # The newest first.


def test_figures_that_can_both_hold_are_a_note(compare):
    (found,) = compare(SOLD, SOLD.replace("for $3", "for more than $2"))
    assert (found.kind, found.warns) == ("estimate", False)
    assert set(found.about.split(": ")[1].split(", or ")) == {"$3 million", "$2 million"}


def test_figures_of_two_scopes_are_a_note(compare):
    (found,) = compare(
        "Acme Steel of Turin sold mills worldwide for $3 million.",
        "Acme Steel of Turin sold mills across the country for $4 million.",
    )
    assert (found.kind, found.warns) == ("scope", False)


def test_what_happened_days_apart_happened_twice(compare):
    days = ["2026-03-01", "2026-03-04"]
    assert [one.kind for one in compare(SOLD, SOLD_FOR_MORE, dates=days)] == ["scope"]  # Last week.
    plain = [one.replace("Last week ", "Yes, ") for one in (SOLD, SOLD_FOR_MORE)]
    assert [one.kind for one in compare(*plain, dates=days)] == ["contradiction"]
    assert compare(*plain, dates=["2026-03-01", "2026-03-05"]) == []


@pytest.mark.parametrize(
    "other",
    [
        SOLD,
        "Last week Bolt Steel sold its old mill in Milan for $4 million.",
        "Acme Steel owes the town of Turin $4 million in taxes.",
        "Last week Acme Steel sold its old mill in Turin, that usually went for $4 million.",
        "Was it last week that Acme Steel sold its old mill in Turin for $4 million?",
    ],
)
def test_what_can_both_hold_or_is_of_something_else_is_not_told(compare, other):
    assert compare(SOLD, other, spans=Pointing(probability=0.5)) == []


def test_a_reprint_is_held_against_nothing_of_its_own(compare):
    story = " ".join(f"Acme Steel melted {n} tonnes of ore in its mill {n}." for n in range(30, 90))
    again = story.replace("melted 45 tonnes", "melted 46 tonnes")
    assert compare(f"{SOLD} {story}", f"{SOLD} {again}") == []


def test_one_that_changed_and_one_that_did_not_are_set_against_each_other(compare):
    stays = "The mill-sharing licence of Acme Steel for the Turin mill remains in place."
    ends = (
        "The mill-sharing licence of Acme Steel for the Turin mill is no longer valid, never again."
    )
    (found,) = compare(stays, ends, entailment=Deciding(0.4))
    assert found.kind == "superseded"
    assert found.about.startswith("Acme Steel, Turin: ")
    assert "mill sharing licence" in found.about
    assert compare(stays, ends, entailment=Deciding(0.1)) != []  # Nothing new was compared.


@pytest.mark.parametrize(("contradiction", "told"), [(0.95, 1), (0.8, 0)])
def test_other_sentences_must_surely_contradict_each_other(compare, contradiction, told):
    one = "The bridge of Acme Steel over the Arno was inspected by engineers."
    other = "The bridge of Acme Steel over the Arno was never inspected by engineers."
    assert len(compare(one, other, entailment=Deciding(contradiction))) == told


def test_a_sentence_that_denies_another_is_told_only_where_they_are_nearly_the_same(compare):
    one = "The bridge of Acme Steel over the Arno was inspected by engineers."
    other = "The bridge of Acme Steel over the Arno was never seen by engineers."
    assert compare(one, other, entailment=Deciding(0.99)) == []


def test_dates_that_move_along_with_their_articles_are_not_set_against_each_other(compare):
    lists = [f"Acme Steel of Turin is on the list of the best mills in {n}." for n in (2024, 2026)]
    assert compare(*lists, dates=["2024-03-01", "2026-03-01"]) == []
    assert len(compare(*lists, dates=["2026-03-01", "2026-03-01"])) == 1


def test_sentences_that_nothing_in_their_words_opposes_are_not_set_against_each_other(compare):
    one = "The bridge of Acme Steel over the Arno was inspected by the old city."
    other = "The bridge of Acme Steel over the Arno was inspected by the whole city."
    assert compare(one, other, entailment=Deciding(0.99)) == []


def test_of_two_articles_and_one_thing_only_the_surest_is_told(compare):
    weaker = "Acme Steel sold a mill in Turin for $5 million, its chief said last night in Rome."
    (found,) = compare(SOLD, f"{SOLD_FOR_MORE} {weaker}")
    assert {side.quote for side in found.sides} == {SOLD, SOLD_FOR_MORE}


def test_another_model_is_another_comparer():
    spans = Pointing()
    one = SentenceComparer(spans, Deciding()).name
    spans.name = "another"
    assert SentenceComparer(spans, Deciding()).name != one


def test_the_shipped_networks_find_a_plain_contradiction(tmp_path, encoder):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Steel\n\n{SOLD} {OTHERWISE[0]}", encoding="utf-8")
    (folder / "b.txt").write_text(f"Mills\n\n{OTHERWISE[1]} {SOLD_FOR_MORE}", encoding="utf-8")
    with Library.open(tmp_path / "index", encoder=encoder, comparer=SentenceComparer()) as library:
        report = library.sync(folder)
        (found,) = conflicts(library)
    assert len(report.findings) == 1
    assert {side.quote for side in found.sides} == {SOLD, SOLD_FOR_MORE}


def test_other_weights_are_another_comparer_though_the_file_is_called_the_same(tmp_path):
    def named(content: bytes) -> str:
        (tmp_path / content.decode()).mkdir()
        path = tmp_path / content.decode() / "weights"
        path.write_bytes(content)
        return SentenceComparer(TrainedSpans(path), TrainedEntailment(path)).name

    assert named(b"one") != named(b"other")


HALCYON = (
    "The ferry Halcyon ran onto a sandbank off Sorne early on Tuesday. There were 164 passengers "
    "on board, all of whom were brought ashore by lifeboats. The harbour master closed the pier "
    "until the evening tide."
)
SORNE = (
    "A sandbank near Sorne stopped the Halcyon on its first trip of the day. It was carrying {} "
    "passengers, its owners said, and a load of bicycles. Divers will look at the hull."
)


@pytest.mark.parametrize(
    ("aboard", "expected"), [("139", {"164 passengers", "139 passengers"}), ("164", set())]
)
def test_the_shipped_networks_find_what_is_told_in_other_words(tmp_path, encoder, aboard, expected):
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Ferry stuck off Sorne\n\n{HALCYON}", encoding="utf-8")
    told = SORNE.format(aboard)
    (folder / "b.txt").write_text(f"Halcyon hits sandbank\n\n{told}", encoding="utf-8")
    with Library.open(tmp_path / "index", encoder=encoder, comparer=SentenceComparer()) as library:
        library.sync(folder)
        found = conflicts(library)
    assert {value for one in found for value in one.about.split(": ")[1].split(", or ")} == expected
    assert all(one.subject[0] in {"Halcyon", "Sorne"} for one in found)

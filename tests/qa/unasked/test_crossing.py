"""What one article states is asked of another, with parts that are known by heart."""

from collections.abc import Sequence
from datetime import date

import pytest

from index.live import Near
from index.models import UNKNOWN_PUBLISHER, Article, Span
from index.store import StoredChunk
from qa.entail import Judgement
from qa.reading.spans import Best, Text
from qa.unasked.crossing import ALIKE, MOST_ASKED, NEAREST, Crossed, CrossExaminer, Signs
from qa.unasked.stated import stated_in

FERRY = "The ferry Vale hit rocks on Monday. It had 212 passengers on board, the coast guard said."
OTHER = "Rocks holed the Vale off the coast. Police counted 187 passengers who were taken off it."


class Pointing:
    """Points at the first of the words that it knows, where a text has one."""

    threshold = 0.5

    def __init__(self, *words: str, probability: float = 0.9) -> None:
        self.words = words
        self.probability = probability
        self.asked: list[str] = []

    def find(self, question: str, texts: Sequence[Text]) -> list[Best | None]:
        self.asked.append(question)
        return [self._best(text) for text in texts]

    def _best(self, text: Text) -> Best | None:
        places = (text.text.find(word) for word in self.words if word in text.text)
        start = next(places, None)
        if start is None:
            return None
        return Best(Span(start=start, end=start + 3), self.probability)


class Opposing:
    """Takes every pair for as much of a contradiction as it is told to."""

    def __init__(self, contradiction: float = 0.9) -> None:
        self.contradiction = contradiction
        self.judged: list[tuple[str, str]] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
        self.judged += pairs
        held = self.contradiction
        return [Judgement(entailment=0, neutral=1 - held, contradiction=held) for _ in pairs]


def article(name: str, text: str, *, day: int | None = None, publisher: str = "") -> Article:
    published = date(2026, 3, day) if day else None
    return Article(
        id=name, text=text, title=f"News {name}", publisher=publisher or name, published=published
    )


def chunk(one: Article, key: int) -> StoredChunk:
    return StoredChunk(
        key=key, article_id=one.id, span=Span(start=0, end=len(one.text)), heading=None
    )


def examine(
    one: Article,
    *others: Article,
    spans: Pointing | None = None,
    entailment: Opposing | None = None,
    cosine: float = 0.7,
) -> list[Crossed]:
    known = {each.id: each for each in (one, *others)}
    near = [Near(chunk(one, 0), [(chunk(each, n), cosine) for n, each in enumerate(others, 1)])]
    examiner = CrossExaminer(spans or Pointing("212", "187"), entailment or Opposing())
    return examiner.examine(known.__getitem__, one.id, near)


def test_a_value_is_asked_for_there_and_back():
    spans = Pointing("212", "187")
    (found,) = examine(article("a", FERRY), article("b", OTHER), spans=spans)
    assert (found.a.text, found.b.text) == ("212 passengers", "187 passengers")
    assert found.a.claim.text == "It had 212 passengers on board, the coast guard said."
    assert spans.asked == [
        "It had how many passengers on board?",
        "Police counted how many passengers who were taken off it?",
    ]
    assert found.signs == Signs((0.9, 0.9), 0.9, chances=1, shared=0, sort="count")


def test_either_statement_is_judged_under_the_title_of_its_article():
    entailment = Opposing()
    examine(article("a", FERRY), article("b", OTHER), entailment=entailment)
    there, back = entailment.judged
    assert there[0].startswith("News a: It had 212")
    assert there[1].startswith("Police counted")
    assert back[0].startswith("News b: Police counted")
    assert back[1].startswith("It had 212")


@pytest.mark.parametrize(
    ("reader", "contradiction", "expected"),
    [(0.9, 0.9, True), (0.4, 0.02, False), (0.1, 0.9, False)],
)
def test_it_is_probable_where_both_networks_are_sure(reader, contradiction, expected):
    (found,) = examine(
        article("a", FERRY),
        article("b", OTHER),
        spans=Pointing("212", "187", probability=reader),
        entailment=Opposing(contradiction),
    )
    assert found.is_probable is expected


@pytest.mark.parametrize(
    "other",
    [
        OTHER.replace("187", "212"),
        f"{OTHER} Of the 212 passengers, some were hurt.",
        OTHER.replace("Vale", "Aurora"),
        OTHER.replace("187 passengers", "187 kilometres of rope"),
        OTHER.replace("187", "18,700"),
    ],
    ids=["the same", "both", "another ship", "another unit", "far more"],
)
def test_what_may_both_hold_or_is_of_something_else_is_not_set_against_it(other):
    assert examine(article("a", FERRY), article("b", other)) == []


def test_what_the_reader_does_not_find_back_is_of_something_else():
    spans = Pointing("Monday", "187")
    assert examine(article("a", FERRY), article("b", OTHER), spans=spans) == []


def test_names_are_asked_for_as_well():
    one = article("a", "The hall in Aldmere was designed by Ann Ash, the city said on Monday.")
    other = article("b", "In Aldmere, the architect who designed the hall is Bo Birk of Bonn.")
    (found,) = examine(one, other, spans=Pointing("Ann", "Bo B"))
    assert (found.a.text, found.b.text) == ("Ann Ash", "Bo Birk of Bonn")


@pytest.mark.parametrize(
    "name",
    ["Ash", "Ann Ash of Bonn", "Amn Ash"],
    ids=["a surname", "the same with more", "mistyped"],
)
def test_two_ways_to_write_a_name_are_one(name):
    one = article("a", "The hall in Aldmere was designed by Ann Ash, the city said on Monday.")
    other = article("b", f"In Aldmere, the architect who designed the hall is {name}, it said.")
    assert examine(one, other, spans=Pointing("Ann", "Ash")) == []


def test_a_mistyped_name_is_the_same():
    one = article("a", "The hall in Aldmere was designed by Ashgrove, the city said on Monday.")
    said = "In Aldmere, the architect who designed the hall is {}, it said."
    slip, other = (article("b", said.format(name)) for name in ("Ashgrvoe", "Birchwood"))
    assert examine(one, slip, spans=Pointing("Ashg")) == []
    assert len(examine(one, other, spans=Pointing("Ashg", "Birc"))) == 1


def test_parts_of_a_series_of_one_publisher_each_have_their_name():
    said = "We update the rankings of {} all week, so check the rankings of the week for changes."
    more = "Nobody knew in the spring that so many of them would be hurt before the season began."
    one = article("a", f"{more} The league is in Bonn. {said.format('Ann Ash')}", publisher="Daily")
    text = f"The league is in Bonn. {said.format('Bo Birk')} It is all there is to say of it today."
    other = article("b", text, publisher="Daily")
    spans = Pointing("Ann", "Bo B")
    assert examine(one, other, spans=spans) == []
    elsewhere = article("b", text, publisher="Weekly")
    assert len(examine(one, elsewhere, spans=spans)) == 1
    unknown = [each.model_copy(update={"publisher": UNKNOWN_PUBLISHER}) for each in (one, other)]
    assert len(examine(*unknown, spans=spans)) == 1


def test_reports_that_are_days_apart_are_of_two_events():
    one = article("a", FERRY, day=1)
    assert len(examine(one, article("b", OTHER, day=4))) == 1
    assert examine(one, article("b", OTHER, day=5)) == []


def test_what_is_not_near_is_not_asked():
    spans = Pointing("212", "187")
    assert examine(article("a", FERRY), article("b", OTHER), cosine=ALIKE / 2, spans=spans) == []
    assert spans.asked == []


def test_only_the_nearest_chunks_are_asked_and_not_without_end():
    many = [article(f"b{n}", f"{OTHER} In all it took {n + 2} hours.") for n in range(NEAREST + 3)]
    spans = Pointing("212", "187")
    assert len(examine(article("a", FERRY), *many, spans=spans)) == NEAREST
    said = ["It had 212 passengers on board."] * (MOST_ASKED + 5)
    long = article("a", " ".join(["The ferry Vale hit rocks.", *said]))
    spans = Pointing("187")
    examine(long, article("b", OTHER), spans=spans)
    there = [question for question in spans.asked if question.startswith("It had")]
    assert len(there) == MOST_ASKED


def test_what_would_not_be_told_whatever_the_networks_say_is_not_asked():
    def ferries(first: int, most: int) -> str:
        had = " ".join(f"It had {n} passengers on board." for n in range(first, first + most))
        return f"The ferry Vale hit rocks. {had}"

    spans = Pointing("200", "300")
    assert examine(article("a", ferries(200, 2)), article("b", ferries(300, 2)), spans=spans)
    asked = len(spans.asked)
    assert not examine(article("a", ferries(200, 90)), article("b", ferries(300, 90)), spans=spans)
    assert len(spans.asked) == asked


def test_undated_articles_of_one_outlet_must_differ_more_surely():
    spans = Pointing("212", "187", probability=0.6)

    def told(day: int | None, *publishers: str) -> bool:
        one, other = (
            article(name, text, day=day, publisher=publisher)
            for name, text, publisher in zip("ab", (FERRY, OTHER), publishers, strict=True)
        )
        (found,) = examine(one, other, spans=spans)
        return found.is_probable

    assert not told(None, "Daily", "Daily")
    assert told(None, "Daily", "Weekly")
    assert told(3, "Daily", "Daily")
    assert told(None, UNKNOWN_PUBLISHER, UNKNOWN_PUBLISHER)


def test_values_and_names_of_a_statement_are_what_can_be_asked_for():
    one = article("a", "On 3 May Ann Ash paid $4 million for a mill in Turin. Price: $4 million")
    told = stated_in(one, Span(start=0, end=len(one.text)))
    assert [each.text for each in told] == ["3 May", "$4 million", "Ann Ash", "Turin"]


def test_the_more_may_be_confused_the_less_probable_it_is():
    more = " ".join(f"It took {n} passengers in the year {1900 + n}." for n in range(30, 38))
    (alone,) = examine(article("a", FERRY), article("b", OTHER))
    (among,) = examine(article("a", f"{FERRY} {more}"), article("b", OTHER))
    assert (alone.signs.chances, among.signs.chances) == (1, 9)
    assert among.signs.probability < alone.signs.probability


def test_the_dead_are_not_set_against_the_injured():
    one = article("a", FERRY.replace("had 212 passengers on board", "killed 12 passengers"))
    hurt = article("b", OTHER.replace("187 passengers who were taken off", "37 passengers hurt on"))
    spans = Pointing("12", "37")
    assert examine(one, hurt, spans=spans) == []
    dead = article("b", OTHER.replace("187 passengers who were taken off", "37 passengers dead on"))
    assert len(examine(one, dead, spans=spans)) == 1


def test_figures_of_two_years_are_of_two_times():
    one = article("a", FERRY.replace("board, the", "board in 2024, the"))
    assert len(examine(one, article("b", OTHER))) == 1
    assert examine(one, article("b", OTHER.replace("off it.", "off it in 2025."))) == []


def test_what_is_so_as_a_rule_is_not_set_against_what_was_so_once():
    usual = article("a", FERRY.replace("It had", "It usually has"))
    assert examine(usual, article("b", OTHER)) == []
    both = article("b", OTHER.replace("Police counted", "Typically, police count"))
    assert len(examine(usual, both)) == 1


def test_without_days_chunks_must_be_nearer():
    assert examine(article("a", FERRY), article("b", OTHER), cosine=0.5) == []
    dated = [article("a", FERRY, day=1), article("b", OTHER, day=2)]
    assert len(examine(*dated, cosine=0.5)) == 1


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("two-thirds", "35 percent", False),
        ("two-thirds", "55 percent", True),
        ("40 percent", "35 percent", True),
    ],
)
def test_a_share_is_not_set_against_what_is_left_of_the_whole(one, other, told):
    said = "In the city of Aldmere {} of the people were without water, the mayor said on Monday."
    texts = said.format(one), f"In Aldmere, the mayor said, only {other} of the people have water."
    spans = Pointing(one[:3], other[:3])
    found = examine(*(article(n, text) for n, text in zip("ab", texts, strict=True)), spans=spans)
    assert bool(found) is told


def test_a_value_that_the_other_tells_with_a_hedge_is_told_there():
    other = f"{OTHER} It may carry up to 212 passengers."
    assert len(examine(article("a", FERRY), article("b", OTHER))) == 1
    assert examine(article("a", FERRY), article("b", other)) == []

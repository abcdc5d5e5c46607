"""SpanReader, with a finder that points at the words in its table."""

from collections.abc import Sequence
from datetime import date

import pytest

from index.models import Article, Passage, Span
from qa.read import Reading, SpanReader, shortened
from qa.reading.spans import Best, Text

FERRY = Article(
    id="ferry",
    title="Ferry runs aground",
    published=date(2026, 3, 4),
    text=(
        "The Astrid ran aground.\n\n"
        "Leave a Comment\n\n"
        "Its owner is worth $135 billion, a paper said. The café “Łódź” – 🎉 – is closed. "
        "Repairs take two to three weeks."
    ),
)
COMMENTS = Article(id="comments", title="t", text="Leave a Comment")


class TableFinder:
    """Points at the first of its words that stands in a text, and keeps what it was asked."""

    threshold = 0.4

    def __init__(self, *table: str) -> None:
        self._table = table
        self.asked: list[tuple[str, Text]] = []

    def find(self, question: str, texts: Sequence[Text]) -> list[Best | None]:
        self.asked += [(question, text) for text in texts]
        return [self._best(text) if text.within else None for text in texts]

    def _best(self, text: Text) -> Best:
        words = next(words for words in self._table if words in text.text)
        start = text.text.index(words)
        return Best(Span(start=start, end=start + len(words)), 0.75)


def passage(article: Article, *, start: int = 0) -> Passage:
    return Passage(
        article=article,
        span=Span(start=start, end=len(article.text)),
        text=article.text[start:],
        score=1.0,
        rank=1,
    )


def read(words: str, *, start: int = 0) -> Reading:
    (reading,) = SpanReader(TableFinder(words)).read("?", [passage(FERRY, start=start)])
    return reading


def test_a_reading_is_the_span_with_its_sentence():
    reading = read("a paper")
    assert reading.answer == reading.span.of(FERRY.text) == "a paper"
    assert reading.words == "Its owner is worth $135 billion, a paper said."
    assert reading.probability == 0.75


def test_offsets_count_in_the_article_though_the_passage_begins_later():
    start = FERRY.text.index("Its owner")
    reading = read("Łódź", start=start)
    assert reading.span.start == FERRY.text.index("Łódź")
    assert reading.words == "The café “Łódź” – 🎉 – is closed."


@pytest.mark.parametrize(
    ("pointed", "answer"),
    [
        ("135", "$135 billion"),
        ("$135", "$135 billion"),
        ("is worth $135", "is worth $135 billion"),
        ("135 billion, a", "$135 billion, a"),
        ("two", "two to three weeks"),
        ("three", "two to three weeks"),
        ("is worth", "is worth"),
    ],
)
def test_no_value_is_cut_in_two(pointed, answer):
    reading = read(pointed)
    assert reading.answer == reading.span.of(FERRY.text) == answer


@pytest.mark.parametrize(
    ("pointed", "answer"),
    [
        ("2 July 1829", "2 July 1829"),
        ("3 May 1913", "3 May 1913"),
        ("1829", "2 July 1829 – 3 May 1913"),
        ("2 July", "2 July 1829 – 3 May 1913"),
    ],
)
def test_one_end_of_a_stretch_of_time_is_whole(pointed, answer):
    ash = Article(id="ash", title="Ann Ash", text="Ann Ash (2 July 1829 – 3 May 1913) sang.")
    (reading,) = SpanReader(TableFinder(pointed)).read("When was she born?", [passage(ash)])
    assert reading.answer == answer


@pytest.mark.parametrize(
    ("question", "pointed", "answer"),
    [
        ("Where did it sink?", "off Cape", "off Cape Lorrel"),
        ("Where did it sink?", "Cape Lorrel at two", "Cape Lorrel at two"),
        ("Where did it sink?", "Lorrel", "Lorrel"),
        ("Which cape was it?", "off Cape", "off Cape"),
    ],
)
def test_a_place_is_named_to_its_end(question, pointed, answer):
    ship = Article(id="ship", title="Ship", text="The ship sank off Cape Lorrel at two on Monday.")
    (reading,) = SpanReader(TableFinder(pointed)).read(question, [passage(ship)])
    assert reading.answer == answer


def test_only_sentences_are_offered_and_never_furniture():
    finder = TableFinder("aground")
    SpanReader(finder).read("Where is it?", [passage(FERRY)])
    ((question, text),) = finder.asked
    assert (question, text.title) == ("Where is it?", "Ferry runs aground")
    assert [span.of(text.text) for span in text.within] == [
        "The Astrid ran aground.",
        "Its owner is worth $135 billion, a paper said.",
        "The café “Łódź” – 🎉 – is closed.",
        "Repairs take two to three weeks.",
    ]


def test_no_answer_is_looked_for_in_a_dateline():
    text = "PORT ASH, 5 May 2026 (Wire) — A ferry sank on Saturday."
    finder = TableFinder("on Saturday")
    (reading,) = SpanReader(finder).read("When?", [passage(Article(id="a", title="A", text=text))])
    ((_, asked),) = finder.asked
    assert [span.of(asked.text) for span in asked.within] == ["A ferry sank on Saturday."]
    assert reading.words == text


def test_no_answer_is_looked_for_in_what_is_not_so():
    text = "The line does not end in Ash but in Elm. It is old."
    finder = TableFinder("Elm")
    (reading,) = SpanReader(finder).read(
        "Where does it end?", [passage(Article(id="a", title="A", text=text))]
    )
    within = [span.of(text) for span in finder.asked[0][1].within]
    assert within == ["The line does ", " but in Elm.", "It is old."]
    assert (reading.answer, reading.words) == ("Elm", "The line does not end in Ash but in Elm.")


def test_passages_without_a_sentence_are_left_out_and_the_order_is_kept():
    reader = SpanReader(TableFinder("aground", "closed"))
    closed = FERRY.text.index("The café")
    readings = reader.read(
        "?", [passage(FERRY, start=closed), passage(COMMENTS), passage(FERRY), passage(COMMENTS)]
    )
    assert [reading.answer for reading in readings] == ["closed", "aground"]
    assert reader.read("?", []) == []


def test_a_full_stop_alone_is_still_a_reading():
    assert read(".").answer == "."


def test_the_threshold_is_the_finders():
    assert SpanReader(TableFinder()).threshold == 0.4


@pytest.mark.parametrize(
    ("answer", "short"),
    [
        ("2030.", "2030"),
        ("by\n the  end of 2030", "by the end of 2030"),
        ("...", ".."),
        ("a" * 90, "a" * 90),
        ("word " * 17 + "and, more of it", "word " * 17 + "and…"),
        ("a" * 91, "a" * 90 + "…"),
    ],
)
def test_an_answer_is_one_line_cut_after_a_word(answer, short):
    assert shortened(answer) == short


@pytest.mark.parametrize(
    ("span", "sentence"), [((0, 30), (0, 23)), ((0, 3), (0, 300)), ((30, 33), (0, 23))]
)
def test_a_reading_outside_its_sentence_or_passage_cannot_be_made(span, sentence):
    with pytest.raises(ValueError, match="is not inside"):
        Reading(
            passage=passage(FERRY),
            answer="it",
            span=Span(start=span[0], end=span[1]),
            sentence=Span(start=sentence[0], end=sentence[1]),
            probability=0.5,
        )


def test_a_heading_that_asks_is_not_quoted_as_an_answer():
    text = "When is the fair in 2024?\n\nThe fair is on 3 May. That is late, but who asked?"
    article = Article(id="fair", title="Fair", text=text)
    finder = TableFinder("3 May")
    SpanReader(finder).read("When is the fair?", [passage(article)])
    ((_, asked),) = finder.asked
    assert [span.of(text) for span in asked.within] == [
        "The fair is on 3 May.",
        "That is late, but who asked?",
    ]
    only = Article(id="asks", title="Fair", text="When is the fair?")
    SpanReader(finder := TableFinder("fair")).read("When?", [passage(only)])
    assert [span.of(only.text) for span in finder.asked[0][1].within] == ["When is the fair?"]

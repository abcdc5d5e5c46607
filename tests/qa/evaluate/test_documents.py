"""All documents of a question are read, whole and in their order."""

from index.chunk import MAX_TOKENS
from index.models import Article
from index.tokens import count_tokens
from qa.evaluate.documents import Given, answer_all, passages
from tests.qa.flood import DRY, TWELVE, parts
from tests.qa.newsroom import COURIER, HERALD

LONG = Article(
    id="long",
    title="The council",
    text="\n\n".join(
        f"The council of Lund met on day {n} and spoke of ferries." for n in range(90)
    ),
)


def test_long_articles_are_cut_in_their_order_and_short_ones_are_whole():
    found = passages([HERALD, LONG, COURIER])
    assert [one.rank for one in found] == list(range(1, len(found) + 1))
    assert (found[0].text, found[-1].text) == (HERALD.text, COURIER.text)
    middle = [one for one in found if one.article == LONG]
    assert len(middle) > 4
    assert [one.span.start for one in middle] == sorted(one.span.start for one in middle)
    assert middle[-1].text.endswith("met on day 89 and spoke of ferries.")


def test_a_passage_fits_the_encoder_even_where_its_words_have_many_pieces():
    article = Article(id="m", title="Words", text="Министерство обороны России. " * 12)
    assert count_tokens(article.text) < MAX_TOKENS
    assert len(passages([article])) == 2


def test_progress_is_told_after_each_question():
    told = []
    flood = Article(id="flood", title="Flood", text=f"{TWELVE} {DRY}")
    given = Given("q", "How many people died in the flood?", (flood,), "agree", False, ())
    found = answer_all(parts(), [given, given], progress=lambda *one: told.append(one))
    assert told == [(1, 2), (2, 2)]
    assert [one.given for one in found] == [given, given]

"""Words in no article are replaced by those they are a slip away from, and no others."""

import pytest

from index.spelling import apart, compounds, is_common, nearest, respelled
from index.store import Where
from tests.index.fakes import write

EVERYWHERE = Where()

TEXTS = {
    "dam": "The reservoir at Corley was lowered when OpenAI found the crack.",
    "mill": "Investment in the mill was halved, said Marta Lindqvist.",
    "vote": "The recount maybe took a revenue share of nine crowns.",
}


@pytest.fixture
def snapshot(library, folder):
    for name, text in TEXTS.items():
        write(folder / f"{name}.txt", text)
    library.sync(folder)
    with library.store.reading() as snapshot:
        yield snapshot


def everywhere(snapshot) -> list[int]:
    return [int(key) for key in snapshot.chunk_keys()]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Was the resevoir lowered?", "Was the reservoir lowered?"),
        ("Was the reservoirr lowered?", "Was the reservoir lowered?"),
        ("Was the rezervoir lowered?", "Was the reservoir lowered?"),
        ("Was the reservior lowered?", "Was the reservoir lowered?"),
        ("Who is Marta Lindqwits?", "Who is Marta Lindqvist?"),
        ("WHO IS LINDQVITS?", "WHO IS LINDQVIST?"),
        ("What revenueshare was taken?", "What revenue share was taken?"),
        ("What RevenueShare was taken?", "What Revenue Share was taken?"),
    ],
)
def test_slips_are_put_right(snapshot, typed, meant):
    assert respelled(typed, snapshot, everywhere(snapshot)) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "Was the reservoirs lowering?",  # Forms of words that are known.
        "Was the reactor lowered?",  # A common word, though in no article.
        "Was the carck 2031x wide?",  # "crack" is known; what has figures is no word.
        "Who is Xu?",
        "Wann wurde der Stausee abgelassen und warum?",
    ],
)
def test_other_words_are_left_alone(snapshot, typed):
    expected = typed.replace("carck", "crack")
    assert respelled(typed, snapshot, everywhere(snapshot)) == expected


def test_the_passages_at_hand_say_what_was_meant_before_all_others_do(library, folder):
    write(folder / "a.txt", "The Harlow bridge.")
    write(folder / "b.txt", "The Harrow mill. The Harrow mill again.")
    library.sync(folder)
    with library.store.reading() as snapshot:
        (bridge,) = snapshot.match('"bridge"', limit=1, where=EVERYWHERE)
        (mill,) = snapshot.match('"mill"', limit=1, where=EVERYWHERE)
        assert respelled("Who owns Harxow?", snapshot, [bridge]) == "Who owns Harlow?"
        assert respelled("Who owns Harxow?", snapshot, [mill]) == "Who owns Harrow?"


def test_where_no_passage_is_near_words_that_begin_alike_are_looked_at(snapshot):
    assert respelled("Investmnet?", snapshot, []) == "Investment?"  # Its stem is "invest".
    assert respelled("resevoir", snapshot, []) == "reservoir"
    assert respelled("seservoir", snapshot, []) == "seservoir"


def test_the_fewest_slips_win_then_the_commonest_word():
    known = {"share": 1, "shale": 9, "shave": 3}
    assert nearest("share", known) == "share"
    assert nearest("shaxe", known) == "shale"
    assert nearest("shaxx", known) is None
    assert nearest("sxx", {"six": 1}) is None
    assert nearest("xevenues", {"revenues": 1}) == "revenues"  # Two slips, of the two it may have.
    assert nearest("xevenue", {"revenue": 1}) is None


def test_the_likeliest_two_words_are_parted():
    assert apart("ofthe", {"of": 3, "the": 3, "oft": 1, "he": 1}) == "of the"
    assert apart("ofthe", {"oft": 1}) is None


def test_two_words_may_be_one_in_articles(snapshot):
    assert compounds("What did Open AI do in Cor ley?", snapshot) == ["openai", "corley"]
    assert compounds("What may be the AI Open?", snapshot) == []


def test_common_words_are_known_in_their_forms():
    words = ["react", "reacts", "companies", "arrives", "comanies", "lindqvist"]
    assert [word for word in words if is_common(word)] == words[:4]

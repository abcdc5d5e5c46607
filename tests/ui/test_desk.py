"""What a reader's question and a click lead to, without a browser."""

from threading import Lock

import pytest

from index.errors import IndexingError
from tests.ui import stories
from tests.ui.fakes import FolderLibrary, ScriptedAssistant
from ui.desk import UNEXPECTED, Desk
from ui.session import Chat


@pytest.fixture
def library(tmp_path) -> FolderLibrary:
    return FolderLibrary(tmp_path, list(stories.ARTICLES.values()))


@pytest.fixture
def desk(library) -> Desk:
    return Desk(library, ScriptedAssistant(), [])


def ask(desk: Desk, chat: Chat, question: str) -> str:
    chat.add(question)
    desk.answer_next(chat)
    return desk.show(chat)


def test_a_question_is_shown_as_being_read_and_then_answered(desk):
    chat = Chat()
    chat.add("When does the ferry sail again?")
    assert "Reading the articles" in desk.show(chat)
    desk.answer_next(chat)
    html = desk.show(chat)
    assert "Reading the articles" not in html
    assert ">Friday</h3>" in html


def test_a_follow_up_is_asked_with_the_answers_before_it(desk):
    chat = Chat()
    ask(desk, chat, "How many were injured?")
    ask(desk, chat, "And when does it sail?")
    assert desk.assistant.asked[-1] == (
        "And when does it sail?",
        ("How many passengers were injured?",),
    )


def test_a_question_asked_while_another_is_read_is_not_lost(desk):
    chat = Chat()
    chat.add("How many were injured?")
    chat.add("When does it sail?")
    desk.answer_next(chat)
    desk.answer_next(chat)
    assert [turn.answer.headline for turn in chat.turns] == ["12", "Friday"]


def test_two_readers_do_not_see_each_other(desk):
    one, other = Chat(), Chat()
    ask(desk, one, "How many were injured?")
    assert "injured" not in desk.show(other)


def test_our_errors_are_shown_in_their_own_words(desk):
    desk.assistant.script = {"": IndexingError("The disk is full; free some space.")}
    html = ask(desk, Chat(), "When?")
    assert "The disk is full; free some space." in html
    assert 'role="status" aria-live="polite">The disk is full' in html


def test_any_other_error_is_one_sentence_without_its_details(desk, caplog):
    desk.assistant.script = {"": ZeroDivisionError("secret detail")}
    html = ask(desk, Chat(), "When?")
    assert UNEXPECTED in html
    assert "secret" not in html
    assert "secret detail" in caplog.text


def test_after_an_error_the_next_question_is_answered(desk):
    chat = Chat()
    desk.assistant.script = {"Why": ZeroDivisionError(), "sail": stories.agreed()}
    ask(desk, chat, "Why?")
    assert ">Friday</h3>" in ask(desk, chat, "When does it sail?")


def test_a_screen_reader_hears_the_answer_and_the_warning(desk):
    html = ask(desk, Chat(), "How many were injured?")
    assert 'aria-live="polite">Answer: 12. Sources disagree.</p>' in html


def test_the_articles_that_do_not_say_are_named(desk):
    assert "A calm week ahead" in ask(desk, Chat(), "How many were injured?")


def test_an_article_that_went_meanwhile_does_not_break_the_answer(desk, library):
    del library.articles["weather"]
    html = ask(desk, Chat(), "How many were injured?")
    assert ">12</h3>" in html
    assert "A calm week ahead" not in html


def test_the_first_screen_offers_the_given_examples(library):
    html = Desk(library, ScriptedAssistant(), ["Who steered?"]).show(Chat())
    assert "Ask 4 articles a question" in html
    assert (
        'data-event="ask" data-payload="{&quot;question&quot;: &quot;Who steered?&quot;}"' in html
    )


def test_without_examples_they_come_from_the_titles(desk):
    html = desk.show(Chat())
    assert "What is reported about “Astrid: what we know”?" in html
    assert html.count('data-event="ask"') == 3


def test_a_sentence_that_stands_in_for_a_title_is_the_last_to_make_an_example(desk, library):
    sentence = stories.WEATHER.model_copy(update={"title": "Winds stay light until Sunday."})
    library.articles = {"a": sentence, **stories.ARTICLES}
    html = desk.show(Chat())
    assert "Winds stay light" not in html


def test_an_empty_library_leads_to_the_sources(tmp_path):
    html = Desk(FolderLibrary(tmp_path), ScriptedAssistant(), ["Who?"]).show(Chat())
    assert "No articles yet" in html
    assert "data-event" not in html


def test_a_click_opens_the_article_at_the_quote(desk):
    html = desk.read({"article_id": "coast", "start": 0, "end": 4})
    assert "<mark>Nine</mark>" in html
    assert 'data-key="coast:0-4"' in html


def test_a_click_without_a_place_opens_the_whole_article(desk):
    html = desk.read({"article_id": "coast"})
    assert "<mark>" not in html
    assert 'data-key="coast:"' in html


@pytest.mark.parametrize(
    "place",
    [
        {"article_id": "coast", "start": 5, "end": 5},
        {"article_id": "coast", "start": -1, "end": 5},
        {"article_id": "coast", "start": 0, "end": 10**9},
        {"article_id": "coast", "start": 3, "end": None},
    ],
)
def test_a_place_the_article_does_not_have_shows_it_unmarked(desk, place):
    html = desk.read(place)
    assert "Astrid: what we know" in html
    assert "<mark>" not in html


@pytest.mark.parametrize(
    "place",
    [
        None,
        "coast",
        {},
        {"article_id": ["coast"]},
        {"article_id": "coast", "start": "x", "end": 3},
        {"article_id": "coast", "path": "/etc/passwd"},
    ],
)
def test_a_made_up_click_gets_one_sentence(desk, place):
    assert "That link is broken." in desk.read(place)


def test_a_click_on_an_article_that_is_gone_gets_one_sentence(desk):
    html = desk.read({"article_id": "<b>", "start": 0, "end": 1})
    assert "This article is no longer among the sources." in html
    assert "<b>" not in html


def test_a_new_chat_is_empty(desk):
    chat = Chat()
    ask(desk, chat, "When does it sail?")
    chat.clear()
    assert "Ask 4 articles a question" in desk.show(chat)
    assert chat.history() == []


def test_the_chat_can_be_copied_and_downloaded_as_markdown(desk):
    html = ask(desk, Chat(), "When does it sail?")
    assert 'data-copy="## When does it sail?' in html
    assert 'data-download="# Crosscheck\n\n## When does it sail?' in html


PLACES = [
    {"article_id": "coast", "start": 0, "end": 4},
    {"article_id": "wire", "start": 0, "end": 6},
]


def test_a_click_on_several_places_opens_them_together(desk):
    html = desk.read({"places": PLACES})
    assert 'data-key="coast:0-4|wire:0-6"' in html
    assert "<mark>Nine</mark>" in html
    assert "<mark>Twelve</mark>" in html


def test_of_several_places_those_that_are_there_are_shown(desk):
    beyond = {"article_id": "wire", "start": 0, "end": 10**9}
    assert 'data-key="coast:0-4"' in desk.read({"places": [PLACES[0], beyond]})
    assert "Ferry accident" in desk.read({"places": [beyond]})
    gone = {"article_id": "gone", "start": 0, "end": 1}
    assert "no longer among the sources" in desk.read({"places": [PLACES[0], gone]})


@pytest.mark.parametrize("places", [[], None, "coast", PLACES * 11, [PLACES], {"places": PLACES}])
def test_made_up_places_get_one_sentence(desk, places):
    assert "That link is broken." in desk.read({"places": places})


def test_whoever_answers_holds_the_lock_that_comparing_waits_for(library):
    lock, held = Lock(), []
    desk = Desk(library, ScriptedAssistant(), [], lock)
    answer = desk.assistant.ask
    desk.assistant.ask = lambda *args, **kwargs: (
        held.append(lock.locked()) or answer(*args, **kwargs)
    )
    desk.ask("When does it sail?")
    assert (held, lock.locked()) == ([True], False)


def test_a_question_is_asked_again_without_a_filter_and_without_the_turns_before_it(desk):
    chat = Chat()
    ask(desk, chat, "How many were injured?")
    ask(desk, chat, stories.FILTERED)
    desk.ask_again(chat, {"question": stories.FILTERED, "without": ["since March 2026"]})
    desk.answer_next(chat)
    assert desk.assistant.asked[-1] == (stories.FILTERED, ())
    assert desk.assistant.done_without == [(), (), ("since March 2026",)]
    assert [one.state for one in chat.turns[-1].answer.filters] == ["applied", "removed"]
    ask(desk, chat, "When does it sail?")
    assert len(desk.assistant.asked[-1][1]) == 3


@pytest.mark.parametrize(
    "wanted",
    [None, {}, {"question": ""}, {"question": "Who?", "without": "x"}, {"question": ["?"]}],
)
def test_a_made_up_filter_asks_nothing(desk, wanted):
    chat = Chat()
    assert "Ask 4 articles a question" in desk.ask_again(chat, wanted)
    assert chat.turns == []


def test_a_screen_reader_hears_what_was_searched(desk):
    html = ask(desk, Chat(), stories.FILTERED)
    assert ">Answer: Friday. Only Harbour Times; since 1 March 2026</p>" in html

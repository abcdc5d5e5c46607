"""Nothing runs that an article or a question brings, and nothing leaves the machine."""

import json
import urllib.request

import pytest
from playwright.sync_api import expect

from index.models import Article
from qa.models import Disagreement, Position
from tests.ui import stories

HOSTILE = (
    "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>"
    "</textarea><svg onload=window.hacked=1> ${window.hacked=1} {{window.hacked=1}} `"
)


def test_an_article_of_scripts_is_read_as_text_everywhere(site, visit):
    reader = visit(site)
    reader.tab("Sources")
    reader.page.get_by_role("button", name="Add articles").click()
    reader.page.get_by_role("tab", name="Paste text").click()
    reader.page.get_by_label("Title", exact=True).fill(f"Zorbax {HOSTILE}")
    reader.page.get_by_label("Publisher", exact=True).fill(f"Zorbax {HOSTILE}")
    reader.page.get_by_label("Text", exact=True).fill(f"The Zorbax plant closed in 1987. {HOSTILE}")
    reader.page.get_by_role("button", name="Add the text").click()
    row = reader.page.locator(".cc-table tbody tr").filter(has_text="Zorbax")
    expect(row).to_have_count(1)
    reader.tab("Ask")
    turn = reader.ask(f"When did the Zorbax plant close? {HOSTILE}")
    turn.locator("[data-event=cite]").first.click()
    expect(reader.pane).to_contain_text("<img src=x onerror=window.hacked=1>")
    reader.tab("Sources")
    row.get_by_role("button", name="Remove").click()
    expect(reader.page.get_by_role("dialog")).to_contain_text("<img src=x")
    reader.page.get_by_role("button", name="Delete").click()
    expect(row).to_have_count(0)
    assert reader.page.evaluate("window.hacked") is None


def test_an_answer_of_scripts_is_read_as_text(stage, visit, script):
    article = Article(id=HOSTILE, title=HOSTILE, publisher=HOSTILE, text=HOSTILE)
    said = Position(
        answer=HOSTILE, text=HOSTILE, citations=(stories.quote(article, HOSTILE),), origins=1
    )
    sides = (said, stories.NINE)
    about = Disagreement(kind="contradiction", about=HOSTILE, sides=sides)
    script.script = {
        "": stories.answer(*sides, question=HOSTILE, headline=HOSTILE, disagreements=(about,))
    }
    reader = visit(stage)
    turn = reader.ask("x")
    expect(turn.locator(".cc-headline")).to_have_text(HOSTILE)
    turn.locator(".cc-quote").first.click()
    expect(reader.pane).to_contain_text("no longer among the sources")
    assert reader.page.evaluate("window.hacked") is None
    assert turn.locator("img, script, iframe").count() == 0


def test_a_made_up_click_is_one_sentence(stage, visit):
    reader = visit(stage)
    cite = "document.getElementById('cc-desk').crosscheckTriggers.cite"
    reader.page.evaluate(f"{cite}('cite', {{ article_id: '../../etc/passwd' }})")
    expect(reader.pane).to_contain_text("no longer among the sources")
    reader.page.evaluate(f"{cite}('cite', 'nonsense')")
    expect(reader.pane).to_contain_text("That link is broken")


@pytest.fixture
def headers(stage):
    with urllib.request.urlopen(stage) as answer:
        return answer.headers


def test_the_browser_is_told_to_ask_no_other_host(headers):
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "connect-src 'self'" in policy
    assert "http" not in policy
    assert headers["Referrer-Policy"] == "no-referrer"


def test_another_site_cannot_reach_the_page_under_its_own_name(stage):
    request = urllib.request.Request(stage, headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError, match="400") as refused:
        urllib.request.urlopen(request)
    refused.value.close()


def test_the_page_offers_ask_and_search_to_programs_and_nothing_else(stage):
    with urllib.request.urlopen(f"{stage}gradio_api/info") as answer:
        offered = json.load(answer)["named_endpoints"]
    assert sorted(offered) == ["/ask", "/search"]

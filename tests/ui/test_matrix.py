"""Sources against the matters they differ on: what each says, and who stands alone."""

from index.models import Article
from tests.ui import stories
from tests.ui.disputes import AGAIN, AGE, ALSO, BOTH, BUILT, INJURED, NINE, TWELVE, conflict
from tests.ui.reading_html import Reading, Table
from ui.matrix import MOST, MOST_SOURCES, render_matrix
from ui.matters import link, matter

SHOW = ". Show it in its article"


def said(*conflicts):
    """What each source says of the matter, in short."""
    return {
        name: [saying.short for saying in sayings]
        for name, sayings in matter(conflicts).said.items()
    }


def article(name: str, text: str, **about) -> Article:
    return Article(id=name, title=name, publisher=name, text=text, **about)


def against(one: str, other: str, *, about: str) -> dict[str, list[str]]:
    sides = [stories.quote(article(name, text), text) for name, text in (("A", one), ("B", other))]
    return said(conflict(*sides, about=about))


def test_conflicts_with_a_quote_in_common_are_one_matter():
    assert link([INJURED, AGE, ALSO]) == [[INJURED, ALSO], [AGE]]
    assert link([]) == []


def test_conflicts_are_linked_through_others_however_late_these_come():
    bridge = conflict(TWELVE, BUILT, confidence=0.1)
    assert link([INJURED, AGE, bridge]) == [[INJURED, bridge, AGE]]


def test_what_most_sources_speak_of_comes_first():
    assert link([AGE, INJURED, ALSO]) == [[INJURED, ALSO], [AGE]]


def test_each_source_says_its_value():
    assert against(
        "The dam opened in 1931.", "The dam opened in 1934.", about="Dam: 1931, or 1934"
    ) == {"A": ["1931"], "B": ["1934"]}


def test_of_several_values_it_is_the_one_that_the_conflict_is_about():
    assert against(
        "In 1931 the dam cost $4 million.",
        "The dam cost $5 million, it was said in 1950.",
        about="Dam: $4 million, or $5 million",
    ) == {"A": ["$4 million"], "B": ["$5 million"]}


def test_or_the_name_that_the_conflict_is_about():
    assert against(
        "The hall with 1,650 seats is by the architect Ann Ash.",
        "On Thursday Bo Birk, who drew it, took a bow beside the orchestra.",
        about="Aldmere: Ann Ash, or Bo Birk",
    ) == {"A": ["Ann Ash"], "B": ["Bo Birk"]}


def test_without_a_value_it_is_said_who_reports_a_change():
    assert against(
        "The fee is no longer paid.", "The fee remains in place.", about="Fee: paid"
    ) == {"A": ["says it changed"], "B": ["says it stays"]}


def test_otherwise_it_is_the_words_that_differ_or_only_that_they_do():
    assert against("Ida Holm steered.", "Per Lund steered.", about="Ferry: steered") == {
        "A": ["Ida Holm"],
        "B": ["Per Lund"],
    }
    assert against("The captain slept.", "Nobody was at fault.", about="Ferry") == {
        "A": ["says otherwise"],
        "B": ["says otherwise"],
    }


def test_a_source_that_each_other_contradicts_stands_alone():
    assert matter([INJURED, ALSO]).alone == "Coast Daily"
    assert matter([INJURED]).alone is None
    between = conflict(TWELVE, AGAIN)
    assert matter([INJURED, ALSO, between]).alone is None


def test_a_source_and_its_copy_are_one_against_one():
    assert said(BOTH) == {
        "Harbour Times": ["Twelve passengers"],
        "Northern Wire": ["Twelve passengers"],
        "Coast Daily": ["Nine passengers"],
    }
    assert matter([BOTH]).alone is None
    first, other = BOTH.support
    twice = first.model_copy(update={"origins": 2})
    assert matter([BOTH.model_copy(update={"support": (twice, other)})]).alone == "Coast Daily"


def test_conflicts_are_linked_by_who_only_says_the_same():
    age = conflict(AGAIN, BUILT, confidence=0.1)
    assert link([BOTH, AGE, age]) == [[BOTH, age, AGE]]
    assert link([INJURED, AGE, age]) == [[INJURED], [AGE, age]]


def test_what_a_matter_is_about_is_what_both_quotes_say_beside_the_names():
    assert matter([INJURED]).about == "passengers injured"
    assert matter([AGE]).about == "built"


def test_a_matter_is_not_about_the_day_it_was_told():
    one, other = "On Monday he said it was built in 1931.", "It was built in 1934, he said Monday."
    sides = [stories.quote(article(name, text), text) for name, text in (("A", one), ("B", other))]
    assert matter([conflict(*sides, about="1931, or 1934")]).about == "built"
    assert matter([AGE]).subject == "Ferry"


def test_the_table_has_a_row_for_each_source_and_a_column_for_each_matter():
    table = Table(render_matrix([INJURED, AGE, ALSO]))
    assert table.caption == "Who says what"
    assert table.rows == [
        [
            "Source",
            "Astrid passengers injured Cannot both hold",
            "Ferry built Figures differ",
        ],
        ["Coast Daily", f"Nine passengers {SHOW} stands alone", "– nothing"],
        ["Northern Wire", f"Twelve passengers {SHOW}", f"1998 {SHOW}"],
        ["Harbour Times", f"Twelve passengers {SHOW}", "– nothing"],
        ["“From the yard”", "– nothing", f"1989 {SHOW}"],
    ]
    assert table.heads == ["col", "col", "col", "row", "row", "row", "row"]


def test_a_cell_opens_the_article_at_the_quote():
    (twelve, nine) = Reading(render_matrix([INJURED])).payloads
    assert (nine["article_id"], nine["start"]) == ("harbour", TWELVE.start)
    assert (twelve["article_id"], twelve["end"]) == ("coast", NINE.end)


def test_only_the_first_matters_are_in_the_table_and_the_rest_is_counted():
    many = [
        conflict(
            stories.quote(
                article(f"A{n}", f"Mill {n} opened in 1901."), f"Mill {n} opened in 1901."
            ),
            stories.quote(
                article(f"B{n}", f"Mill {n} opened in 1902."), f"Mill {n} opened in 1902."
            ),
            subject=(f"Mill {n}",),
        )
        for n in range(MOST + 3)
    ]
    html = render_matrix(many)
    assert len(Table(html).rows[0]) == MOST + 1
    assert len(Table(html).rows) == 2 * MOST + 1
    assert "3 more matters not in this table; filter" in html
    assert "not in this table" not in render_matrix(many[:MOST])


def test_only_the_first_sources_are_in_the_table_and_those_that_stand_alone_are_among_them():
    dam = stories.quote(article("Zeitung", "Dam: 1931."), "Dam: 1931.")
    others = [
        stories.quote(article(f"A{n:02}", "Dam: 1934."), "Dam: 1934.")
        for n in range(MOST_SOURCES + 4)
    ]
    html = render_matrix([conflict(dam, one, about="Dam: 1931, or 1934") for one in others])
    rows = Table(html).rows[1:]
    assert [row[0] for row in rows] == ["Zeitung", *(f"A{n:02}" for n in range(MOST_SOURCES - 1))]
    assert rows[0][1] == f"1931 {SHOW} stands alone"
    assert "5 more sources not in this table" in html


def test_a_source_says_the_same_thing_once_and_at_most_three():
    other = stories.quote(article("Other", "Dam: 1990."), "Dam: 1990.")
    said = [
        conflict(
            stories.quote(
                Article(id=f"p{n}", title="T", publisher="Post", text=f"Dam: {year}."),
                f"Dam: {year}.",
            ),
            other,
            about=f"Dam: {year}, or 1990",
        )
        for n, year in enumerate((1931, 1931, 1932, 1933, 1934, 1935))
    ]
    (_, one, post) = Table(render_matrix(said)).rows
    assert one == ["Other", f"1990 {SHOW}"]
    assert post == ["Post", f"1931 {SHOW} 1932 {SHOW} 1933 {SHOW} and 2 more"]
    assert Reading(render_matrix(said)).payloads[1]["article_id"] == "p0"


def test_without_a_conflict_there_is_no_table():
    assert render_matrix([]) == ""


def test_text_from_an_article_stays_text():
    hostile = "</table><img src=x onerror=alert(1)>\"'"
    source = Article(id=hostile, title=hostile, publisher=hostile, text=f"Nine {hostile}")
    html = render_matrix([conflict(stories.quote(source, source.text), TWELVE, subject=(hostile,))])
    assert "<img" not in html
    assert html.count("</table>") == 1
    assert hostile in "".join(Reading(html).words)

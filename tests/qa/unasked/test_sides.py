"""Who is on either side of a conflict: a reprint says the same again, and is one origin with it."""

import pytest

from index.library import Library
from index.models import Article, Span
from qa.cite import cite
from qa.unasked.conflicts import conflicts
from qa.unasked.sides import Opposed, Said, join
from tests.index.fakes import WordHashEncoder, write
from tests.qa.years import TellingYears

DAM = "The Arden dam opened in 1931."
GUIDE = "The Arden dam opened in 1934, a guide says."
REPORT = (
    "The valley lay under snow when the gates were shut for the last time that winter. Farmers "
    "had moved their herds to the upper meadows, and the road to the pass was closed for a week."
)
WALK = (
    "Bring boots and a map, for the path is steep and the inn keeps its own hours. From the ridge "
    "one sees the whole lake, two chapels and, on clear days, the sea beyond the hills."
)


@pytest.fixture
def library(tmp_path):
    """A library of one article and one guide that differ; `add` brings others."""
    with Library.open(
        tmp_path / "index", encoder=WordHashEncoder(), comparer=TellingYears()
    ) as library:
        add(library, dam=f"{REPORT} {DAM}", guide=f"{WALK} {GUIDE}")
        yield library


def add(library, **texts: str):
    folder = library.folder.parent / "news"
    for name, text in texts.items():
        write(folder / f"{name}.txt", f"On {name}\n\n{text}")
    return library.sync(folder)


def sides(library, **options) -> list[dict[frozenset[str], int]]:
    """The origins of each side of each conflict, by the ids of the articles on it."""
    return [
        {
            frozenset(one.article_id for one in side.citations): side.origins
            for side in found.support
        }
        for found in conflicts(library, **options)
    ]


def names(*ids: str) -> frozenset[str]:
    return frozenset(ids)


def test_each_side_has_one_source_to_begin_with(library):
    assert sides(library) == [{names("dam"): 1, names("guide"): 1}]


def test_a_reprint_is_on_the_side_of_what_it_reprints_and_no_origin_of_its_own(library):
    add(library, wire=f"{REPORT} {DAM} So an agency said.")
    (found,) = conflicts(library)
    assert sides(library) == [{names("dam", "wire"): 1, names("guide"): 1}]
    assert found.sides == tuple(side.citations[0] for side in found.support)
    assert {one.quote for one in found.citations} == {DAM, GUIDE}
    assert len(library.findings()) == 2
    assert found.confidence == library.findings()[0].confidence


def test_reprints_of_both_sides_are_all_in_one_conflict(library):
    add(library, wire=f"{REPORT} {DAM} So an agency said.", leaflet=f"Walks. {WALK} {GUIDE}")
    assert sides(library) == [{names("dam", "wire"): 1, names("guide", "leaflet"): 1}]
    assert len(library.findings()) == 4


def test_the_same_words_in_another_story_are_an_origin_of_their_own(library):
    other = "A hundred lamps were lit at the weir. Nobody was at home to see them but the keeper."
    add(library, post=f"{other} {DAM.replace('The Arden', 'THE  Arden')}")
    assert sides(library) == [{names("dam", "post"): 2, names("guide"): 1}]


def test_a_reprint_that_words_it_otherwise_is_on_the_same_side_where_it_is_about_the_same(library):
    add(library, wire=f"{REPORT} The Arden dam opened in 1931, as an agency told.")
    assert sides(library) == [{names("dam", "wire"): 1, names("guide"): 1}]


def test_another_story_that_words_it_otherwise_is_a_conflict_of_its_own(library):
    other = "A hundred lamps were lit at the weir. Nobody was at home to see them but the keeper."
    add(library, post=f"{other} The Arden dam opened in 1931, as the keeper told.")
    assert sorted(map(sorted, (map(sorted, one) for one in sides(library)))) == [
        [["dam"], ["guide"]],
        [["guide"], ["post"]],
    ]


def test_a_reprint_with_another_figure_is_a_conflict_of_its_own(library):
    add(library, wire=f"{REPORT} The Arden dam opened in 1932.")
    assert {frozenset(one) for one in sides(library)} == {
        names(names("dam"), names("guide")),
        names(names("wire"), names("guide")),
        names(names("dam"), names("wire")),
    }


def test_what_a_reprint_repeats_is_not_told_as_new(library):
    report = add(library, wire=f"{REPORT} {DAM} So an agency said.")
    assert len(report.findings) == 1
    assert conflicts(library, among=report.findings) == []
    report = add(library, map="A map of the valley. The Arden dam opened in 1932, a map says.")
    told = conflicts(library, among=report.findings)
    assert [found.about for found in told] == ["Arden: 1932 or 1934", "Arden: 1931 or 1932"]
    assert sides(library, among=report.findings)[1] == {names("map"): 1, names("dam", "wire"): 1}


def test_nobody_is_on_both_sides():
    def says(name: str, quote: str) -> Said:
        article = Article(id=name, title=name, text="It opened. It did not open.")
        start = article.text.index(quote)
        return Said(article, cite(article, Span(start=start, end=start + len(quote))))

    first = Opposed("It", (says("a", "It opened."), says("b", "It did not open.")))
    turned = Opposed("It", (says("b", "It opened."), says("c", "It did not open.")))
    joined = join([first, turned])
    assert [[[said.article.id for said in side] for side in one.sides] for one in joined] == [
        [["a"], ["b"]],
        [["b"], ["c"]],
    ]
    again = Opposed("It", (says("c", "It did not open."), says("d", "It opened.")))
    assert [one.members for one in join([first, again])] == [[0, 1]]


def test_articles_that_say_different_things_are_not_held_against_each_other(monkeypatch, library):
    add(library, **{f"y{year}": f"The Birch mill opened in {year}." for year in range(1900, 1920)})
    counted = []
    monkeypatch.setattr(
        "qa.unasked.sides.count_origins", lambda articles: counted.append(articles) or 1
    )
    found = conflicts(library)
    assert len(found) > 50
    assert counted == []

from datetime import date
from pathlib import Path

import pytest

from index.load import example_questions, find_files, read_file

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "flood").mkdir()
    (tmp_path / "flood" / "dam.txt").write_text(
        "---\ntitle: Own title\npublisher: Own\ndate: 2024-03-01\n---\nThe dam holds."
    )
    return tmp_path


def dam(folder: Path):
    loaded = read_file(folder / "flood" / "dam.txt", folder=folder)
    (article,) = loaded.articles
    return article


@pytest.mark.parametrize("name", ["flood/dam", "flood/dam.txt"])
def test_what_a_person_wrote_down_wins_over_what_the_file_says(folder, name):
    (folder / "sources.toml").write_text(
        f'["{name}"]\ntitle = "Dam holds"\npublished = 2024-03-04\nauthor = ["Ada", "Tom"]\n'
        'origin = "Reuters"\nurl = "https://ferrypost.example/dam"\n'
    )
    article = dam(folder)
    assert article.title == "Dam holds"
    assert article.publisher == "Own"  # The file's word where nothing is written down.
    assert article.published == date(2024, 3, 4)
    assert article.author == "Ada, Tom"
    assert article.origin == "Reuters"
    assert str(article.url) == "https://ferrypost.example/dam"


def test_the_nearest_sources_toml_wins_and_those_above_fill_the_rest(folder):
    (folder / "sources.toml").write_text('["flood/dam"]\ntitle = "Far"\norigin = "Far"\n')
    (folder / "flood" / "sources.toml").write_text('[dam]\ntitle = "Near"\n')
    article = dam(folder)
    assert (article.title, article.origin, article.publisher) == ("Near", "Far", "Own")


def test_a_change_of_sources_toml_is_seen_at_once(folder):
    sources = folder / "sources.toml"
    sources.write_text('["flood/dam"]\ntitle = "First"\n')
    assert dam(folder).title == "First"
    sources.write_text('["flood/dam"]\ntitle = "Other"\n')
    assert dam(folder).title == "Other"
    sources.unlink()
    assert dam(folder).title == "Own title"


def test_records_of_one_file_are_named_by_their_id_or_all_by_the_file(folder):
    (folder / "wire.jsonl").write_text('{"id": "w1", "text": "One."}\n{"id": "w2", "text": "Two."}')
    (folder / "sources.toml").write_text(
        '["wire.jsonl"]\npublisher = "Wire"\n[w2]\npublisher = "Other"\n'
    )
    loaded = read_file(folder / "wire.jsonl", folder=folder)
    assert [a.publisher for a in loaded.articles] == ["Wire", "Other"]


@pytest.mark.parametrize(
    "content", [b"[dam\n", b"\xff\xfe[", b"[dam]\npublished = 2024-02-30", b"a = " + b"[" * 9000]
)
def test_a_broken_sources_toml_is_one_failure_and_the_articles_still_load(folder, content):
    (folder / "sources.toml").write_bytes(content)
    (folder / "flood" / "other.txt").write_text("The river falls.")
    found = find_files(folder)
    assert [failure.where for failure in found.failures] == ["sources.toml"]
    loaded = [read_file(path, folder=folder) for path in found.files]
    assert [len(part.articles) for part in loaded] == [1, 1]
    assert [part.failures for part in loaded] == [(), ()]


def test_what_is_not_understood_in_sources_toml_is_a_warning_naming_what_is_allowed(folder):
    (folder / "sources.toml").write_text(
        'publisher = "Wire"\n["flood/dam"]\ndate = 2024-03-04\ntitle = ""\n[flood.dam]\nurl = "x"\n'
    )
    found = find_files(folder)
    assert [warning.where for warning in found.warnings] == ["sources.toml"] * 4
    outside, unknown, empty, nested = (warning.reason for warning in found.warnings)
    assert outside.startswith("'publisher' stands outside a table")
    assert "unknown 'date'; allowed are title, publisher, author, published, url" in unknown
    assert empty.startswith('["flood/dam"] title says nothing')
    assert "a name with a dot in it needs quotes" in nested
    assert dam(folder).title == "Own title"


def test_a_written_date_that_is_none_leaves_the_article_undated(folder):
    (folder / "sources.toml").write_text('["flood/dam"]\npublished = "May 2024"\n')
    loaded = read_file(folder / "flood" / "dam.txt", folder=folder)
    assert loaded.articles[0].published is None
    assert loaded.warnings[0].reason.startswith("published 'May 2024' names no day")


def test_the_shipped_articles_say_of_themselves_what_their_texts_say():
    found = find_files(SEEDS)
    assert found.failures == found.warnings == ()
    loaded = [read_file(path, folder=SEEDS) for path in found.files]
    assert all(not part.failures and not part.warnings for part in loaded)
    articles = {a.id[:3]: a for part in loaded for a in part.articles}
    assert sorted(articles) == ["000", "001", "002", "003", "004"]
    for article in articles.values():
        assert article.published is None
        assert article.text == (SEEDS / f"{article.id}.txt").read_bytes().decode()
        for said in (article.author, article.origin):
            assert said is None or said in article.text
    assert [a.publisher for a in articles.values()] == ["unknown"] * 4 + ["DistantNews"]
    assert articles["003"].title == "Microsoft & OpenAI Partnership: What Remains Unchanged"
    assert articles["003"].author == "Priyanka Patel"
    assert articles["004"].title == "OpenAI Ends Microsoft's Exclusive Sales Rights"
    assert articles["004"].origin == "Liberty Times"
    assert articles["002"].title.startswith("The new agreement grants OpenAI")


def test_a_folder_may_offer_questions_to_begin_with(tmp_path):
    (tmp_path / "sources.toml").write_text(
        'examples = ["Who owns  the ferry?", "", 7]\n[ferry]\ntitle = "The ferry"\n',
        encoding="utf-8",
    )
    (tmp_path / "ferry.txt").write_text("The ferry sails.", encoding="utf-8")
    assert example_questions(tmp_path) == ("Who owns the ferry?",)
    assert read_file(tmp_path / "ferry.txt", folder=tmp_path).articles[0].title == "The ferry"
    assert find_files(tmp_path).warnings == ()


def test_a_folder_that_offers_no_questions_has_none(tmp_path):
    assert example_questions(tmp_path) == ()
    (tmp_path / "sources.toml").write_text('examples = "Who?"\n', encoding="utf-8")
    assert example_questions(tmp_path) == ()

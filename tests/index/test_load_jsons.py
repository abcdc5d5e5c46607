import json
from datetime import date

import pytest

from index.load import MAX_CHARACTERS, jsons, read_file
from index.load.file import MOST_LINES

DAM = {
    "title": "Dam holds",
    "source": {"id": 7, "name": "The Ferry Post"},
    "author": ["Ada Reyes", {"name": "Tom Okafor"}],
    "published_at": 1701074759,
    "url": "https://ferrypost.example/dam",
    "body": "The dam holds.",
    "category": "flood",
}


@pytest.fixture
def load(tmp_path):
    def write_and_load(name, *records):
        path = tmp_path / name
        lines = [r if isinstance(r, bytes) else json.dumps(r).encode() for r in records]
        path.write_bytes(b"\n".join(lines) + b"\n")
        return read_file(path, folder=tmp_path)

    return write_and_load


def told(problems):
    return [(problem.where, problem.reason) for problem in problems]


def test_one_object_is_one_article_with_all_that_it_says(load):
    loaded = load("dam.json", DAM)
    (article,) = loaded.articles
    assert article.id == "dam"
    assert article.text == "The dam holds."
    assert (article.title, article.publisher) == ("Dam holds", "The Ferry Post")
    assert article.author == "Ada Reyes, Tom Okafor"
    assert article.published == date(2023, 11, 27)
    assert str(article.url) == "https://ferrypost.example/dam"
    assert loaded.warnings == ()


def test_records_are_named_by_their_id_or_their_place(load):
    loaded = load("dam.json", [{"text": "One.", "id": " a-1 "}, {"text": "Two.", "id": 12}, DAM])
    assert [a.id for a in loaded.articles] == ["a-1", "12", "dam#3"]
    lines = load("dam.jsonl", {"text": "One.", "id": "a"}, b"", DAM)
    assert [a.id for a in lines.articles] == ["a", "dam#3"]


def test_one_broken_line_does_not_lose_the_others(load):
    loaded = load("dam.jsonl", DAM, b'{"text": "cut off', {"text": "Two."}, b"\xff\xfe", [1], b"7")
    assert [a.text for a in loaded.articles] == ["The dam holds.", "Two."]
    (broken, second), (encoding, third), (listed, fourth), (number, fifth) = told(loaded.failures)
    assert (broken, encoding, listed, number) == (
        "dam.jsonl:2",
        "dam.jsonl:4",
        "dam.jsonl:5",
        "dam.jsonl:6",
    )
    assert second.startswith("is broken JSON (Unterminated string starting, line 1, column 10)")
    assert "not UTF-8" in third
    assert fourth == 'is a list, not an object; write {"title": …, "text": …}'
    assert fifth.startswith("is a number, not an object")


def test_the_second_of_two_equal_ids_fails_and_names_the_first(load):
    loaded = load("dam.jsonl", {"text": "One.", "id": 5}, {"text": "Two.", "id": "5"})
    assert [a.text for a in loaded.articles] == ["One."]
    assert told(loaded.failures) == [
        (
            "dam.jsonl:2",
            "id '5' is taken by dam.jsonl:1; ids must be unique: give this record another",
        )
    ]


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"title": "Dam"}, "has no text; give it under one of text, body, content"),
        ({"text": "  "}, "has no text; give it under one of text, body, content"),
        ({"text": ["The", "dam"]}, "text is a list, not a text; write it between quotes"),
        ({"text": 5}, "text is a number, not a text; write it between quotes"),
        ({"text": "\ufeff"}, "holds no text; write the article into it, or remove it"),
        ({"text": "<p></p>"}, "holds no text; write the article into it, or remove it"),
    ],
)
def test_a_record_without_text_fails(load, record, reason):
    assert told(load("dam.jsonl", record).failures) == [("dam.jsonl:1", reason)]


def test_an_empty_text_key_leaves_the_next_one_its_turn(load):
    assert load("dam.json", {"text": "", "content": "It holds."}).articles[0].text == "It holds."


def test_an_id_that_is_neither_text_nor_number_is_left_aside_with_a_warning(load):
    loaded = load("dam.jsonl", {"text": "One.", "id": ["a"]}, {"text": "Two.", "id": True})
    assert [a.id for a in loaded.articles] == ["dam#1", "dam#2"]
    assert [where for where, _ in told(loaded.warnings)] == ["dam.jsonl:1", "dam.jsonl:2"]


def test_what_utf8_cannot_store_is_replaced_in_place_and_told(load):
    loaded = load(
        "dam.json", b'{"text": "The \\ud83d\\ude00 dam\\ud800 holds\\u0000.", "id": "\\udfff"}'
    )
    (article,) = loaded.articles
    assert article.text == "The 😀 dam� holds�."
    assert article.id == "�"
    assert told(loaded.warnings) == [
        ("dam.json", "2 characters of the text are broken and shown as �; mend them")
    ]
    article.model_dump_json()


def test_a_bad_date_or_address_is_a_warning_and_the_article_loads_without(load):
    loaded = load("dam.json", DAM | {"published_at": "03/04/2023", "url": "javascript:alert(1)"})
    (article,) = loaded.articles
    assert (article.published, article.url) == (None, None)
    assert [reason.split(";")[0] for _, reason in told(loaded.warnings)] == [
        "published '03/04/2023' may be 2023-04-03 or 2023-03-04",
        "url 'javascript:alert(1)' is no http or https address",
    ]


def test_html_in_a_body_is_stripped_only_when_it_is_clearly_html(load):
    html = load("a.json", {"text": "<p>Tom &amp; Ada</p>\n<ul><li>Two <b>m</b></li></ul>"})
    assert html.articles[0].text == "Tom & Ada\nTwo m"
    plain = "Write <p> before and </p> after; AT&amp;T, 3 < 4."
    assert load("b.json", {"text": plain}).articles[0].text == plain
    code = "<b> is for bold text."
    assert load("c.json", {"text": code}).articles[0].text == code


def test_broken_json_says_where_and_nested_json_does_not_crash(load):
    ((_, broken),) = told(load("a.json", b'{"text": "The dam",}').failures)
    assert "line 1, column 20" in broken
    ((_, extra),) = told(load("b.json", b'{"text": "a"}\n{"text": "b"}').failures)
    assert extra.endswith("if it holds one object a line, name it .jsonl")
    ((_, nested),) = told(load("c.json", b"[" * 200_000).failures)
    assert nested.startswith("is JSON nested too deeply")
    ((_, nested),) = told(load("d.jsonl", b'{"text":' * 200_000).failures)
    assert nested.startswith("is JSON nested too deeply")
    ((_, number),) = told(load("e.json", b'{"text": ' + b"9" * 5000 + b"}").failures)
    assert "number too long" in number
    ((_, empty),) = told(load("f.json", b"[]").failures)
    assert "empty list" in empty


def test_a_line_longer_than_an_article_may_be_is_skipped_whole(load, monkeypatch):
    monkeypatch.setattr(jsons, "MAX_LINE_BYTES", 100)
    long = {"text": "The dam holds. " * 50}
    loaded = load("dam.jsonl", {"text": "One."}, long, {"text": "Three."})
    assert [a.id for a in loaded.articles] == ["dam#1", "dam#3"]
    assert [where for where, _ in told(loaded.failures)] == ["dam.jsonl:2"]


def test_a_text_over_the_limit_is_refused_and_one_at_it_is_not(load):
    loaded = load("dam.jsonl", {"text": "x" * (MAX_CHARACTERS + 1)}, {"text": "x" * MAX_CHARACTERS})
    assert [a.id for a in loaded.articles] == ["dam#2"]
    ((where, reason),) = told(loaded.failures)
    assert where == "dam.jsonl:1"
    assert "holds 2,000,001 characters; an article may hold 2,000,000: split it" in reason


def test_a_dump_of_broken_lines_gives_a_hundred_failures_and_a_count(load):
    loaded = load("dam.jsonl", *[b"{"] * (MOST_LINES + 23), {"text": "Last."})
    assert [a.id for a in loaded.articles] == [f"dam#{MOST_LINES + 24}"]
    assert len(loaded.failures) == MOST_LINES + 1
    assert told(loaded.failures)[-1] == (
        "dam.jsonl",
        "23 more were not read; mend those above first",
    )


def test_a_jsonl_file_is_read_a_line_at_a_time(tmp_path, monkeypatch):
    from index.load import iter_file

    path = tmp_path / "dam.jsonl"
    path.write_text('{"text": "One."}\n' * 1000)
    parts = iter_file(path, folder=tmp_path)
    assert next(parts).articles[0].id == "dam#1"
    path.write_text("")  # Were it read as a whole, the other 999 would come.
    assert len(list(parts)) < 999

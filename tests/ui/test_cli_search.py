"""`crosscheck search` prints passages."""

import json


def test_search_prints_passages_best_first(crosscheck, seeds):
    status, out, _ = crosscheck("search", "the captain was not on the bridge", "-k", "2")
    assert status == 0
    assert out.splitlines()[0] == "1. Astrid: what we know"
    assert out.splitlines()[1].startswith("    Coast Daily, undated, coast:")
    assert sum(line.startswith(("1. ", "2. ", "3. ")) for line in out.splitlines()) == 2


def test_search_filters_by_publisher_and_day(crosscheck, seeds):
    def found(*options: str) -> list[str]:
        result = crosscheck("search", "ferry injured", "--json", *options)
        assert result.status == (0 if result.out != "[]\n" else 3)
        return sorted(passage["article"]["id"] for passage in json.loads(result.out))

    assert found("--publisher", "Coast Daily", "--publisher", "Northern Wire") == ["coast", "wire"]
    assert found("--since", "2026-03-04", "--until", "2026-03-04") == ["harbour"]
    assert found("--since", "2026-03-05") == []


def test_a_search_without_result_says_so_with_status_3(crosscheck, seeds):
    status, out, _ = crosscheck("search", "ferry", "--publisher", "Nobody")
    assert (status, out) == (3, "No article matches.\n")

"""Where a report begins, after where and when it was written."""

import pytest

from qa.telling.dateline import end_of_dateline

REPORT = "A ferry sank on Saturday."


@pytest.mark.parametrize(
    "line",
    [
        "PORT HALSEY, 5 May 2026 (The Ledger) — ",
        "PORT HALSEY, May 5 (Reuters) - ",
        "Port Halsey, May 5, 2026 – ",
        "NEW YORK — ",
        "PARIS, Texas (AP) — ",
        "Canberra (CNN Business) ",
        "London (Coastal Wire) -- ",
    ],
)
def test_a_report_begins_after_its_dateline(line):
    text = f"{line}{REPORT}"
    assert text[end_of_dateline(text) :] == REPORT


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "On 5 May 2026 a ferry sank — the third this year.",
        "Bo Birk, 5 May 2026, sang.",
        "Ash (a firm of Birk) sank a ferry.",
        "PORT HALSEY, 5 May 2026 — ",
    ],
)
def test_other_sentences_have_none(text):
    assert end_of_dateline(text) == 0

from io import StringIO

from rich.console import Console
from rich.text import Text

from index.models import Failure, Passage, Source, Span, SyncReport
from tests.ui import stories
from ui.printing import (
    BLANK,
    Line,
    answer_lines,
    clean,
    passage_lines,
    report_lines,
    show,
    source_lines,
)


def printed(lines, *, terminal: bool = False, width: int = 80) -> str:
    file = StringIO()
    console = Console(
        file=file, force_terminal=terminal, width=width, color_system=None, legacy_windows=False
    )
    show(lines, console)
    return file.getvalue()


def test_a_disputed_answer_shows_the_sides_then_the_quotes():
    answer = stories.disputed()
    assert printed(answer_lines(answer, asked=answer.question)) == (
        "12\n"
        "\n"
        "Twelve passengers were injured, the coast guard said. [1][2]\n"
        "Nine passengers were injured [3]\n"
        "\n"
        "! Sources disagree: How many were injured\n"
        "    12 (2 sources, 1 origin)\n"
        "        [1] Harbour Times, 4 March 2026\n"
        "        [2] Northern Wire, undated\n"
        "    9 (1 source, 1 origin)\n"
        "        [3] Coast Daily, undated\n"
        "These cannot both hold. Crosscheck does not pick a side.\n"
        "\n"
        "[1] “Twelve passengers were injured, the coast guard said.”\n"
        "    Harbour Times, 4 March 2026, harbour\n"
        "[2] “Twelve passengers were injured, the coast guard said.”\n"
        "    Northern Wire, undated, wire\n"
        "[3] “Nine passengers were injured”\n"
        "    Coast Daily, undated, coast\n"
        "\n"
        "Read, and silent on this: weather\n"
    )


def test_only_a_warning_is_marked():
    shown = {
        kind: printed(answer_lines(stories.disputed(kind), asked=""))
        for kind in ("contradiction", "superseded", "estimate", "scope", "opinion")
    }
    assert [kind for kind, text in shown.items() if "\n! " in text] == [
        "contradiction",
        "superseded",
    ]
    assert "\nFigures differ: How many were injured\n" in shown["estimate"]


def test_an_answer_without_disagreement_says_so():
    answer = stories.agreed()
    assert printed(answer_lines(answer, asked=answer.question)).splitlines()[:4] == [
        "Friday",
        "",
        "The ferry sails again on Friday. [1]",
        "",
    ]
    assert "Only one article answers" in printed(answer_lines(answer, asked=""))


def test_what_the_articles_do_not_say_is_said_and_the_nearest_shown_as_nearest():
    answer = stories.declined()
    assert printed(answer_lines(answer, asked=answer.question)) == (
        "The articles do not say.\n"
        "\n"
        "Nearest passages. They are near the question; they do not answer it.\n"
        "    “Twelve passengers were injured, the coast guard said. The ferry was built in 1998.”\n"
        "    Northern Wire, undated, wire:0-82\n"
    )


def test_of_a_long_passage_that_is_no_answer_only_the_beginning_is_shown():
    text = "The ferry was built in 1998. " * 40
    article = stories.WIRE.model_copy(update={"text": text})
    passage = Passage(
        article=article, span=Span(start=0, end=len(text)), text=text, score=0.4, rank=1
    )
    answer = stories.declined().model_copy(update={"nearest": (passage,)})
    line = printed(answer_lines(answer, asked=answer.question)).splitlines()[3]
    assert line.startswith("    “The ferry was built in 1998. The ferry")
    assert line.endswith(" The …”")
    assert 290 < len(line) <= 4 + 2 + 300


def test_a_follow_up_is_shown_as_it_was_understood():
    answer = stories.agreed()
    first = printed(answer_lines(answer, asked="And when again?")).splitlines()[0]
    assert first == "Understood as: When does the ferry sail again?"


def test_a_terminal_wraps_at_its_width_under_the_indent_and_a_pipe_never():
    passage = stories.declined().nearest[0]
    wrapped = printed(passage_lines([passage]), terminal=True, width=40)
    assert [line.rstrip() for line in wrapped.splitlines()] == [
        "1. Ferry accident",
        "    Northern Wire, undated, wire:0-82,",
        "    score 0.40",
        "    Twelve passengers were injured, the",
        "    coast guard said. The ferry was",
        "    built in 1998.",
    ]
    assert printed(passage_lines([passage]), width=40).splitlines()[2] == f"    {passage.text}"


def test_an_empty_line_is_printed_on_a_terminal_too():
    lines = [Line(Text("a")), BLANK, Line(Text("b"), 2), BLANK]
    assert printed(lines, terminal=True) == printed(lines) == "a\n\n  b\n\n"


def test_brackets_of_an_article_are_not_markup():
    failure = Failure(where="[bold]x.json", reason="[/] is :smile: no JSON")
    assert "    [bold]x.json: [/] is :smile: no JSON\n" in printed(
        report_lines(SyncReport(failed=(failure,)))
    )


def test_an_article_cannot_move_the_cursor_or_turn_the_text_around():
    assert clean("\x1b]0;title\x07 a\u202eb\u200b \x9b2J\u2028end") == "]0;title ab 2J end"


def test_sources_and_what_could_not_be_read_are_counted():
    source = Source(
        id="harbour",
        title="Ferry runs aground off Lund",
        publisher="unknown",
        author=None,
        published=None,
        url=None,
        origin=None,
        passages=1200,
        folder="news",
        file="harbour.json",
    )
    failure = Failure(where="half.json", reason="is cut off; save it again")
    assert printed(source_lines([source], [failure])) == (
        "Ferry runs aground off Lund\n"
        "    unknown publisher, undated, 1,200 passages, harbour\n"
        "1 article, 1,200 passages\n"
        "1 could not be read:\n"
        "    half.json: is cut off; save it again\n"
    )


def test_a_report_lists_failures_and_warnings():
    report = SyncReport(
        added=("a", "b"),
        removed=("c",),
        failed=(Failure(where="x.json", reason="is empty"),),
        warnings=(Failure(where="a", reason="date '32 May' is not a day"),),
    )
    assert printed(report_lines(report)) == (
        "2 added, 0 changed, 1 removed, 0 unchanged\n"
        "1 could not be read:\n"
        "    x.json: is empty\n"
        "1 read with a warning:\n"
        "    a: date '32 May' is not a day\n"
    )

"""How conflicts are told to a person and to a program."""

from index.models import Finding, Place, Span, SyncReport
from qa.models import Conflict, Support
from tests.ui import stories
from tests.ui.test_printing import printed
from ui.conflicts import Synced, conflict_lines, new_lines

TWELVE = stories.quote(stories.HARBOUR, "Twelve passengers were injured, the coast guard said.")
NINE = stories.quote(stories.COAST, "Nine passengers were injured")


def conflict(
    about="Astrid: 12, or 9", *, subject=("Astrid",), kind="contradiction", confidence=0.9
):
    return Conflict.model_validate(
        {
            "kind": kind,
            "about": about,
            "subject": subject,
            "confidence": confidence,
            "sides": (NINE, TWELVE),
        }
    )


def shown(*ranked: Conflict, most=20, of=None, compared=4, waiting=0) -> str:
    of = len(ranked) if of is None else of
    return printed(conflict_lines(ranked, most=most, of=of, compared=compared, waiting=waiting))


def test_conflicts_stand_under_their_subject_with_both_quotes():
    note = conflict("Lund: a slight list, or 9 degrees", subject=("Lund",), kind="estimate")
    assert shown(conflict(), note, conflict("Astrid: Tuesday, or Monday", confidence=0.456)) == (
        "Astrid\n"
        "\n"
        "! Sources disagree: Astrid: 12, or 9\n"
        "    “Twelve passengers were injured, the coast guard said.”\n"
        "        Harbour Times, 4 March 2026, harbour\n"
        "        1 source, 1 origin\n"
        "    “Nine passengers were injured”\n"
        "        Coast Daily, undated, coast\n"
        "        1 source, 1 origin\n"
        "These cannot both hold. Crosscheck does not pick a side. Confidence 0.90.\n"
        "\n"
        "! Sources disagree: Astrid: Tuesday, or Monday\n"
        "    “Twelve passengers were injured, the coast guard said.”\n"
        "        Harbour Times, 4 March 2026, harbour\n"
        "        1 source, 1 origin\n"
        "    “Nine passengers were injured”\n"
        "        Coast Daily, undated, coast\n"
        "        1 source, 1 origin\n"
        "These cannot both hold. Crosscheck does not pick a side. Confidence 0.46.\n"
        "\n"
        "Lund\n"
        "\n"
        "Figures differ: Lund: a slight list, or 9 degrees\n"
        "    “Twelve passengers were injured, the coast guard said.”\n"
        "        Harbour Times, 4 March 2026, harbour\n"
        "        1 source, 1 origin\n"
        "    “Nine passengers were injured”\n"
        "        Coast Daily, undated, coast\n"
        "        1 source, 1 origin\n"
        "They are rounded or hedged differently, and can both hold. Confidence 0.90.\n"
        "\n"
        "3 disagreements among 4 articles.\n"
    )


def test_a_side_lists_its_sources_and_says_the_same_words_once():
    again = stories.quote(stories.WIRE, "Twelve passengers were injured, the coast guard said.")
    told = Support(citations=(TWELVE, again), origins=1)
    nine = Support(citations=(NINE,), origins=1)
    assert (
        "    “Twelve passengers were injured, the coast guard said.”\n"
        "        Harbour Times, 4 March 2026, harbour\n"
        "        Northern Wire, undated, wire\n"
        "        2 sources, 1 origin\n"
        "    “Nine passengers were injured”\n"
    ) in shown(conflict().model_copy(update={"support": (told, nine)}))


def test_only_as_many_as_asked_for_are_shown_and_the_rest_is_counted():
    told = shown(*[conflict(f"Astrid: {n}, or 9") for n in range(1200)], most=2, of=1500)
    assert told.count("! Sources disagree: ") == 2
    assert told.endswith(
        "\n2 of 1,500 disagreements among 4 articles; --limit 1200 shows all that match.\n"
    )


def test_without_a_conflict_it_is_said_how_many_articles_were_compared():
    assert shown() == "No disagreement found among 4 articles.\n"
    assert shown(of=7, compared=1) == "0 of 7 disagreements among 1 article.\n"
    assert shown(waiting=2) == (
        "No disagreement found among 4 articles.\n"
        "2 articles not compared yet; crosscheck sync compares them.\n"
    )


def test_conflicts_without_a_name_have_a_heading_too():
    assert shown(conflict(subject=())).startswith("Without a name in common\n\n! Sources")


def test_what_is_new_is_one_line_each_and_at_most_five():
    assert printed(new_lines([])) == ""
    by = "(Harbour Times, 4 March 2026; Coast Daily, undated)"
    assert printed(new_lines([conflict(), conflict("Lund: 9 degrees", kind="scope")])) == (
        "2 new disagreements:\n"
        f"    ! Sources disagree: Astrid: 12, or 9 {by}\n"
        f"    Different things are meant: Lund: 9 degrees {by}\n"
    )
    lines = printed(new_lines([conflict(f"Astrid: {n}") for n in range(7)])).splitlines()
    assert lines[0] == "7 new disagreements:"
    assert [line.split(" (")[0][-1] for line in lines[1:6]] == ["0", "1", "2", "3", "4"]
    assert lines[6:] == ["    and 2 more: crosscheck disagreements"]
    assert printed(new_lines([conflict()] * 6)).endswith(
        "\n    and 1 more: crosscheck disagreements\n"
    )
    assert "more" not in printed(new_lines([conflict()] * 5))


def test_an_article_cannot_move_the_cursor_with_its_names():
    told = shown(conflict("a\x1b[2Jb", subject=("\x1b]0;x\x07Astrid\u202e",)))
    assert told.startswith("]0;xAstrid\n\n! Sources disagree: a[2Jb\n")


def test_a_program_gets_the_new_conflicts_in_place_of_the_findings():
    sides = tuple(Place(article_id=id_, span=Span(start=0, end=9)) for id_ in ("coast", "harbour"))
    finding = Finding(sides=sides, confidence=0.9, record="{}")
    report = SyncReport(added=("harbour",), unchanged=("coast",), findings=(finding,))
    synced = Synced.of(report, [conflict()])
    assert synced.findings == (finding,)
    dumped = synced.model_dump(mode="json")
    assert "findings" not in dumped
    assert dumped["disagreements"] == [conflict().model_dump(mode="json")]
    assert (dumped["added"], dumped["unchanged"]) == (["harbour"], ["coast"])

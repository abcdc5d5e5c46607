"""The reader is warned where documents disagree; what came of each question can be looked up."""

from index.models import Article
from qa.evaluate import evaluate_conflicts
from qa.evaluate.documents import Given, answer_all
from qa.evaluate.warned import Case, Raised, Shown, cases_of, kinds, share, warning
from tests.qa.flood import AT_LEAST, DRY, THIRTY_ONE, TWELVE, document, parts, question, write


def given(*texts: str, label: str, differ: bool) -> Given:
    articles = tuple(Article(id=f"{n}", title="Flood", text=text) for n, text in enumerate(texts))
    return Given("q", "How many people died in the flood?", articles, label, differ, ())


AGREE = given(TWELVE, DRY, label="agree", differ=False)
DIFFER = given(TWELVE, THIRTY_ONE, label="differ", differ=True)
MISSED = given(TWELVE, DRY, label="differ", differ=True)
ALARM = given(TWELVE, THIRTY_ONE, label="agree", differ=False)
SILENT = given(DRY, label="agree", differ=False)


def test_a_warning_is_right_when_the_documents_differ():
    noted = given(TWELVE, AT_LEAST, label="differ", differ=True)
    answered = answer_all(parts(), [AGREE, DIFFER, MISSED, ALARM, SILENT, noted])
    assert warning(answered) == [
        ("warning: precision", 1 / 2, 2),
        ("warning: recall", 1 / 3, 3),
        ("warning: false-positive rate", 1 / 3, 3),
        ("warning or note: precision", 2 / 3, 3),
        ("warning or note: recall", 2 / 3, 3),
        ("warning or note: false-positive rate", 1 / 3, 3),
    ]


def test_the_gravest_kind_is_counted_for_each_label():
    answered = answer_all(parts(), [AGREE, DIFFER, MISSED, ALARM, SILENT])
    table = kinds(answered, ["agree", "differ"])
    assert table.columns == (
        *("is", "contradiction", "superseded", "estimate", "scope", "opinion"),
        *("nothing", "declined"),
    )
    assert table.rows == (("agree", 1, 0, 0, 0, 0, 1, 1), ("differ", 1, 0, 0, 0, 0, 1, 0))


def test_a_note_is_no_warning_and_a_contradiction_is_graver():
    note = given(TWELVE, AT_LEAST, label="note", differ=False)
    both = given(TWELVE, AT_LEAST, THIRTY_ONE, label="both", differ=True)
    answered = answer_all(parts(), [note, both])
    assert kinds(answered, ["note", "both"]).rows == (
        ("note", 0, 0, 1, 0, 0, 0, 0),
        ("both", 1, 0, 0, 0, 0, 0, 0),
    )
    assert [case.warned for case in cases_of(answered)] == [False, True]
    assert [one.kind for one in cases_of(answered)[1].raised] == ["contradiction", "estimate"]


def test_a_share_of_nothing_is_not_defined():
    assert share("warned", [True, False, False, False]) == ("warned", 1 / 4, 4)
    assert share("warned", []) == ("warned", None, 0)


def test_what_came_of_each_question_can_be_read(tmp_path):
    first, second, third = document(TWELVE), document(THIRTY_ONE), document(DRY)
    row = question("temporal", first, second, third, answers=("31",))
    report = evaluate_conflicts(parts(), write(tmp_path / "c.jsonl", row))
    assert report.cases == (
        Case(
            id=row["id"],
            question="How many people died in the flood?",
            label="temporal",
            expected=("31",),
            differ=True,
            answered=True,
            warned=True,
            raised=(Raised(kind="contradiction", sides=("12 people", "31 people")),),
            positions=(
                Shown(answer="12 people", text=TWELVE, articles=(first["doc_id"],)),
                Shown(answer="31 people", text=THIRTY_ONE, articles=(second["doc_id"],)),
            ),
        ),
    )
    assert '"warned":true' in report.model_dump_json()

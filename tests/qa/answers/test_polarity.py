"""Yes and no by words of denial, and change against continuity."""

import pytest

from qa.answers.polarity import last_word, polarity
from qa.questions.question import understand
from qa.telling.change import presumes_change, stance


@pytest.mark.parametrize(
    ("question", "sentence", "said"),
    [
        ("Is the bridge safe?", "Engineers called the bridge safe.", "yes"),
        ("Is the bridge safe?", "The bridge is not safe, engineers said.", "no"),
        ("Is the bridge safe?", "The bridge is no longer safe.", "no"),
        ("Is the bridge safe?", "The bridge is unsafe to cross and safe to see.", "no"),
        ("Is the bridge safe?", "The bridge was opened in 2019.", None),
        ("Is the bridge safe to cross?", "The weather was fine.", None),
        ("Is the licence exclusive?", "The licence becomes non-exclusive.", "no"),
        ("Is the licence exclusive?", "The deal ends its exclusive licence.", "no"),
        ("Is the licence exclusive?", "It holds an exclusive licence.", "yes"),
        ("Isn't the licence exclusive?", "It holds an exclusive licence.", "yes"),
        ("Is the licence non-exclusive?", "It holds an exclusive licence.", "no"),
        ("Is the licence non-exclusive?", "The licence becomes non-exclusive.", "yes"),
        ("Is the bridge unsafe?", "Engineers called the bridge safe.", "no"),
        ("Is the bridge always unsafe?", "Engineers called the bridge safe.", None),
        ("Is the bridge unsafe?", "The bridge is not safe, engineers said.", "yes"),
        ("Is the toll no longer charged?", "The toll is no longer charged.", "yes"),
        ("Is the toll not charged?", "The toll is not charged.", "yes"),
        ("Is the toll not charged?", "The toll is charged.", "no"),
        ("Is it stupid — unlikely — or a fraud?", "It is stupid — unlikely — or a fraud.", "yes"),
        ("Can either of them roster with no limits?", "Either can roster with no limits.", "yes"),
        ("Is it the sole dealer?", "It was freed from its duties as sole dealer.", "no"),
        (
            "Is it the sole dealer?",
            "It is freed from its old duty as Ash's only and sole dealer.",
            "no",
        ),
        ("Is it the sole dealer?", "It was freed, and is the sole dealer.", "yes"),
        ("Has it a duty to pay?", "The court released it from the duty to pay.", "no"),
        ("Is it the sole dealer?", "It released a list of the sole dealer.", "yes"),
        ("Is it the sole dealer?", "A release from the firm names the sole dealer.", "yes"),
        ("Has she convictions?", "She has prior convictions.", "yes"),
        ("Did it come?", "Her income rose.", None),
        ("Was the captain of the Vega arrested?", "The captain was not arrested.", "no"),
        ("Is the gate of Ash open?", "The gate of Ash is not open.", "no"),
        ("Did the dam of Ash break?", "The dam of Ash did not break.", "no"),
        ("Is Bo the sole guest of the Ash marathon?", "Bo is not the sole guest.", "no"),
        ("Was anyone killed when the Vega sank?", "Nobody was killed when it sank.", "no"),
        ("Can Acme sell lamps to Bolt?", "It bars Acme from selling lamps to Bolt.", "no"),
        ("Can Acme sell lamps to Bolt?", "Acme is no longer barred from selling to Bolt.", "yes"),
        (
            "Is Ash the dealer of old Bolt lamps?",
            "Ash is no longer the dealer of Bolt lamps.",
            "no",
        ),
        ("Is the right to the match exclusive?", "Other papers may buy rights to the match.", "no"),
        ("Is the right to the match exclusive?", "No other papers may buy a match.", None),
        ("Is the right to the match open?", "Other papers may buy rights to the match.", None),
        ("Is Acme planning an IPO?", "Acme weighs an initial public offering.", "yes"),
    ],
)
def test_what_a_sentence_says_to_a_question(question, sentence, said):
    assert polarity(understand(question), sentence) == said


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The toll will no longer be charged.", "change"),
        ("The council scrapped the toll.", "change"),
        ("The toll remains in place.", "continuity"),
        ("The toll is unaffected by the vote.", "continuity"),
        ("The toll was not changed.", "continuity"),
        ("The toll is five euros.", None),
        ("The toll remains in place but the discount was scrapped.", None),
    ],
)
def test_change_and_continuity(sentence, expected):
    assert stance(sentence) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When does the toll end?", True),
        ("What happened to the toll?", True),
        ("How high is the toll?", False),
        ("Who defended the toll?", False),
    ],
)
def test_questions_that_take_a_change_for_granted(question, expected):
    assert presumes_change(question) is expected


@pytest.mark.parametrize(
    ("question", "affirmed"),
    [
        ("Was anyone killed when the Vega sank?", "kill"),
        ("Is the gate of Ash open?", "open"),
        ("Was anyone hurt in the crowd at the gate?", "hurt"),
        ("Were the pictures sold at the gate?", "sell"),
        ("Did it sell lamps at the gate?", "gate"),
        ("Is it the only mill of Vega?", "mill"),
    ],
)
def test_what_is_affirmed_is_the_predicate(question, affirmed):
    assert last_word(understand(question)) == {affirmed}

import gzip
import json
import re

import pytest

from qa.datasets.pairs import LABELS, Pair, natural, read_pairs, split


def vitaminc(page: int, premise: str, hypothesis: str, source: str = "vitaminc_real") -> Pair:
    return Pair(premise, hypothesis, 0, source, title=f"Page {page}")


def mnli(premise: str, hypothesis: str) -> Pair:
    return Pair(premise, hypothesis, 1, "mnli_train")


VITAMINC = [
    vitaminc(page, f"Town {page} has {page}{n} people.", f"Town {page} has few people ({n}).")
    for page in range(300)
    for n in range(3)
]
MNLI = [mnli(f"Premise number {n}.", f"Guess {n} {m}.") for n in range(300) for m in range(3)]


def texts(pairs: list[Pair]) -> set[str]:
    return {re.sub(r"\W+", " ", text).casefold() for pair in pairs for text in pair[:2]}


def test_pairs_are_read_with_their_label_and_page(tmp_path):
    path = tmp_path / "nli.jsonl.gz"
    rows = [
        {
            "premise": "He sold 12 records .",
            "hypothesis": "He did n't sing .",
            "label": "contradiction",
            "source": "vitaminc_real",
            "page": "A_Singer_-LRB-band-RRB-",
        },
        {"premise": "p", "hypothesis": "h", "label": "entailment", "source": "snli", "page": None},
    ]
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode()))
    first, second = read_pairs(path)
    assert first == Pair(
        "He sold 12 records.", "He didn't sing.", 2, "vitaminc_real", "A Singer (band)"
    )
    assert LABELS[second.label] == "entailment"
    assert second.title == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("It is 9.8\ufffdmillion .", "It is 9.8 million."),
        ("`` No , '' she said .", '"No," she said.'),
        ("the firm 's CEO , who 'd left", "the firm's CEO, who'd left"),
        ("a -LRB- b -RRB- c", "a (b) c"),
        ("It cost $ 5 -- or £ 4 .", "It cost $5 – or £4."),
        ("A plain sentence, as people write it.", "A plain sentence, as people write it."),
    ],
)
def test_texts_are_spelled_as_people_do(written, meant):
    assert natural(written) == meant
    assert natural(meant) == meant


class TestSplit:
    def test_about_a_tenth_is_held_out_of_each_and_nothing_is_lost(self):
        train, held = split(VITAMINC + MNLI)
        assert list(held) == ["vitaminc", "mnli"]
        assert 15 * 3 <= len(held["vitaminc"]) <= 45 * 3
        assert 15 * 3 <= len(held["mnli"]) <= 45 * 3
        assert sorted(train + held["vitaminc"] + held["mnli"]) == sorted(VITAMINC + MNLI)

    def test_it_is_held_out_by_page_and_by_premise(self):
        train, held = split(VITAMINC + MNLI)
        assert {p.title for p in held["vitaminc"]}.isdisjoint(p.title for p in train)
        assert {p.premise for p in held["mnli"]}.isdisjoint(p.premise for p in train)

    def test_no_text_that_is_held_out_is_learnt_from_whatever_it_is_from(self):
        _, held = split(VITAMINC + MNLI)
        claim, premise = held["vitaminc"][0], held["mnli"][0]
        other = [
            Pair(claim.premise.upper(), "Something else.", 0, "snli"),
            Pair("Something else.", claim.hypothesis, 0, "fever"),
            Pair(premise.hypothesis, "Something else.", 0, "conjnli"),
            Pair("Of the same page.", "It is.", 0, "vitaminc_fever", title=claim.title),
            Pair("Of no page.", "It is not.", 0, "fever"),
        ]
        train, again = split([*other, *VITAMINC, *MNLI])
        assert again == held
        assert [pair for pair in train if pair in other] == other[-1:]
        assert texts(train).isdisjoint(texts(held["vitaminc"] + held["mnli"]))

    def test_the_split_does_not_depend_on_the_order(self):
        train, held = split(VITAMINC + MNLI)
        turned, held_again = split([*MNLI, *VITAMINC][::-1])
        assert sorted(turned) == sorted(train)
        assert sorted(held_again["mnli"]) == sorted(held["mnli"])

    def test_other_sources_are_never_held_out(self):
        others = [Pair(f"p {n}", f"h {n}", 0, "snli") for n in range(100)]
        assert split(others) == (others, {"vitaminc": [], "mnli": []})

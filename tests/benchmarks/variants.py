"""Retrieval on MultiHop-RAG, its questions written in ways that people write.

    python -m tests.benchmarks.robust DATA/eval/multihop_rag --index FOLDER [--questions 300]
        [--half one|other]

Each variant is made by rule, always the same. A hit is as in `tests.benchmarks.retrieval`, which
also makes the index. `typos` has a slip in two of the words that are looked for (a letter left out,
added, replaced, or two changed round; never the first), `long` comes after 150 words of an article
drawn at random, `joined` has two words written as one.
"""

import argparse
import json
import random
import re
import string
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from index import Library, Retriever
from index.words import STOP_WORDS
from qa.measures import held, hit, reciprocal_rank
from tests.benchmarks.retrieval import half_of, row

PAGE = 150  # words
TYPED = re.compile(r"\b[A-Za-z]{5,}\b")

Change = Callable[[str, random.Random, Sequence[str]], str]
"""A question, chance, and articles -> the question written in another way."""


def slip(word: str, chance: random.Random) -> str:
    """Return the word with one slip behind its first letter."""
    place = chance.randrange(1, len(word) - 1)
    letter = chance.choice(string.ascii_lowercase)
    before, here, after = word[:place], word[place], word[place + 1 :]
    others = (after, letter + here + after, letter + after, after[0] + here + after[1:])
    return before + chance.choice(others)


def typos(question: str, chance: random.Random, _: Sequence[str], *, many: int = 2) -> str:
    """Make a slip in some words of five letters and more."""
    found = [one for one in TYPED.finditer(question) if one.group().casefold() not in STOP_WORDS]
    for one in sorted(chance.sample(found, min(many, len(found))), key=lambda one: -one.start()):
        question = question[: one.start()] + slip(one.group(), chance) + question[one.end() :]
    return question


def shuffled(question: str, chance: random.Random, _: Sequence[str]) -> str:
    """Put the words in any order."""
    return " ".join(chance.sample(said := question.rstrip("?").split(), len(said)))


def wide(question: str, *_: object) -> str:
    """Write letters and signs as wide as Chinese ones."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in question)


def quoted(question: str, *_: object) -> str:
    """Put names into German quotation marks."""
    return re.sub(r"(?<!^)\b[A-Z]\w+(?: [A-Z]\w+)*", r"„\g<0>“", question)


def pasted(question: str, chance: random.Random, articles: Sequence[str]) -> str:
    """Ask behind a page."""
    return f"{' '.join(chance.choice(articles).split()[:PAGE])}.\n\n{question}"


def joined(question: str, chance: random.Random, _: Sequence[str]) -> str:
    """Leave one space out."""
    spaces = [one.start(1) for one in re.finditer(r"\w{4}( )\w{4}", question)]
    place = chance.choice(spaces) if spaces else 0
    return question[:place] + question[place + 1 :] if place else question


CHANGES: Mapping[str, Change] = {
    "as written": lambda question, *_: question,
    "typos": typos,
    "order": shuffled,
    "upper case": lambda question, *_: question.upper(),
    "lower case": lambda question, *_: question.lower(),
    "quotation marks": quoted,
    "full width": wide,
    "long": pasted,
    "joined": joined,
}


def main() -> None:
    """Print a row for each way of writing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--half", choices=["one", "other"])
    arguments = parser.parse_args()
    asked = json.loads((arguments.data / "queries.json").read_text("utf-8"))
    asked = [one for one in asked if one["question_type"] != "null_query"]
    asked = [one for one in asked if arguments.half in {None, half_of(one["query"])}]
    corpus = json.loads((arguments.data / "corpus.json").read_text("utf-8"))
    articles = [article["body"] for article in corpus]
    row("", ["MRR@10", "Hits@10", "Hits@4", "ms"])
    with Library.open(arguments.index) as library:
        retriever = Retriever(library)
        for name, change in CHANGES.items():
            row(name, measured(retriever, asked[: arguments.questions], change, articles))


def measured(
    retriever: Retriever, asked: Sequence[dict], change: Change, articles: Sequence[str]
) -> list[float]:
    """Return MRR@10, Hits@10 and Hits@4 over the questions, and the median time of a search."""
    rows, times = [], []
    for one in asked:
        typed = change(one["query"], random.Random(one["query"]), articles)
        start = time.process_time()
        passages = retriever.search(typed, k=10)
        times.append(1000 * (time.process_time() - start))
        found = held([p.text for p in passages], [e["fact"] for e in one["evidence_list"]])
        rows.append((reciprocal_rank(found, 10), hit(found, 10), hit(found, 4)))
    return [
        *(sum(column) / len(rows) for column in zip(*rows, strict=True)),
        sorted(times)[len(times) // 2],
    ]


if __name__ == "__main__":
    main()

"""Yes-or-no questions made from sentences of an index: are they told what the sentences say?

    python -m tests.benchmarks.statements --index FOLDER [--questions 160] [--seed 7]

"Ann Ash was hired in 2019." gives "Was Ann Ash hired in 2019?", whose answer is yes, and with
another figure "Was Ann Ash hired in 2022?", to which it is no, or nothing. Hardly any articles
disagree on such a thing, so that nearly every warning is a false one; read those that are printed.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from index import Library, Retriever
from index.segment import segment
from qa import Answer, Assistant

FEWEST, MOST = 6, 16  # words of a sentence
SAID = re.compile(
    r"(?P<who>(?:The )?[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,3})"
    r" (?P<verb>is|was|are|were|has|have|had|will|can|could) (?P<what>[^\"“”:\n]+)\."
)
LEANS = re.compile(r"(?:It|He|She|They|This|That|These|Those|There|We|You|I|What|But|And|Some)\b")
FIGURE = re.compile(r"(?<![\w.,])\d{1,4}(?![\w,]|\.\d)")


def questions(library: Library, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield what is asked with "as said" or "another figure", in any order, each sentence once."""
    sentences = sorted(
        {
            sentence
            for source in library.sources()
            for sentence in _sentences(library.article(source.id).text)
        }
    )
    chance.shuffle(sentences)
    for sentence in sentences:
        match = SAID.fullmatch(sentence)
        if not match or LEANS.match(sentence) or not FEWEST <= len(sentence.split()) <= MOST:
            continue
        asked = f"{match['verb'].capitalize()} {match['who']} {match['what']}?"
        yield asked, "as said"
        if FIGURE.search(asked):
            yield FIGURE.sub(lambda one: _another(one.group(), chance), asked, count=1), "changed"


def _sentences(text: str) -> list[str]:
    return [piece.span.of(text).strip() for piece in segment(text) if piece.kind == "sentence"]


def _another(figure: str, chance: random.Random) -> str:
    return str(abs(int(figure) + chance.choice((-3, -2, 2, 3))))


def outcome(answer: Answer) -> str:
    """Return what a reader is told."""
    if any(one.warns for one in answer.disagreements):
        return "warned"
    said = answer.positions[0].answer if answer.answered else "declined"
    return said if said in {"yes", "no", "declined"} else "something else"


def main() -> None:
    """Ask the questions of an index, and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=160, help="of each of both kinds")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    with Library.open(given.index) as library:
        assistant = Assistant(Retriever(library))
        counts = {kind: Counter[str]() for kind in ("as said", "changed")}
        for asked, kind in questions(library, random.Random(given.seed)):
            if counts[kind].total() == given.questions:
                continue
            came = outcome(assistant.ask(asked))
            counts[kind][came] += 1
            if came == "warned" or (kind == "as said" and came == "no"):
                print(f"{came}: {asked}")  # noqa: T201
            if all(one.total() == given.questions for one in counts.values()):
                break
    for kind, one in counts.items():
        total = max(1, one.total())
        told = ", ".join(f"{what} {one[what] / total:.3f}" for what in sorted(one))
        print(f"{kind}: {told} (n = {one.total()})")  # noqa: T201


if __name__ == "__main__":
    main()

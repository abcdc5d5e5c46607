"""Plain questions to real news: how many of the answers that are shown are right?

    python -m tests.benchmarks.natural INDEX

INDEX holds the 609 articles of MultiHop-RAG (`eval/multihop_rag/corpus.json`). The questions of
`natural.jsonl` were made up by somebody who had read titles, and labelled by hand from the articles
with words that a right answer has; where they do not say there are none. An answer without such a
word counts as wrong, if only by its spelling, so compare two runs rather than believe one. With
`--loud` all answers are printed, with "+" before those that are right.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from index import Library, Retriever
from qa.ask import Assistant

QUESTIONS = Path(__file__).with_suffix(".jsonl")


def main(arguments: Sequence[str]) -> None:
    """Print how many answers are right, and for how many questions the first is."""
    loud = "--loud" in arguments
    (folder,) = (one for one in arguments if one != "--loud")
    counted: Counter[str] = Counter()
    with Library.open(folder) as library:
        assistant = Assistant(Retriever(library))
        for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
            asked = json.loads(line)
            shown = [one.answer for one in assistant.ask(asked["question"]).positions]
            right = [any(word in one.casefold() for word in asked["answers"]) for one in shown]
            counted["shown"] += len(shown)
            counted["right"] += sum(right)
            counted["answerable"] += bool(asked["answers"])
            counted["first right"] += right[:1] == [True]
            counted["any right"] += any(right)
            if loud:
                told = "; ".join("-+"[ok] + one for one, ok in zip(shown, right, strict=True))
                sys.stdout.write(f"{asked['question']} {told}\n")
    sys.stdout.write(f"{dict(counted)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

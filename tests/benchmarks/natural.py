"""Plain questions to real news: how many of the answers that are shown are right?

    python -m tests.benchmarks.natural INDEX

INDEX holds the 609 articles of MultiHop-RAG (`eval/multihop_rag/corpus.json`). The questions of
`natural.jsonl` and those of `natural_yes_no.jsonl`, where no sources differ, were made up by
somebody who had read titles, and labelled by hand from the articles with words that a right answer
has; where they do not say there are none. An answer without such a word counts as wrong, if only by
its spelling, so compare two runs rather than believe one. With `--loud` all answers are printed,
with "+" before those that are right.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from index import Library, Retriever
from qa.ask import Assistant

FILES = ("natural.jsonl", "natural_yes_no.jsonl")


def main(arguments: Sequence[str]) -> None:
    """Print how many answers are right, for how many questions the first is, and warnings."""
    loud = "--loud" in arguments
    (folder,) = (one for one in arguments if one != "--loud")
    with Library.open(folder) as library:
        assistant = Assistant(Retriever(library))
        for name in FILES:
            sys.stdout.write(f"{name}: {dict(_counted(assistant, name, loud=loud))}\n")


def _counted(assistant: Assistant, name: str, *, loud: bool) -> Counter[str]:
    counted: Counter[str] = Counter()
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        answer = assistant.ask(asked["question"])
        shown = [one.answer for one in answer.positions]
        right = [any(word in one.casefold() for word in asked["answers"]) for one in shown]
        counted["questions"] += 1
        counted["answerable"] += bool(asked["answers"])
        counted["shown"] += len(shown)
        counted["right"] += sum(right)
        counted["first right"] += right[:1] == [True]
        counted["right alone"] += right == [True]
        counted["any right"] += any(right)
        counted["warned"] += any(one.warns for one in answer.disagreements)
        if loud:
            told = "; ".join("-+"[ok] + one for one, ok in zip(shown, right, strict=True))
            sys.stdout.write(f"{asked['question']} {told}\n")
    return counted


if __name__ == "__main__":
    main(sys.argv[1:])

"""Ask yes-or-no questions that no article answers, of names that articles are full of.

    python -m tests.benchmarks.nowhere INDEX NAME [NAME …]

An index of any news will do, and names of firms and people that are in it. Prints how many of the
questions are answered with a yes or a no all the same: the fewer, the better; what is right is
"the articles do not say". With `--loud` what is heard is printed as well.
"""

import sys
from collections import Counter
from collections.abc import Sequence

from index import Library, Retriever
from qa.ask import Assistant

DEEDS = (
    "Is {} building a bridge?",
    "Has {} bought a vineyard?",
    "Does {} own a zoo?",
    "Is {} selling umbrellas?",
    "Did {} publish a cookbook?",
    "Will {} open a school in Oslo?",
    "Has {} hired a chess coach?",
    "Is {} planning a circus tour?",
    "Does {} pay its staff in gold?",
    "Was {} sued by a beekeeper?",
    "Is {} under an NDA?",
    "Has {} sold a racehorse?",
    "Is {} growing tea?",
    "Did {} record an album for children?",
    "Will {} close a library in Perth?",
    "Is {} making pianos?",
    "Does {} support a ban on kites?",
    "Was {} advised by a monk?",
)


def main(arguments: Sequence[str]) -> None:
    """Print how many questions hear a yes, a no, or anything else."""
    loud = "--loud" in arguments
    folder, *names = (one for one in arguments if one != "--loud")
    heard: Counter[str] = Counter()
    with Library.open(folder) as library:
        assistant = Assistant(Retriever(library))
        for question in (deed.format(name) for deed in DEEDS for name in names):
            answer = assistant.ask(question)
            heard.update({position.answer for position in answer.positions} or {"nothing"})
            if loud and answer.answered:
                told = "; ".join(f"{one.answer}: {one.text}" for one in answer.positions)
                sys.stdout.write(f"{question} {told}\n")
    asked = len(DEEDS) * len(names)
    sys.stdout.write(f"of {asked} questions: {dict(heard.most_common())}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

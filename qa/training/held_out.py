"""`python -m qa.training.held_out FILE.json.gz`: questions on stories that are not learnt from.

With `--pages`, on pages that are not; with `--gaps`, of tellings with a gap; with `--traps`, on
passages that come with their questions; with `--sets`, on pages of one topic; with `--coverage`, on
passages of reports of one story. `crosscheck evaluate reading FILE.json.gz` measures the reader on
them. With `--claims`, claims on sentences, with `--crossed`, what one page says beside what another
answers, and with `--asserted`, beside what is asked with yes or no, for `crosscheck evaluate
entailment`.
"""

import gzip
import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from qa.datasets.pairs import LABELS, Pair
from qa.training import asserted, crossed, statements
from qa.training.examples import Asked
from qa.training.sets import COVERAGE, VERSIONS, topics, whole
from qa.training.sets import FOLDER as SETS
from qa.training.story import FOLDER, PAGES, stories
from qa.training.told import gaps, questions
from qa.training.traps import blocks, one_round, traps

ROUNDS = 5  # Times that every fact is asked, with other things filled in.


def main(
    path: Annotated[Path, typer.Argument(help="The file to write.")],
    *,
    pages: Annotated[bool, typer.Option("--pages", help="On pages instead of stories.")] = False,
    with_gaps: Annotated[bool, typer.Option("--gaps", help="Of tellings with a gap.")] = False,
    with_traps: Annotated[bool, typer.Option("--traps", help="With traps among them.")] = False,
    with_sets: Annotated[bool, typer.Option("--sets", help="Of pages on one topic.")] = False,
    with_coverage: Annotated[
        bool, typer.Option("--coverage", help="On passages of four reports of one story.")
    ] = False,
    claims: Annotated[bool, typer.Option("--claims", help="Claims instead of questions.")] = False,
    with_answers: Annotated[
        bool, typer.Option("--crossed", help="Answers of other pages instead of questions.")
    ] = False,
    with_verdicts: Annotated[
        bool, typer.Option("--asserted", help="Yes-or-no questions, and what pages say of them.")
    ] = False,
) -> None:
    """Write questions on what is held out, in the SQuAD format, or claims, one a line."""
    rng = random.Random(0)
    if claims or with_answers or with_verdicts:
        kept = [topic for topic in [*topics(), *topics(VERSIONS)] if topic.held_out]
        if claims:
            what, pairs = "claims", statements.pairs()[1]
        elif with_answers:
            what, pairs = "answers", crossed.pairs(kept, rng)
        else:
            what, pairs = "verdicts", asserted.pairs(asserted.asserted(kept), rng)
        with gzip.open(path, "wt", encoding="utf-8") as file:
            file.writelines(f"{json.dumps(_claim(pair))}\n" for pair in pairs)
        typer.echo(f"{len(pairs)} {what}")
        return
    if with_traps:
        passages = [block for block in blocks() if block.held_out and block.text]
        asked, held = one_round(traps(passages, ()), rng), f"{len(passages)} passages"
    elif with_sets or with_coverage:
        found = [t for t in topics(COVERAGE if with_coverage else SETS) if t.held_out]
        asked, held = whole(found), f"{len(found)} topics"
    else:
        told = [story for story in stories(PAGES if pages else FOLDER) if story.held_out]
        asked = [o for _ in range(ROUNDS) for o in (gaps if with_gaps else questions)(told, rng)]
        held = f"{len(told)} {'pages' if pages else 'stories'}"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        json.dump(squad(asked), file)
    typer.echo(f"{len(asked)} questions on {held}")


def _claim(pair: Pair) -> dict[str, str]:
    return {
        "premise": pair.premise,
        "hypothesis": pair.hypothesis,
        "label": LABELS[pair.label],
        "source": pair.source,
        "page": pair.title,
    }


def squad(asked: Iterable[Asked]) -> dict[str, Any]:
    """Return questions as SQuAD 2.0 keeps them, each with a paragraph of its own."""
    return {"version": "v2.0", "data": [_document(n, one) for n, one in enumerate(asked)]}


def _document(number: int, asked: Asked) -> dict[str, Any]:
    answers = []
    if asked.answer:
        said = asked.answer.of(asked.passage)
        answers.append({"text": said, "answer_start": asked.answer.start})
    question = {
        "id": str(number),
        "question": asked.question,
        "answers": answers,
        "is_impossible": not answers,
    }
    paragraph = {"context": asked.passage, "qas": [question]}
    return {"title": asked.title, "paragraphs": [paragraph]}


if __name__ == "__main__":
    typer.run(main)

"""Train the networks, calibrate, save and measure them: `python -m qa.training --data PATH`."""

import logging
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Annotated

import typer

from qa.entail import TrainedEntailment
from qa.evaluate import SUITES, Parts
from qa.reading.network import ENTAILMENT, READER
from qa.reading.spans import TrainedSpans
from qa.training.calibrate import Calibration, calibrated, judged
from qa.training.loop import Stage, train
from qa.training.material import HELD_OUT, PAIRS, gather
from qa.training.network import Network, averaged, read, untrained, write
from qa.training.stages import (
    BOTH,
    COMPARING,
    COMPARING_NEWS,
    READING,
    READING_NEWS,
    SHARE_OF_COMPARING_NEWS,
    SHARE_OF_READING,
)
from qa.training.trunk import keep_memory
from qa.training.weighing import weighed
from qa.weights import FOLDER

logger = logging.getLogger("qa.training")

WORK = Path(".training")  # Beside the code, ignored by git: checkpoints of 180 MB.
MEASURED = {
    "reading": f"train/{HELD_OUT}",
    "ramdocs": "eval/ramdocs.jsonl",
    "entailment": f"train/{PAIRS}",
}
"""The suites that are printed at the end, and where their data is."""


def main(
    *,
    data: Annotated[Path, typer.Option(help="The folder with train/ and eval/.")],
    out: Annotated[Path, typer.Option(help="The folder of weights to write to.")] = FOLDER,
    work: Annotated[Path, typer.Option(help="Where checkpoints are kept.")] = WORK,
    share: Annotated[float, typer.Option(min=0, max=1, help="Of all steps, for a trial.")] = 1,
    seed: Annotated[int, typer.Option(help="Of everything drawn by chance.")] = 0,
    go_on: Annotated[
        bool, typer.Option("--go-on", help="Teach the shipped networks the stages of news only.")
    ] = False,
) -> None:
    """Train the networks that read and compare; go on from the last checkpoint if there is one."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", force=True)
    import torch

    device = "cuda" if torch.cuda.is_available() else "cpu"
    material, _ = gather(data / "train", seed=seed)

    keep_memory()

    def taught(network: Network, stage: Stage, name: str) -> Network:
        logger.info("the stage %s", name)
        torch.manual_seed(seed)  # Of its dropout, whatever was run before it.
        short = shortened(stage, share)
        return train(deepcopy(network), material, short, work / name, device=device, seed=seed)

    if go_on:
        begun, comparing = read(READER), read(ENTAILMENT)
    else:
        both = taught(untrained(seed), BOTH, "both")
        begun = averaged(taught(both, READING, "reading"), both, share=SHARE_OF_READING)
        comparing = taught(both, COMPARING, "comparing")
    reading = taught(begun, READING_NEWS, "reading news")
    told = taught(comparing, COMPARING_NEWS, "comparing news")
    comparing = averaged(told, comparing.to(device), share=SHARE_OF_COMPARING_NEWS)
    said = {"seed": seed, "comparisons": weighed(material.pairs)}
    write(comparing, out / ENTAILMENT.name, about=said, heads=["relation"])
    heads = ["span", "says"]
    draft = work / "draft.safetensors"
    write(reading, draft, about={}, heads=heads)
    found = calibrated(list(judged(TrainedSpans(draft), data / "eval" / "ramdocs.jsonl")))
    write(reading, out / READER.name, about=about(found, seed=seed), heads=heads)
    logger.info("wrote %s: %s", out, found)
    for line in measured(data, out):
        logger.info("%s", line)


def shortened(stage: Stage, share: float) -> Stage:
    """Return a stage with a share of its steps, and at least two."""
    steps = max(2, round(share * stage.steps))
    return stage._replace(steps=steps, falling=max(1, round(stage.falling * steps / stage.steps)))


def about(found: Calibration, *, seed: int) -> dict[str, object]:
    """Return what the file of the reader's weights says of itself."""
    return {
        "calibration": list(found.weights),
        "threshold": found.threshold,
        "seed": seed,
    }


def measured(data: Path, weights: Path) -> Iterator[str]:
    """Yield the tables of the suites that judge the weights, a line a row."""
    parts = Parts(
        spans=TrainedSpans(weights / READER.name),
        entailment=TrainedEntailment(weights / ENTAILMENT.name),
    )
    for suite, pattern in MEASURED.items():
        report = SUITES[suite](parts, next(iter(sorted(data.glob(pattern)))))
        yield f"{suite}: {', '.join(report.columns)}"
        for row in report.rows:
            yield "  " + ", ".join(f"{c:.3f}" if isinstance(c, float) else str(c) for c in row)


if __name__ == "__main__":
    typer.run(main)

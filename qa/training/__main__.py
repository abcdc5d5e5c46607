"""Train the network, calibrate it, save it and measure it: `python -m qa.training --data PATH`."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from qa.entail import TrainedEntailment
from qa.evaluate import SUITES, Parts
from qa.network import SHIPPED
from qa.spans import TrainedSpans
from qa.training.calibrate import Calibration, calibrated, judged
from qa.training.loop import Plan, train
from qa.training.material import HELD_OUT, PAIRS, gather
from qa.training.network import write

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
    out: Annotated[Path, typer.Option(help="The file of weights to write.")] = SHIPPED,
    work: Annotated[Path, typer.Option(help="Where checkpoints are kept.")] = WORK,
    steps: Annotated[int, typer.Option(min=1, help="Of three batches each.")] = Plan().steps,
    falling: Annotated[int, typer.Option(min=1, help="Steps of a falling rate.")] = Plan().falling,
    seed: Annotated[int, typer.Option(help="Of everything drawn by chance.")] = 0,
) -> None:
    """Train the network that reads and compares; go on from the last checkpoint if there is one."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", force=True)
    import torch

    device = "cuda" if torch.cuda.is_available() else "cpu"
    material, _ = gather(data / "train", seed=seed)
    network = train(material, Plan(steps, falling, seed), work, device=device)
    draft = work / "draft.safetensors"
    write(network, draft, about={})
    found = calibrated(list(judged(TrainedSpans(draft), data / "eval" / "ramdocs.jsonl")))
    write(network, out, about=about(found, steps=steps, seed=seed))
    logger.info("wrote %s: %s", out, found)
    for line in measured(data, out):
        logger.info("%s", line)


def about(found: Calibration, *, steps: int, seed: int) -> dict[str, object]:
    """Return what the file of weights says of itself."""
    return {
        "calibration": list(found.weights),
        "threshold": found.threshold,
        "steps": steps,
        "seed": seed,
    }


def measured(data: Path, weights: Path) -> Iterator[str]:
    """Yield the tables of the suites that judge the weights, a line a row."""
    parts = Parts(spans=TrainedSpans(weights), entailment=TrainedEntailment(weights))
    for suite, pattern in MEASURED.items():
        report = SUITES[suite](parts, next(iter(sorted(data.glob(pattern)))))
        yield f"{suite}: {', '.join(report.columns)}"
        for row in report.rows:
            yield "  " + ", ".join(f"{c:.3f}" if isinstance(c, float) else str(c) for c in row)


if __name__ == "__main__":
    typer.run(main)

"""Train the network, calibrate it, save it and measure it: `python -m qa.training --data PATH`."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from qa.network import SHIPPED
from qa.spans import TrainedSpans
from qa.training.calibrate import Calibration, calibrated, judged
from qa.training.loop import Plan, train
from qa.training.material import gather
from qa.training.network import write

logger = logging.getLogger("qa.training")


def main(
    *,
    data: Annotated[Path, typer.Option(help="The folder with train/ and eval/.")],
    out: Annotated[Path, typer.Option(help="The file of weights to write.")] = SHIPPED,
    work: Annotated[Path, typer.Option(help="Where checkpoints are kept.")] = Path(".training"),
    steps: Annotated[int, typer.Option(help="Of three batches each.")] = Plan.steps,
    falling: Annotated[int, typer.Option(help="Steps in which the rate falls.")] = Plan.falling,
    seed: Annotated[int, typer.Option()] = 0,
) -> None:
    """Train the network that reads and compares; go on from the last checkpoint if there is one."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    import torch

    device = "cuda" if torch.cuda.is_available() else "cpu"
    material, _ = gather(data / "train", seed=seed)
    network = train(material, Plan(steps, falling, seed), work, device=device)
    draft = work / "draft.safetensors"
    write(network, draft, about={})
    found = calibrated(list(judged(TrainedSpans(draft), data / "eval" / "ramdocs.jsonl")))
    write(network, out, about=about(found, steps=steps, seed=seed))
    logger.info("wrote %s: %s", out, found)


def about(found: Calibration, *, steps: int, seed: int) -> dict[str, object]:
    """Return what the file of weights says of itself."""
    return {
        "calibration": list(found.weights),
        "threshold": found.threshold,
        "steps": steps,
        "seed": seed,
    }


if __name__ == "__main__":
    typer.run(main)

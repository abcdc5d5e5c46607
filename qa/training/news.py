"""Teach the shipped networks news, from invented stories: `python -m qa.training.news`.

What it writes is not what is shipped: `qa/weights/README.md` says under "Tried" what came of it.
"""

import logging
from copy import deepcopy
from pathlib import Path
from typing import Annotated

import typer

from qa.network import ENTAILMENT, READER
from qa.spans import TrainedSpans
from qa.training.__main__ import about, measured, shortened
from qa.training.calibrate import calibrated, judged
from qa.training.loop import Material, Stage, train
from qa.training.material import gather
from qa.training.network import Network, averaged, read, write
from qa.training.stages import COMPARING_NEWS, READING_NEWS
from qa.weights import load

logger = logging.getLogger("qa.training")

SHARE = 0.4  # Of the network afterwards, the rest as it was: lists and tables are read worse by it.


def main(
    *,
    data: Annotated[Path, typer.Option(help="The folder with train/ and eval/.")],
    out: Annotated[Path, typer.Option(help="The folder of weights to write to.")],
    work: Annotated[Path, typer.Option(help="Where checkpoints are kept.")] = Path(".training"),
    steps: Annotated[float, typer.Option(min=0, max=1, help="Of all steps, for a trial.")] = 1,
    share: Annotated[float, typer.Option(min=0, max=1, help="Of what is learnt anew.")] = SHARE,
    seed: Annotated[int, typer.Option(help="Of everything drawn by chance.")] = 0,
) -> None:
    """Go on from the shipped networks; write the means of what they were and what they became."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", force=True)
    import torch

    out.mkdir(parents=True, exist_ok=True)
    material, _ = gather(data / "train", seed=seed)

    def taught(path: Path, stage: Stage) -> Network:
        torch.manual_seed(seed)
        return _taught(path, shortened(stage, steps), material, work, share=share, seed=seed)

    comparing = taught(ENTAILMENT, COMPARING_NEWS)
    write(comparing, out / ENTAILMENT.name, about=dict(load(ENTAILMENT).about), heads=["relation"])
    reading, heads = taught(READER, READING_NEWS), ["span", "says"]
    write(reading, out / READER.name, about={}, heads=heads)
    found = calibrated(
        list(judged(TrainedSpans(out / READER.name), data / "eval" / "ramdocs.jsonl"))
    )
    write(reading, out / READER.name, about=about(found, seed=seed), heads=heads)
    for line in measured(data, out):
        logger.info("%s", line)


def _taught(
    path: Path, stage: Stage, material: Material, work: Path, *, share: float, seed: int
) -> Network:
    import torch

    device = "cuda" if torch.cuda.is_available() else "cpu"
    before = read(path)
    after = train(
        deepcopy(before), material, stage, work / f"{path.stem} news", device=device, seed=seed
    )
    return averaged(after.cpu(), before, share=share)


if __name__ == "__main__":
    typer.run(main)

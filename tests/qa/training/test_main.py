"""The command that trains: what a trial shortens, and what the weights say of themselves."""

from qa.training.__main__ import about, shortened
from qa.training.calibrate import Calibration
from qa.training.stages import BOTH, COMPARING, READING


def test_a_trial_keeps_the_shape_of_a_stage():
    for stage in (BOTH, READING, COMPARING):
        short = shortened(stage, 0.1)
        assert short.steps == round(0.1 * stage.steps)
        kept = short.falling / short.steps - stage.falling / stage.steps
        assert abs(kept) < 1 / short.steps
        assert (short.tasks, short.peak) == (stage.tasks, stage.peak)


def test_the_shortest_trial_still_has_a_step_at_the_peak_and_one_that_falls():
    short = shortened(BOTH, 0)
    assert (short.steps, short.falling) == (2, 1)


def test_the_whole_is_the_whole():
    assert shortened(READING, 1) == READING


def test_the_weights_say_how_they_were_calibrated():
    found = Calibration((0.5, 0.25, -1.0), threshold=0.45, precision=0.9, recall=0.8)
    told = about(found, seed=3)
    assert told == {"calibration": [0.5, 0.25, -1.0], "threshold": 0.45, "seed": 3}

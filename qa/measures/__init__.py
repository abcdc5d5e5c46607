"""The measures of an evaluation, each with its formula and its source.

`answers` compares answers with those expected, `predictions` labels and probabilities with what is
true, `ranking` the passages found with those that should be.
"""

from qa.measures.answers import answers_f1, exact_match, token_f1
from qa.measures.predictions import (
    Best,
    Bin,
    PrecisionRecall,
    accuracy,
    area_under_curve,
    best_over_thresholds,
    calibration_error,
    confusion,
    false_positive_rate,
    precision_recall,
    reliability,
)
from qa.measures.ranking import all_found, average_precision, held, hit, reciprocal_rank

__all__ = [
    "Best",
    "Bin",
    "PrecisionRecall",
    "accuracy",
    "all_found",
    "answers_f1",
    "area_under_curve",
    "average_precision",
    "best_over_thresholds",
    "calibration_error",
    "confusion",
    "exact_match",
    "false_positive_rate",
    "held",
    "hit",
    "precision_recall",
    "reciprocal_rank",
    "reliability",
    "token_f1",
]

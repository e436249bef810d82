"""Ranking measures per query, and bootstrap confidence intervals of their means."""

from collections.abc import Mapping, Sequence

import numpy as np

RESAMPLES = 2000


def rank_measures(scores: np.ndarray, documents: Sequence[str], grades: Mapping[str, int]) -> dict[str, float]:
    """Measures of one ranked list; ties go to the document that stands first in the corpus."""
    order = np.argsort(-scores, kind="stable")
    relevant = [documents[i] in grades for i in order]
    first = relevant.index(True) + 1 if any(relevant) else 0
    hits = np.cumsum(relevant)
    ranks = np.flatnonzero(relevant) + 1
    return {
        "mrr": 1 / first if first else 0.0,
        "success@1": float(first == 1),
        "success@5": float(0 < first <= 5),
        "success@10": float(0 < first <= 10),
        "recall@10": hits[min(10, len(hits)) - 1] / len(grades),
        "map": float((hits[ranks - 1] / ranks).sum() / len(grades)),
    }


def mean_with_interval(values: Sequence[float], seed: int = 0) -> tuple[float, float, float]:
    """Mean and its 95 % bootstrap interval."""
    array = np.asarray(values, float)
    rng = np.random.default_rng(seed)
    means = array[rng.integers(len(array), size=(RESAMPLES, len(array)))].mean(axis=1)
    return float(array.mean()), float(np.quantile(means, 0.025)), float(np.quantile(means, 0.975))

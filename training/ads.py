"""Real ads, for tests only: which SSYK-4 group does the text alone lead to?"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .read_sources import SsykGroup
from .text import normal_form

Scorer = Callable[[Sequence[str], Sequence[str]], np.ndarray]


@dataclass(frozen=True)
class Ad:
    headline: str
    text: str
    ssyk: str


def read_ads(path: Path, ssyk: Sequence[SsykGroup]) -> list[Ad]:
    """Ads whose occupation group has an SSYK-4 code; stubs of removed ads have none."""
    code_of_group = {normal_form(group.label): group.code for group in ssyk}
    ads = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        code = code_of_group.get(normal_form((row.get("occupation_group") or {}).get("label") or ""))
        text = (row.get("description") or {}).get("text") or ""
        if code and text:
            ads.append(Ad(row["headline"], text, code))
    return ads


def group_scores(texts: Sequence[str], ssyk: Sequence[SsykGroup], score: Scorer) -> np.ndarray:
    """Texts by groups: the best score of the group's own name and its occupation names."""
    names = [(number, name) for number, group in enumerate(ssyk) for name in (group.label, *group.occupations)]
    by_name = score(texts, [name for _, name in names])
    best = np.full((len(texts), len(ssyk)), -np.inf)
    for column, (number, _) in enumerate(names):
        best[:, number] = np.maximum(best[:, number], by_name[:, column])
    return best

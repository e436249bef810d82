"""Makes one table of several: their vectors side by side, turned and cut back to the wanted width.

The cosine of the merged model is nearly the mean of the members' cosines, which is better than any one of them.
"""

from collections.abc import Sequence

import torch
import torch.nn.functional as functional
from torch import Tensor


def merge(tables: Sequence[Tensor], tokens: Tensor, offsets: Tensor, dimensions: int) -> tuple[Tensor, float]:
    """The merged table, and the share of the texts' squared length that the cut keeps.

    `tokens` and `offsets` hold sample texts: on them every member gets the same weight, the directions in which
    they vary most are the ones that stay, and their sums come out about as long as the members' are.
    """
    sums = [functional.embedding_bag(tokens, table, offsets, mode="sum") for table in tables]
    lengths = torch.stack([one.norm(dim=1).mean() for one in sums])
    scales = lengths.mean() / lengths / len(tables) ** 0.5
    texts = functional.normalize(torch.cat([one * scale for one, scale in zip(sums, scales, strict=True)], 1), dim=1)
    values, directions = torch.linalg.eigh(texts.T @ texts)
    kept = directions[:, -dimensions:]
    merged = torch.cat([table * scale for table, scale in zip(tables, scales, strict=True)], 1) @ kept
    return merged, float(values[-dimensions:].sum() / values.sum())

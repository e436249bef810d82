"""What a token's vector is made of while training: a part of its own, and parts for its letters.

Tokens that look alike ("sköterska", "##sköterskan") share the parts for their letters, so a rare one learns
from a common one. The parts are added up once after training; nothing of this is left at run time.
"""

import numpy as np
import torch
import torch.nn.functional as functional
from torch import Tensor

from .ragged import Ragged
from .tokenizer import CONTINUATION, SPECIAL_TOKENS


class Composition:
    """Token ids to part ids; with no sizes each token is its own only part."""

    def __init__(self, vocabulary: dict[str, int], sizes: tuple[int, ...]) -> None:
        tokens = sorted(vocabulary, key=vocabulary.__getitem__)
        parts: dict[str, int] = {}
        rows = []
        for number, token in enumerate(tokens):
            pieces = [] if token in SPECIAL_TOKENS else letter_groups(token.removeprefix(CONTINUATION), sizes)
            rows.append([number, *(len(tokens) + parts.setdefault(piece, len(parts)) for piece in pieces)])
        self._rows = Ragged.of(rows)
        self._weights = np.concatenate([[1.0] + [1 / (len(row) - 1)] * (len(row) - 1) for row in rows]).astype(np.float32)
        self._plain = not sizes
        self.parts = len(tokens) + len(parts)
        self.tokens = len(tokens)

    def of(self, tokens: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Parts of these tokens one after the other, their weights, and each token's offset."""
        parts, lengths = self._rows.take(tokens.numpy())
        positions = self._rows.positions(tokens.numpy())
        offsets = np.cumsum(lengths) - lengths
        return torch.from_numpy(parts), torch.from_numpy(self._weights[positions]), torch.from_numpy(offsets)

    def vectors(self, rows: Tensor, parts: Tensor, weights: Tensor, offsets: Tensor) -> Tensor:
        """Token vectors from rows of parts; `parts` holds row numbers."""
        if self._plain:
            return rows[parts]
        return functional.embedding_bag(parts, rows, offsets, mode="sum", per_sample_weights=weights)

    def compose(self, table: Tensor) -> Tensor:
        """The table of token vectors that ships."""
        return self.vectors(table, *self.of(torch.arange(self.tokens)))


def letter_groups(word: str, sizes: tuple[int, ...]) -> list[str]:
    """The word between < and >, whole and in runs of the given sizes."""
    marked = f"<{word}>"
    groups = [marked[i : i + size] for size in sizes for i in range(len(marked) - size + 1)]
    return [marked, *groups] if sizes else []

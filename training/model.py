"""One vector per token; a text is the normalised sum of its tokens' vectors."""

import torch
import torch.nn.functional as functional
from torch import Tensor

from .tokenizer import SPECIAL_TOKENS

# Where the processor multiplies bfloat16 matrices itself, the two products of the gradient take a tenth of the time.
GRADIENT_TYPE = torch.bfloat16 if torch.cpu._is_amx_tile_supported() else torch.float32


def initial_table(tokens: int, dimensions: int) -> Tensor:
    """Random rows of length about one; special tokens are zero and, never drawn, stay so."""
    table = torch.randn(tokens, dimensions) * dimensions**-0.5
    table[: len(SPECIAL_TOKENS)] = 0
    return table


def embed(rows: Tensor, tokens: Tensor, offsets: Tensor) -> Tensor:
    """Unit vectors of texts whose row numbers lie one after the other in `tokens`.

    The length of a token's vector is its learned weight in the sum.
    """
    return functional.normalize(functional.embedding_bag(tokens, rows, offsets, mode="sum"), eps=1e-6)


class InBatchSoftmax(torch.autograd.Function):
    """Symmetric in-batch softmax loss of unit vectors, with its gradient in closed form.

    Cosines are at most 1, so exp(scale * (cosine - 1)) cannot overflow and both directions share it.
    """

    @staticmethod
    def forward(ctx, left: Tensor, right: Tensor, same: Tensor, scale: float) -> Tensor:
        mass = torch.addmm(torch.tensor(-scale), left, right.T, alpha=scale).exp_().masked_fill_(same, 0)
        by_left, by_right = mass.sum(1), mass.sum(0)
        target = mass.diagonal()
        loss = -(target / by_left).log().mean() / 2 - (target / by_right).log().mean() / 2
        gradient = mass.mul_(by_left.reciprocal()[:, None] + by_right.reciprocal()[None, :])
        gradient.diagonal().sub_(2)
        ctx.save_for_backward(left, right, gradient)
        ctx.factor = scale / (2 * len(left))
        return loss

    @staticmethod
    def backward(ctx, upstream: Tensor) -> tuple[Tensor, Tensor, None, None]:
        left, right, gradient = (saved.to(GRADIENT_TYPE) for saved in ctx.saved_tensors)
        factor = ctx.factor * upstream
        return factor * (gradient @ right).float(), factor * (gradient.T @ left).float(), None, None


class RowAdam:
    """Adam that touches only the rows a batch uses; a row's moments rest while it is unused."""

    def __init__(self, table: Tensor, beta1: float = 0.9, beta2: float = 0.999, epsilon: float = 1e-8) -> None:
        self._table, self._beta1, self._beta2, self._epsilon = table, beta1, beta2, epsilon
        self._mean = torch.zeros_like(table)
        self._square = torch.zeros_like(table)
        self._steps = 0

    @torch.no_grad()
    def step(self, rows: Tensor, gradient: Tensor, learning_rate: float) -> None:
        self._steps += 1
        mean = self._mean[rows].lerp_(gradient, 1 - self._beta1)
        square = self._square[rows].mul_(self._beta2).addcmul_(gradient, gradient, value=1 - self._beta2)
        self._mean[rows] = mean
        self._square[rows] = square
        size = learning_rate / (1 - self._beta1**self._steps)
        divisor = (square / (1 - self._beta2**self._steps)).sqrt_().add_(self._epsilon)
        self._table.index_add_(0, rows, mean.div_(divisor), alpha=-size)

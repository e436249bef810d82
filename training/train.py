"""Trains the token vectors."""

import logging
import time

import torch

from .batches import Batches
from .composition import Composition
from .config import Config
from .model import InBatchSoftmax, RowAdam, embed, initial_table
from .pairs import Groups
from .text import words_of
from .tokenizer import Segmenter, count_words, train_vocabulary

LOG = logging.getLogger(__name__)


def vocabulary_of(groups: Groups, size: int) -> dict[str, int]:
    """Each distinct text counts once."""
    texts = {text for pairs in groups.values() for pair in pairs for text in (pair.left, pair.right)}
    return train_vocabulary(count_words(words_of(text) for text in texts), size)


def train(groups: Groups, vocabulary: dict[str, int], config: Config) -> torch.Tensor:
    """The table of token vectors, tokens by dimensions."""
    torch.manual_seed(config.seed)
    composition = Composition(vocabulary, config.letter_groups)
    table = initial_table(composition.parts, config.dimensions)
    optimizer = RowAdam(table)
    started = time.monotonic()
    for step, batch in enumerate(Batches(groups, Segmenter(vocabulary), config)):
        used, tokens = batch.tokens.unique(return_inverse=True)
        parts, weights, offsets = composition.of(used)
        used_parts, parts = parts.unique(return_inverse=True)
        rows = table[used_parts].requires_grad_()
        vectors = composition.vectors(rows, parts, weights, offsets)
        left, right = embed(vectors, tokens, batch.offsets).chunk(2)
        loss = InBatchSoftmax.apply(left, right, batch.same, config.scale)
        loss.backward()
        optimizer.step(used_parts, rows.grad, config.learning_rate * (1 - step / config.steps))
        if step % 250 == 0:
            LOG.info("step %d loss %.3f %.0f s", step, loss.item(), time.monotonic() - started)
    return composition.compose(table)

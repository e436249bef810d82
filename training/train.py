"""Trains the token vectors."""

import logging
import random
import time
from collections.abc import Sequence

import torch

from .batches import Batches
from .config import Config
from .merge import merge
from .model import InBatchSoftmax, RowAdam, embed, initial_table
from .pairs import Groups
from .ragged import Ragged
from .text import words_of
from .tokenizer import Segmenter, count_words, train_vocabulary

LOG = logging.getLogger(__name__)
SAMPLE = 3000  # texts a group, to choose the directions that stay when tables are merged


def vocabulary_of(groups: Groups, size: int) -> dict[str, int]:
    """Each distinct text counts once."""
    texts = {text for pairs in groups.values() for pair in pairs for text in (pair.left, pair.right)}
    return train_vocabulary(count_words(words_of(text) for text in texts), size)


def train(groups: Groups, vocabulary: dict[str, int], members: Sequence[Config]) -> torch.Tensor:
    """The table of token vectors that ships, tokens by dimensions: one a member is trained, and all are merged."""
    tables = [train_table(groups, vocabulary, member) for member in members]
    merged, kept = merge(tables, *sample_texts(groups, Segmenter(vocabulary)), members[0].dimensions)
    LOG.info("merged %d tables, keeping %.3f", len(tables), kept)
    return merged


def sample_texts(groups: Groups, segmenter: Segmenter) -> tuple[torch.Tensor, torch.Tensor]:
    """Token ids and offsets of some left texts of every group."""
    rng = random.Random(0)
    texts = sorted({pair.left for pairs in groups.values() for pair in rng.sample(pairs, min(SAMPLE, len(pairs)))})
    rows = Ragged.of([[token for word in words_of(text) for token in segmenter.cut(word)] for text in texts])
    return torch.from_numpy(rows.values), torch.from_numpy(rows.starts)


def train_table(groups: Groups, vocabulary: dict[str, int], config: Config) -> torch.Tensor:
    """One table, from a random start."""
    torch.manual_seed(config.seed)
    table = initial_table(len(vocabulary), config.dimensions)
    optimizer = RowAdam(table)
    batches = Batches(groups, Segmenter(vocabulary), config)
    started = time.monotonic()
    for step, batch in enumerate(batches):
        if config.pool > 1 and step % config.cluster_every == config.first_clusters:
            batches.find_clusters(lambda tokens, offsets: embed(table, tokens, offsets))
        used, tokens = batch.tokens.unique(return_inverse=True)
        rows = table[used].requires_grad_()
        left, right = embed(rows, tokens, batch.offsets).chunk(2)
        loss = InBatchSoftmax.apply(left, right, batch.same, config.scale)
        loss.backward()
        optimizer.step(used, rows.grad, config.learning_rate * (1 - step / config.steps))
        if step % 250 == 0:
            LOG.info("step %d loss %.3f %.0f s", step, loss.item(), time.monotonic() - started)
    return table

"""Draws batches: which pairs, which words of a long text, and how each word is cut this time."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from .config import Config
from .pairs import Groups
from .ragged import Ragged
from .text import words_of
from .tokenizer import Segmenter, misspell

MIN_MISSPELLED_LETTERS = 5


class Texts:
    """Every distinct text as word numbers, every distinct word as several ways to cut it."""

    def __init__(self, texts: Sequence[str], segmenter: Segmenter, config: Config) -> None:
        self._segmenter, self._config = segmenter, config
        words = [words_of(text) for text in texts]
        self._words = sorted({word for row in words for word in row})
        number = {word: i for i, word in enumerate(self._words)}
        self._texts = Ragged.of([[number[word] for word in row] for row in words])
        self._random = np.random.default_rng(config.seed)
        self.vary()

    def vary(self) -> None:
        """Makes new ways to cut each word: row 0 is the usual one, then shorter pieces, then misspellings."""
        config = self._config
        rng = random.Random(int(self._random.integers(2**31)))
        rows: list[list[int]] = []
        for word in self._words:
            usual = self._segmenter.cut(word)
            rows.append(usual)
            rows += [self._segmenter.cut(word, config.piece_skip, rng) for _ in range(config.ways_to_cut)]
            misspellable = len(word) >= MIN_MISSPELLED_LETTERS and word.isalpha()
            rows += [self._segmenter.cut(misspell(word, rng)) if misspellable else usual for _ in range(config.ways_to_misspell)]
        self._cuts = Ragged.of(rows)

    def tokens(self, texts: np.ndarray) -> tuple[Tensor, Tensor]:
        """Token ids one after the other, and each text's offset."""
        config = self._config
        words, lengths = self._texts.take(texts)
        owner = np.repeat(np.arange(len(texts)), lengths)
        keep_chance = np.minimum(1.0, config.max_words / np.maximum(lengths, 1))
        kept = self._random.random(len(words)) < keep_chance[owner]
        words, owner = words[kept], owner[kept]
        ways = 1 + config.ways_to_cut + config.ways_to_misspell
        way = np.zeros(len(words), np.int64)
        draw = self._random.random(len(words))
        if config.ways_to_cut:
            way = np.where(draw < config.cut_rate, 1 + self._random.integers(config.ways_to_cut, size=len(words)), way)
        if config.ways_to_misspell:
            wrong = 1 + config.ways_to_cut + self._random.integers(config.ways_to_misspell, size=len(words))
            way = np.where(draw > 1 - config.misspell_rate, wrong, way)
        tokens, token_counts = self._cuts.take(words * ways + way)
        per_text = np.bincount(owner, weights=token_counts, minlength=len(texts)).astype(np.int64)
        return torch.from_numpy(tokens), torch.from_numpy(np.cumsum(per_text) - per_text)


@dataclass(frozen=True)
class Batch:
    """Token ids and offsets of all left texts followed by all right texts."""

    tokens: Tensor
    offsets: Tensor
    same: Tensor


class Batches:
    """Pairs of all groups, each group drawn as often as the configuration says."""

    def __init__(self, groups: Groups, segmenter: Segmenter, config: Config) -> None:
        self._config = config
        self._random = np.random.default_rng(config.seed + 1)
        names = [name for name in groups if config.group_weights.get(name, 0) > 0 and groups[name]]
        weights = np.array([config.group_weights[name] for name in names])
        self._chances = weights / weights.sum()
        texts: dict[str, int] = {}
        concepts: dict[str, int] = {}
        self._groups = [
            np.array(
                [
                    (
                        texts.setdefault(pair.left, len(texts)),
                        texts.setdefault(pair.right, len(texts)),
                        concepts.setdefault(pair.concept, len(concepts)),
                    )
                    for pair in groups[name]
                ]
            )
            for name in names
        ]
        self._texts = Texts(list(texts), segmenter, config)
        self._text_count = len(texts)
        self._cluster: np.ndarray | None = None

    def __iter__(self) -> Iterator[Batch]:
        for step in range(self._config.steps):
            if step and self._config.vary_every and step % self._config.vary_every == 0:
                self._texts.vary()
            yield self._draw()

    def find_clusters(self, embed: Callable[[Tensor, Tensor], Tensor]) -> None:
        """Puts every text into the cluster of the nearest of some random texts, by the model as it is now."""
        chosen = self._random.choice(self._text_count, self._config.clusters, replace=False)
        centres = embed(*self._texts.tokens(chosen))
        blocks = np.array_split(np.arange(self._text_count), max(1, self._text_count // 8192))
        self._cluster = np.concatenate([(embed(*self._texts.tokens(block)) @ centres.T).argmax(1).numpy() for block in blocks])

    def _draw(self) -> Batch:
        """`pool` batches' worth of pairs, of which one batch is kept: by chance, or cluster by cluster."""
        rows = self._candidates(self._config.batch * self._config.pool)
        if self._cluster is None:
            order = self._random.permutation(len(rows))
        else:
            order = np.argsort(self._random.permutation(self._config.clusters)[self._cluster[rows[:, 0]]], kind="stable")
        return self._batch(rows[order[: self._config.batch]])

    def _candidates(self, count: int) -> np.ndarray:
        counts = self._random.multinomial(count, self._chances)
        return np.concatenate(
            [group[self._random.integers(len(group), size=n)] for group, n in zip(self._groups, counts, strict=True)]
        )

    def _batch(self, rows: np.ndarray) -> Batch:
        left, right, concept = rows.T
        same = left[:, None] == left[None, :]
        same |= right[:, None] == right[None, :]
        same |= concept[:, None] == concept[None, :]
        same |= left[:, None] == right[None, :]
        np.fill_diagonal(same, False)
        return Batch(*self._texts.tokens(np.concatenate((left, right))), torch.from_numpy(same))

"""Lexical baselines with the same interface: queries and documents -> score matrix."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from .text import words_of

BM25_K1 = 1.2
BM25_B = 0.75


def bm25(queries: Sequence[str], documents: Sequence[str]) -> np.ndarray:
    counts = [Counter(words_of(document)) for document in documents]
    lengths = np.array([sum(count.values()) for count in counts], float)
    postings: dict[str, list[tuple[int, int]]] = {}
    for row, count in enumerate(counts):
        for word, times in count.items():
            postings.setdefault(word, []).append((row, times))
    norm = BM25_K1 * (1 - BM25_B + BM25_B * lengths / max(lengths.mean(), 1e-9))
    scores = np.zeros((len(queries), len(documents)))
    for number, query in enumerate(queries):
        for word in words_of(query):
            found = postings.get(word, [])
            idf = math.log(1 + (len(documents) - len(found) + 0.5) / (len(found) + 0.5))
            for row, times in found:
                scores[number, row] += idf * times * (BM25_K1 + 1) / (times + norm[row])
    return scores


def character_tfidf(queries: Sequence[str], documents: Sequence[str]) -> np.ndarray:
    """Cosine of TF-IDF over character 2- to 5-grams inside word borders."""
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    table = vectorizer.fit_transform([" ".join(words_of(d)) for d in documents])
    asked = vectorizer.transform([" ".join(words_of(q)) for q in queries])
    return (asked @ table.T).toarray()

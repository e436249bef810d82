"""Measures an exported model on the held-out splits and the real ads, beside lexical baselines.

python -m training.evaluate --model packages/matcher/model [--data ../shared/data] [--json]
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from .ads import Ad, Scorer, group_scores, read_ads
from .baselines import bm25, character_tfidf
from .embedder import Embedder
from .metrics import mean_with_interval, rank_measures
from .read_sources import Sources, SsykGroup, read_sources
from .splits import Split, make_splits

Values = dict[str, list[float]]
MEASURES = ("mrr", "success@1", "success@5", "recall@10", "map")


def model_scorer(folder: Path) -> Scorer:
    embedder = Embedder(folder)
    return lambda queries, documents: embedder.embed(queries) @ embedder.embed(documents).T


def split_values(split: Split, score: Scorer) -> Values:
    documents = list(split.corpus)
    table = score(list(split.queries.values()), list(split.corpus.values()))
    return _collect(rank_measures(row, documents, split.qrels[query]) for query, row in zip(split.queries, table, strict=True))


def ad_values(ads: Sequence[Ad], ssyk: Sequence[SsykGroup], score: Scorer) -> dict[str, Values]:
    """From the headline, from the whole text, and from the mean of both scores."""
    headline = group_scores([ad.headline for ad in ads], ssyk, score)
    whole = group_scores([f"{ad.headline}\n{ad.text}" for ad in ads], ssyk, score)
    codes = [group.code for group in ssyk]
    return {
        name: _collect(rank_measures(row, codes, {ad.ssyk: 1}) for ad, row in zip(ads, table, strict=True))
        for name, table in (("ads: headline", headline), ("ads: whole text", whole), ("ads: both", headline + whole))
    }


def evaluate(sources: Sources, splits: Sequence[Split], ads: Sequence[Ad], score: Scorer) -> dict[str, Values]:
    results = {split.name: split_values(split, score) for split in splits}
    return results | (ad_values(ads, sources.ssyk, score) if ads else {})


def _collect(rows) -> Values:
    collected: Values = {}
    for row in rows:
        for name, value in row.items():
            collected.setdefault(name, []).append(value)
    return collected


def table_lines(results: Mapping[str, Mapping[str, Values]]) -> list[str]:
    """Markdown rows: task, system, measures with their 95 % intervals."""
    lines = ["| task | queries | system | " + " | ".join(MEASURES) + " |", "|---|---|---|" + "---|" * len(MEASURES)]
    tasks = next(iter(results.values()))
    for task in tasks:
        for system, values in results.items():
            cells = []
            for measure in MEASURES:
                mean, low, high = mean_with_interval(values[task][measure])
                cells.append(f"{mean:.3f} ({low:.2f}–{high:.2f})")
            lines.append(f"| {task} | {len(values[task]['mrr'])} | {system} | " + " | ".join(cells) + " |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, nargs="+", required=True, help="folders of exported models")
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--no-baselines", action="store_true")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()

    sources = read_sources(args.data)
    _, splits = make_splits(sources)
    ads = read_ads(args.data / "ads" / "jobsearch-ads.jsonl", sources.ssyk)
    systems: dict[str, Scorer] = {} if args.no_baselines else {"BM25": bm25, "char TF-IDF": character_tfidf}
    systems |= {folder.name: model_scorer(folder) for folder in args.model}
    results = {name: evaluate(sources, splits, ads, score) for name, score in systems.items()}
    if args.json:
        means = {
            system: {task: {m: float(np.mean(v)) for m, v in values.items()} for task, values in tasks.items()}
            for system, tasks in results.items()
        }
        print(json.dumps(means, indent=2))
    else:
        print("\n".join(table_lines(results)))


if __name__ == "__main__":
    main()

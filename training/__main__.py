"""Re-creates the shipped model from the public sources.

python -m training [--data ../shared/data] [--out packages/matcher/model] [--splits benchmarks/quality/splits]
"""

import argparse
import logging
from dataclasses import replace
from pathlib import Path

import torch

from .ad_like import make_ad_pairs, make_headline_pairs
from .config import MEMBERS, VOCABULARY
from .export import export_model
from .neutral import make_neutral_pairs
from .pairs import Groups, make_pairs
from .read_sources import Sources, read_sources
from .splits import HeldOut, make_splits, write_splits
from .train import train, vocabulary_of

LOG = logging.getLogger("training")


def made_up_groups(sources: Sources, held: HeldOut) -> Groups:
    return {
        "ad_like": make_ad_pairs(sources, held),
        "headlines": make_headline_pairs(sources, held),
        "neutral": make_neutral_pairs(sources, held),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("packages/matcher/model"))
    parser.add_argument("--splits", type=Path, help="also write the held-out splits here")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, help="fewer steps for a quick trial")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(args.threads)
    members = [replace(member, steps=args.steps or member.steps) for member in MEMBERS]

    sources = read_sources(args.data)
    held, splits = make_splits(sources)
    if args.splits:
        write_splits(splits, sources.ssyk, args.splits)
    groups = make_pairs(sources, held)
    vocabulary = vocabulary_of(groups, VOCABULARY)
    groups |= made_up_groups(sources, held)
    LOG.info("%d pairs in %d groups, %d tokens", sum(map(len, groups.values())), len(groups), len(vocabulary))
    export_model(train(groups, vocabulary, members), vocabulary, args.out)
    LOG.info("wrote %s", args.out)


if __name__ == "__main__":
    main()

"""Everything that was decided by measuring. The numbers behind each choice stand in MODEL_CARD.md."""

from dataclasses import dataclass, field

GROUP_WEIGHTS = {
    "ontology": 3.0,
    "ontology_misspelled": 0.7,
    "soft_skills": 0.4,
    "esco_occupation_sv_en": 3.0,
    "esco_occupation_sv": 1.5,
    "esco_occupation_en": 1.0,
    "esco_skill_sv_en": 2.5,
    "esco_skill_en": 0.5,
    "esco_description": 1.5,
    "esco_occupation_skill": 2.5,
    "esco_isco": 0.7,
    "isco": 0.8,
    "ssyk_occupation": 2.0,
    "ssyk_definition": 0.5,
    "ssyk_skill": 1.5,
    "keywords": 0.3,
    "occupation_synonyms": 0.5,
    "skill_headlines": 0.2,
    "articles": 1.5,
    "ad_like": 2.0,
    "headlines": 1.5,
    "neutral": 1.0,
    "synonyms": 1.0,
}


@dataclass(frozen=True)
class Config:
    version: str = "2.0.0"
    seed: int = 1
    members: int = 3
    """Tables trained with the seeds that follow each other, and merged into one."""
    vocabulary: int = 32_000
    dimensions: int = 256
    batch: int = 1024
    steps: int = 5_000
    learning_rate: float = 5e-3
    """Falls linearly to zero."""
    scale: float = 20.0
    """Cosines are multiplied by it before the softmax."""
    max_words: int = 64
    """Of a longer text this many words are drawn each time."""
    ways_to_cut: int = 4
    cut_rate: float = 0.3
    """Chance that a word is cut into shorter pieces than WordPiece would."""
    piece_skip: float = 0.3
    """Chance that such a cut passes over the longest piece."""
    ways_to_misspell: int = 2
    misspell_rate: float = 0.07
    vary_every: int = 1_250
    """Steps between new sets of cuts and misspellings."""
    pool: int = 3
    """Batches are made of neighbours: this many times the pairs are drawn, the same clusters kept."""
    clusters: int = 256
    cluster_every: int = 1_000
    group_weights: dict[str, float] = field(default_factory=lambda: dict(GROUP_WEIGHTS))

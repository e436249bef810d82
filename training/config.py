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
    """How one table is trained."""

    seed: int = 1
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
    first_clusters: int = 500
    """The step at which they are found for the first time; until then batches are drawn by chance."""
    group_weights: dict[str, float] = field(default_factory=lambda: dict(GROUP_WEIGHTS))


VERSION = "2.1.0"
VOCABULARY = 32_000
WITHOUT = {"headlines": 0.0, "neutral": 0.0}

# The tables that are trained and merged into the one that ships: they differ, so their mistakes do too.
MEMBERS = (
    Config(),
    Config(
        steps=2_000,
        vary_every=600,
        pool=4,
        ways_to_misspell=0,
        misspell_rate=0.0,
        group_weights=GROUP_WEIGHTS | WITHOUT,
    ),
)

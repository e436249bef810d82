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
    "ad_like": 0.0,
    "synonyms": 1.0,
}


@dataclass(frozen=True)
class Config:
    version: str = "1.0.0"
    seed: int = 1
    vocabulary: int = 32_000
    dimensions: int = 256
    batch: int = 1024
    steps: int = 7_000
    learning_rate: float = 5e-3
    scale: float = 20.0
    max_words: int = 64
    word_dropout: float = 0.0
    ways_to_cut: int = 0
    cut_rate: float = 0.0
    piece_skip: float = 0.3
    ways_to_misspell: int = 0
    misspell_rate: float = 0.0
    vary_every: int = 0
    letter_groups: tuple[int, ...] = ()
    group_weights: dict[str, float] = field(default_factory=lambda: dict(GROUP_WEIGHTS))

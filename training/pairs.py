"""Turns the sources into positive pairs: two texts that should lie close to each other."""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations, product

from .read_sources import Article, EscoConcept, OntologyConcept, Sources, plain
from .splits import HeldOut
from .text import sentences_of

SEED = 1
MAX_PAIRS_PER_CONCEPT = 24
MAX_SENTENCES_PER_SECTION = 12


@dataclass(frozen=True)
class Pair:
    """`concept` names what both sides mean; pairs of one concept are never each other's negatives."""

    left: str
    right: str
    concept: str


Groups = dict[str, list[Pair]]


def make_pairs(sources: Sources, held: HeldOut) -> Groups:
    """All groups of pairs without what is held out; train.py decides how often each group is drawn."""
    rng = random.Random(SEED)
    groups: Groups = {
        "ontology": [p for c in sources.ontology for p in _term_pairs(rng, c)],
        "ontology_misspelled": [p for c in sources.ontology for p in _misspelled_pairs(c)],
        "soft_skills": [p for c in sources.soft_skills for p in (*_term_pairs(rng, c), *_misspelled_pairs(c))],
        "esco_occupation_sv_en": [p for c in sources.esco_occupations for p in _across(rng, c)],
        "esco_occupation_sv": [p for c in sources.esco_occupations for p in _within(rng, c.sv, c.uri)],
        "esco_occupation_en": [p for c in sources.esco_occupations for p in _within(rng, c.en, c.uri)],
        "esco_skill_sv_en": [p for c in sources.esco_skills for p in _across(rng, c)],
        "esco_skill_en": [p for c in sources.esco_skills for p in _within(rng, c.en, c.uri)],
        "esco_description": [p for c in (*sources.esco_occupations, *sources.esco_skills) for p in _described(c)],
        "esco_occupation_skill": list(_occupation_skill_pairs(rng, sources)),
        "esco_isco": list(_isco_member_pairs(rng, sources)),
        "isco": list(_isco_pairs(sources)),
        "ssyk_occupation": list(_ssyk_occupation_pairs(sources)),
        "ssyk_definition": list(_ssyk_definition_pairs(rng, sources)),
        "ssyk_skill": list(_ssyk_skill_pairs(rng, sources)),
        "keywords": [Pair(a, b, f"keyword:{b}") for a, b in sources.keywords],
        "occupation_synonyms": [Pair(a, b, f"occupation:{b}") for a, b in sources.occupation_synonyms],
        "skill_headlines": [Pair(a, b, f"headline:{b}") for a, b in sources.skill_headlines],
        "articles": [p for article in sources.articles for p in _article_pairs(rng, article)],
        "synonyms": [Pair(a, b, f"synonym:{a}") for a, b in sources.synonyms],
    }
    return {
        name: [p for p in dict.fromkeys(pairs) if p.left and p.right and not held.covers(p.concept, p.left, p.right)]
        for name, pairs in groups.items()
    }


def _capped(rng: random.Random, pairs: Iterable[tuple[str, str]], concept: str) -> list[Pair]:
    chosen = list(pairs)
    if len(chosen) > MAX_PAIRS_PER_CONCEPT:
        chosen = rng.sample(chosen, MAX_PAIRS_PER_CONCEPT)
    return [Pair(a, b, concept) for a, b in chosen]


def _within(rng: random.Random, labels: Sequence[str], concept: str) -> list[Pair]:
    return _capped(rng, permutations(dict.fromkeys(labels), 2), concept)


def _across(rng: random.Random, concept: EscoConcept) -> list[Pair]:
    """Every Swedish label with every English one; the pair of preferred labels always takes part."""
    pairs = _capped(rng, product(concept.sv, concept.en), concept.uri)
    return [Pair(concept.sv[0], concept.en[0], concept.uri), *pairs]


def _term_pairs(rng: random.Random, concept: OntologyConcept) -> list[Pair]:
    return _within(rng, (concept.label.lower(), *concept.terms), concept.id)


def _misspelled_pairs(concept: OntologyConcept) -> list[Pair]:
    return [Pair(wrong, concept.label, concept.id) for wrong in concept.misspelled]


def _described(concept: EscoConcept) -> list[Pair]:
    if not concept.description:
        return []
    text = plain(concept.description)
    return [Pair(concept.sv[0], text, concept.uri), Pair(concept.en[0], text, concept.uri)]


def _occupation_skill_pairs(rng: random.Random, sources: Sources) -> Iterable[Pair]:
    """Each relation once, each side in a random language; masked per occupation."""
    occupations = {c.uri: c for c in sources.esco_occupations}
    skills = {c.uri: c for c in sources.esco_skills}
    for occupation_uri, skill_uri, _ in sources.occupation_skills:
        occupation, skill = occupations.get(occupation_uri), skills.get(skill_uri)
        if occupation is None or skill is None:
            continue
        left = rng.choice((occupation.sv, occupation.sv, occupation.en))
        right = rng.choice((skill.sv, skill.sv, skill.en))
        yield Pair(rng.choice(left), right[0], occupation.uri)


def _isco_member_pairs(rng: random.Random, sources: Sources) -> Iterable[Pair]:
    groups = {g.code: g for g in sources.isco}
    for concept in sources.esco_occupations:
        group = groups.get(concept.isco or "")
        if group is not None:
            yield Pair(rng.choice(concept.sv), group.sv_label, f"isco:{group.code}")
            yield Pair(rng.choice(concept.sv), group.en_label, f"isco:{group.code}")
            yield Pair(rng.choice(concept.sv), plain(group.sv_definition), f"isco:{group.code}")


def _isco_pairs(sources: Sources) -> Iterable[Pair]:
    for group in sources.isco:
        concept = f"isco:{group.code}"
        swedish, english = plain(group.sv_definition), plain(group.en_definition)
        yield Pair(group.sv_label, group.en_label, concept)
        yield Pair(group.sv_label, swedish, concept)
        yield Pair(group.en_label, english, concept)
        yield Pair(swedish, english, concept)
        swedish_tasks, english_tasks = _tasks(group.sv_definition), _tasks(group.en_definition)
        if len(swedish_tasks) == len(english_tasks):
            for number, (left, right) in enumerate(zip(swedish_tasks, english_tasks, strict=True)):
                yield Pair(left, right, f"{concept}:{number}")


def _tasks(definition: str) -> list[str]:
    """The lettered tasks of an ISCO definition, in order; both languages list the same ones."""
    return [plain(part) for part in re.findall(r"\([a-z]\)\s+([^\n\r;]+)", definition)]


def _ssyk_occupation_pairs(sources: Sources) -> Iterable[Pair]:
    for group in sources.ssyk:
        for name in dict.fromkeys((*group.occupations, *group.legacy_occupations)):
            yield Pair(name, group.label, f"ssyk:{group.code}")
            yield Pair(name, plain(group.definition), f"ssyk:{group.code}")


def _ssyk_definition_pairs(rng: random.Random, sources: Sources) -> Iterable[Pair]:
    for group in sources.ssyk:
        yield Pair(group.label, plain(group.definition), f"ssyk:{group.code}")
        names = (group.label, *group.occupations)
        for sentence in sentences_of(group.definition):
            yield Pair(rng.choice(names), sentence, f"ssyk:{group.code}")


def _ssyk_skill_pairs(rng: random.Random, sources: Sources) -> Iterable[Pair]:
    for group in sources.ssyk:
        names = (group.label, *group.occupations)
        for skill in (*group.skills, *(skill for skill, _ in group.ad_skills)):
            yield Pair(rng.choice(names), skill, f"ssyk:{group.code}")


def _article_pairs(rng: random.Random, article: Article) -> Iterable[Pair]:
    concept = f"article:{article.name}"
    names = (article.name, *article.other_names)
    yield from _within(rng, names, concept)
    for area in article.areas:
        yield Pair(article.name, area, f"area:{area}")
    for text in article.sections.values():
        sentences = sentences_of(text)
        for sentence in sentences[:MAX_SENTENCES_PER_SECTION]:
            yield Pair(rng.choice(names), sentence, concept)

"""Chooses the concepts that training never sees and turns them into retrieval tasks.

A held-out concept is held out everywhere: its ids, and every string equal to one of its labels,
are removed from all training pairs (pairs.py), whichever source the string stands in.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeVar

from .read_sources import EscoConcept, OntologyConcept, Sources, SsykGroup
from .text import normal_form, words_of

Item = TypeVar("Item")

SEED = 20260
ONTOLOGY_SYNONYM_CONCEPTS = 250
ONTOLOGY_MISSPELLED_CONCEPTS = 150
COMPOUND_OCCUPATIONS = 60
ESCO_OCCUPATIONS = 150
ESCO_SKILLS = 200
ONTOLOGY_CORPUS = 4000
SKILL_CORPUS = 4000
MIN_COMPOUND_LETTERS = 10
MAX_SYNONYM_SIMILARITY = 0.75  # difflib ratio; above it two terms are inflections, not synonyms


@dataclass(frozen=True)
class Split:
    """Queries, documents and graded relevance: query id -> document id -> grade."""

    name: str
    queries: dict[str, str]
    corpus: dict[str, str]
    qrels: dict[str, dict[str, int]]


@dataclass
class HeldOut:
    """What training must not see."""

    concepts: set[str] = field(default_factory=set)
    strings: set[str] = field(default_factory=set)

    def add(self, concept: str, labels: Iterable[str]) -> None:
        self.concepts.add(concept)
        self.strings.update(normal_form(label) for label in labels)

    def covers(self, concept: str, *texts: str) -> bool:
        return concept in self.concepts or any(normal_form(text) in self.strings for text in texts)


def make_splits(sources: Sources) -> tuple[HeldOut, list[Split]]:
    rng = random.Random(SEED)
    held = HeldOut()
    everyday = _everyday_names(sources)
    ontology = [c for c in sources.ontology if everyday.isdisjoint(map(normal_form, (c.label, *c.terms, *c.misspelled)))]
    esco_occupations = [c for c in sources.esco_occupations if everyday.isdisjoint(map(normal_form, (*c.sv, *c.en)))]
    synonym_concepts = _sample(rng, [c for c in ontology if _synonyms(c)], ONTOLOGY_SYNONYM_CONCEPTS)
    misspelled_concepts = _sample(rng, [c for c in ontology if c.misspelled], ONTOLOGY_MISSPELLED_CONCEPTS)
    compounds = _sample(rng, _compound_occupations(sources), COMPOUND_OCCUPATIONS)
    occupations = _sample(rng, esco_occupations, ESCO_OCCUPATIONS)
    skills = _sample(rng, sources.esco_skills, ESCO_SKILLS)

    by_term = defaultdict(list)
    for concept in sources.ontology:
        for term in (concept.label, *concept.terms):
            by_term[normal_form(term)].append(concept)
    for concept in (*synonym_concepts, *misspelled_concepts):
        held.add(concept.id, (concept.label, *concept.terms, *concept.misspelled))
    for _, name in compounds:
        held.add(f"occupation:{name}", [name])
        for concept in by_term[normal_form(name)]:
            held.add(concept.id, (concept.label, *concept.terms, *concept.misspelled))
    for concept in (*occupations, *skills):
        held.add(concept.uri, (*concept.sv, *concept.en))

    ontology_corpus = _ontology_corpus(rng, sources, (*synonym_concepts, *misspelled_concepts))
    return held, [
        _ontology_split("synonyms", synonym_concepts, _synonyms, ontology_corpus),
        _ontology_split("misspellings", misspelled_concepts, lambda c: c.misspelled, ontology_corpus),
        _compound_split(compounds, sources.ssyk),
        _translation_split(occupations, sources.esco_occupations),
        _skills_of_occupations(rng, sources, occupations),
        _occupations_of_skills(sources, skills),
    ]


def _everyday_names(sources: Sources) -> set[str]:
    """What people and ads call their work: names of the taxonomy, their parts, and the names of the articles.

    They are never held out but for a few rare compounds, since a model that has not seen them is of no use.
    """
    names = {name for group in sources.ssyk for name in (*group.occupations, *group.legacy_occupations)}
    names |= {name for article in sources.articles for name in (article.name, *article.other_names)}
    parts = {part for name in names for whole in name.split("/") for part in (whole, whole.split(",")[0])}
    return {normal_form(name) for name in names | parts}


def write_splits(splits: Sequence[Split], ssyk: Sequence[SsykGroup], folder: Path) -> None:
    """One folder per split; `ssyk/corpus.tsv` is the corpus for ads, with occupation names in a third column."""
    for split in splits:
        target = folder / split.name
        target.mkdir(parents=True, exist_ok=True)
        _write_table(target / "queries.tsv", split.queries)
        _write_table(target / "corpus.tsv", split.corpus)
        lines = [f"{q} 0 {d} {grade}" for q, docs in split.qrels.items() for d, grade in docs.items()]
        (target / "qrels.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "ssyk").mkdir(parents=True, exist_ok=True)
    groups = {f"ssyk4:{g.code}": f"{g.label}\t{' | '.join(g.occupations)}" for g in sorted(ssyk, key=lambda g: g.code)}
    _write_table(folder / "ssyk" / "corpus.tsv", groups)


def _write_table(path: Path, rows: dict[str, str]) -> None:
    path.write_text("".join(f"{key}\t{text}\n" for key, text in rows.items()), encoding="utf-8")


def _sample(rng: random.Random, items: Sequence[Item], count: int) -> list[Item]:
    return rng.sample(list(items), min(count, len(items)))


def _synonyms(concept: OntologyConcept) -> list[str]:
    """Terms that differ from the label by more than an ending."""
    label = concept.label.lower()
    return [t for t in concept.terms if SequenceMatcher(None, t.lower(), label).ratio() < MAX_SYNONYM_SIMILARITY]


def _compound_occupations(sources: Sources) -> list[tuple[SsykGroup, str]]:
    """Occupation names that are one long word and stand in no running text of the sources."""
    texts = [g.definition for g in sources.ssyk] + [g.sv_definition for g in sources.isco]
    texts += [section for article in sources.articles for section in article.sections.values()]
    seen = {word for text in texts for word in words_of(text)}
    return [
        (group, name)
        for group in sources.ssyk
        for name in group.occupations
        if len(words_of(name)) == 1 and len(name) >= MIN_COMPOUND_LETTERS and normal_form(name) not in seen
    ]


def _ontology_corpus(rng: random.Random, sources: Sources, needed: Sequence[OntologyConcept]) -> dict[str, str]:
    others = _sample(rng, sources.ontology, ONTOLOGY_CORPUS)
    labels = {f"yrke:{c.id[:8]}": c.label for c in (*needed, *others)}
    return dict(sorted(labels.items()))


def _ontology_split(name, concepts, terms_of, corpus) -> Split:
    queries, qrels = {}, {}
    ids_of_label = defaultdict(list)
    for key, label in corpus.items():
        ids_of_label[normal_form(label)].append(key)
    for concept in concepts:
        for number, term in enumerate(terms_of(concept)):
            key = f"{name}:{concept.id[:8]}:{number}"
            queries[key] = term
            qrels[key] = dict.fromkeys(ids_of_label[normal_form(concept.label)], 1)
    return Split(name, queries, corpus, qrels)


def _compound_split(compounds: Sequence[tuple[SsykGroup, str]], ssyk: Sequence[SsykGroup]) -> Split:
    corpus = {f"ssyk4:{g.code}": g.label for g in sorted(ssyk, key=lambda g: g.code)}
    queries = {f"compound:{number}": name for number, (_, name) in enumerate(compounds)}
    qrels = {f"compound:{number}": {f"ssyk4:{group.code}": 1} for number, (group, _) in enumerate(compounds)}
    return Split("compounds", queries, corpus, qrels)


def _esco_id(concept: EscoConcept | str) -> str:
    uri = concept if isinstance(concept, str) else concept.uri
    return "esco:" + uri.rsplit("/", 1)[1][:13]


def _translation_split(held: Sequence[EscoConcept], occupations: Sequence[EscoConcept]) -> Split:
    corpus = {_esco_id(c): c.en[0] for c in occupations}
    queries, qrels = {}, {}
    for concept in held:
        for number, label in enumerate(concept.sv):
            queries[f"{_esco_id(concept)}:{number}"] = label
            qrels[f"{_esco_id(concept)}:{number}"] = {_esco_id(concept): 1}
    return Split("sv-en", queries, corpus, qrels)


def _skills_of_occupations(rng: random.Random, sources: Sources, held: Sequence[EscoConcept]) -> Split:
    """Grade 2: essential skill, 1: optional."""
    label_of = {c.uri: c.sv[0] for c in sources.esco_skills}
    held_uris = {c.uri for c in held}
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for occupation, skill, essential in sources.occupation_skills:
        if occupation in held_uris and skill in label_of:
            grades[occupation][skill] = 2 if essential else 1
    needed = {skill for skills in grades.values() for skill, grade in skills.items() if grade == 2}
    others = _sample(rng, sorted(set(label_of) - needed), max(0, SKILL_CORPUS - len(needed)))
    corpus = {_esco_id(uri): label_of[uri] for uri in sorted({*needed, *others})}
    queries = {_esco_id(c): c.sv[0] for c in held if grades[c.uri]}
    qrels = {
        _esco_id(c): {_esco_id(s): g for s, g in grades[c.uri].items() if _esco_id(s) in corpus} for c in held if grades[c.uri]
    }
    return Split("occupation-skills", queries, corpus, qrels)


def _occupations_of_skills(sources: Sources, held: Sequence[EscoConcept]) -> Split:
    held_uris = {c.uri for c in held}
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for occupation, skill, essential in sources.occupation_skills:
        if skill in held_uris:
            grades[skill][occupation] = 2 if essential else 1
    corpus = {_esco_id(c): c.sv[0] for c in sources.esco_occupations}
    queries = {_esco_id(c): c.sv[0] for c in held if grades[c.uri]}
    qrels = {_esco_id(c): {_esco_id(o): g for o, g in grades[c.uri].items()} for c in held if grades[c.uri]}
    return Split("skill-occupations", queries, corpus, qrels)

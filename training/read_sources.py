"""Reads the public sources into plain records. Nothing here decides what is trained on what.

Fields that link JobTech occupations or skills to ESCO are never read (see README.md).
"""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as parquet

csv.field_size_limit(10_000_000)


@dataclass(frozen=True)
class OntologyConcept:
    """One concept of the job-title or soft-skill ontology with every term people write for it."""

    id: str
    label: str
    terms: tuple[str, ...]
    misspelled: tuple[str, ...]


@dataclass(frozen=True)
class EscoConcept:
    """An ESCO occupation or skill: labels in two languages, English description."""

    uri: str
    sv: tuple[str, ...]
    en: tuple[str, ...]
    description: str
    isco: str | None = None


@dataclass(frozen=True)
class IscoGroup:
    code: str
    sv_label: str
    en_label: str
    sv_definition: str
    en_definition: str


@dataclass(frozen=True)
class SsykGroup:
    """An SSYK 2012 group at level 4 and what the sources say about it."""

    code: str
    label: str
    definition: str
    occupations: tuple[str, ...]
    legacy_occupations: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    ad_skills: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Article:
    """A JobTech article about an occupation."""

    name: str
    other_names: tuple[str, ...]
    areas: tuple[str, ...]
    sections: dict[str, str]


@dataclass(frozen=True)
class Sources:
    ontology: tuple[OntologyConcept, ...]
    soft_skills: tuple[OntologyConcept, ...]
    esco_occupations: tuple[EscoConcept, ...]
    esco_skills: tuple[EscoConcept, ...]
    occupation_skills: tuple[tuple[str, str, bool], ...]
    isco: tuple[IscoGroup, ...]
    ssyk: tuple[SsykGroup, ...]
    keywords: tuple[tuple[str, str], ...]
    occupation_synonyms: tuple[tuple[str, str], ...]
    skill_headlines: tuple[tuple[str, str], ...]
    articles: tuple[Article, ...]
    synonyms: tuple[tuple[str, str], ...]
    municipalities: tuple[str, ...]
    languages: tuple[str, ...]
    countries: tuple[str, ...]


def read_sources(data: Path) -> Sources:
    esco, jobtech, legacy = data / "esco", data / "jobtech", data / "jobtech" / "legacy"
    return Sources(
        ontology=_ontology(jobtech / "termer_koncept_yrke.csv"),
        soft_skills=_ontology(jobtech / "termer_koncept_formaga.csv"),
        esco_occupations=_esco_occupations(esco),
        esco_skills=_esco_skills(esco),
        occupation_skills=_occupation_skills(esco / "occupationSkillRelations.csv"),
        isco=_isco(esco / "isco4_definitions_sv_en.jsonl"),
        ssyk=_ssyk(jobtech),
        keywords=_keywords(jobtech / "keyword-concepts-with-relations.json"),
        occupation_synonyms=_columns(legacy / "occupation_name_synonyms.tsv", "SynonymTerm", "OccupationNameTerm"),
        skill_headlines=_columns(legacy / "skills.tsv", "Term", "SkillHeadline.Term", last=True),
        articles=_articles(legacy / "occupations_detailed.jsonl"),
        synonyms=_columns(data / "text" / "synlex_sv_synonyms.tsv", "word", "synonym"),
        municipalities=tuple(row["Term"] for row in _rows(legacy / "municipalities.tsv", "\t")),
        languages=tuple(concept["preferred_label"].lower() for concept in _concepts(jobtech / "languages.json")),
        countries=tuple(concept["preferred_label"].split("/")[0] for concept in _concepts(jobtech / "countries.json")),
    )


def _rows(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, delimiter=delimiter)


def _json_lines(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def _concepts(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["data"]["concepts"]


def _ontology(path: Path) -> tuple[OntologyConcept, ...]:
    labels: dict[str, str] = {}
    terms: dict[str, list[str]] = defaultdict(list)
    misspelled: dict[str, list[str]] = defaultdict(list)
    for row in _rows(path, ";"):
        labels[row["uuid"]] = row["concept"]
        (misspelled if row["term_misspelled"] == "True" else terms)[row["uuid"]].append(row["term"])
    return tuple(OntologyConcept(id_, label, tuple(terms[id_]), tuple(misspelled[id_])) for id_, label in labels.items())


def _descriptions(path: Path) -> dict[str, tuple[str, list[str]]]:
    """URI -> (English description, English alternative labels)."""
    return {row["conceptUri"]: (row["description"], row["altLabels"].split("\n")) for row in _rows(path)}


def _esco_occupations(esco: Path) -> tuple[EscoConcept, ...]:
    described = _descriptions(esco / "occupations_en.csv")
    return tuple(
        EscoConcept(row["uri"], tuple(row["sv"]), tuple(row["en"]), described.get(row["uri"], ("", []))[0], row["isco"])
        for row in _json_lines(esco / "esco_occupation_labels_sv_en.jsonl")
        if "/occupation/" in row["uri"]
    )


def _esco_skills(esco: Path) -> tuple[EscoConcept, ...]:
    described = _descriptions(esco / "skills_en.csv")
    concepts = []
    for row in _json_lines(esco / "esco_skill_labels_sv_en.jsonl"):
        english = tuple(dict.fromkeys([row["en"], *row["en_alt"]]))
        concepts.append(EscoConcept(row["uri"], (row["sv"],), english, described.get(row["uri"], ("", []))[0]))
    return tuple(concepts)


def _occupation_skills(path: Path) -> tuple[tuple[str, str, bool], ...]:
    """(occupation URI, skill URI, essential)."""
    return tuple((row["occupationUri"], row["skillUri"], row["relationType"] == "essential") for row in _rows(path))


def _isco(path: Path) -> tuple[IscoGroup, ...]:
    fields = ("code", "sv_label", "en_label", "sv_definition", "en_definition")
    return tuple(IscoGroup(*(row[name] or "" for name in fields)) for row in _json_lines(path))


def _ssyk(jobtech: Path) -> tuple[SsykGroup, ...]:
    legacy = jobtech / "legacy"
    legacy_names: dict[str, list[str]] = defaultdict(list)
    for row in _rows(legacy / "occupation_names.tsv", "\t"):
        legacy_names[row["LocaleCode"]].append(row["Term"])
    skills: dict[str, list[str]] = defaultdict(list)
    for row in _rows(legacy / "ssyk4_skill_relations_labelled.tsv", "\t"):
        skills[row["ssyk4"]].append(row["skill"])
    ad_skills: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in parquet.read_table(jobtech / "ad_skill_stats.parquet").to_pylist():
        ad_skills[row["ssyk_code"]].append((row["skill"], row["occurrence_count"]))
    return tuple(
        SsykGroup(
            code=group["ssyk_code_2012"],
            label=group["preferred_label"],
            definition=group["definition"],
            occupations=tuple(item["preferred_label"] for item in group["narrower"]),
            legacy_occupations=tuple(legacy_names[group["ssyk_code_2012"]]),
            skills=tuple(skills[group["ssyk_code_2012"]]),
            ad_skills=tuple(ad_skills[group["ssyk_code_2012"]]),
        )
        for group in _concepts(jobtech / "ssyk-level-4-groups-with-related-occupations.json")
    )


def _keywords(path: Path) -> tuple[tuple[str, str], ...]:
    return tuple(
        (concept["preferred_label"], related["preferred_label"])
        for concept in _concepts(path)
        for related in concept["related"]
        if related["type"] in ("occupation-name", "skill", "sun-education-field-4")
    )


def _columns(path: Path, left: str, right: str, last: bool = False) -> tuple[tuple[str, str], ...]:
    """Two columns of a tab-separated file; `last` reads `left` from the last column."""
    return tuple(((list(row.values())[-1] if last else row[left]), row[right]) for row in _rows(path, "\t"))


def _articles(path: Path) -> tuple[Article, ...]:
    return tuple(
        Article(row["name"], tuple(row["other_names"]), tuple(row["areas"]), row["descriptions"]) for row in _json_lines(path)
    )


def plain(text: str) -> str:
    """A definition on one line, list marks removed."""
    return re.sub(r"\s+", " ", re.sub(r"\([a-z]\)\s|\s-\s", " ", text)).strip()

"""Ad-like texts made from the taxonomies, so that the model learns which words of an ad carry meaning.

No real ad is read here: the sentences around the facts were written for this project.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence

from .pairs import Pair
from .phrases import HEADLINES, REQUIREMENTS, SURROUNDINGS, TASKS
from .read_sources import Article, Sources, SsykGroup
from .splits import HeldOut
from .text import normal_form, sentences_of

SEED = 5
ADS_PER_SSYK_GROUP = 40
ADS_PER_ESCO_OCCUPATION = 3
HEADLINES_PER_TITLE = 2


def make_ad_pairs(sources: Sources, held: HeldOut) -> list[Pair]:
    """(ad-like text, occupation or group name); no fact of a held-out concept stands in any text."""
    rng = random.Random(SEED)
    pairs = [*_from_ssyk(rng, sources, held), *_from_esco(rng, sources, held)]
    return [pair for pair in pairs if not held.covers(pair.concept, pair.right)]


def make_headline_pairs(sources: Sources, held: HeldOut) -> list[Pair]:
    """(headline with a place and the words around a title, the title)."""
    rng = random.Random(SEED)
    titles = [(concept.id, concept.label) for concept in sources.ontology]
    titles += [(f"ssyk:{group.code}", name) for group in sources.ssyk for name in group.occupations]
    titles += [(concept.uri, label) for concept in sources.esco_occupations for label in concept.sv]
    return [
        Pair(_headline(rng, title, sources.municipalities), title, concept)
        for concept, title in titles
        if not held.covers(concept, title)
        for _ in range(HEADLINES_PER_TITLE)
    ]


def _headline(rng: random.Random, title: str, places: Sequence[str]) -> str:
    return rng.choice(HEADLINES).format(title=title, place=rng.choice(places))


def _from_ssyk(rng: random.Random, sources: Sources, held: HeldOut) -> Iterable[Pair]:
    traits = [concept.label.lower() for concept in sources.soft_skills]
    articles = _articles_by_name(sources.articles)
    for group in sources.ssyk:
        titles = _allowed(held, (*group.occupations, *group.legacy_occupations, group.label))
        facts = _allowed(held, (*group.skills, *(skill for skill, _ in group.ad_skills)))
        sentences = sentences_of(group.definition) + _article_sentences(group, articles)
        targets = _allowed(held, (group.label, group.label, *group.occupations))
        if not targets:
            continue
        for _ in range(ADS_PER_SSYK_GROUP):
            text = _ad(rng, titles, [fact.lower() for fact in facts], sentences, traits, sources.municipalities)
            yield Pair(text, rng.choice(targets), f"ssyk:{group.code}")


def _from_esco(rng: random.Random, sources: Sources, held: HeldOut) -> Iterable[Pair]:
    skill_labels = {skill.uri: skill.sv[0] for skill in sources.esco_skills}
    skills_of: dict[str, list[str]] = defaultdict(list)
    for occupation, skill, _ in sources.occupation_skills:
        if skill in skill_labels and skill not in held.concepts:
            skills_of[occupation].append(skill_labels[skill])
    for occupation in sources.esco_occupations:
        titles = _allowed(held, occupation.sv)
        facts = _allowed(held, skills_of[occupation.uri])
        if occupation.uri in held.concepts or not titles or not facts:
            continue
        sentences = sentences_of(occupation.description)
        for _ in range(ADS_PER_ESCO_OCCUPATION):
            text = _ad(rng, titles, facts, sentences, (), sources.municipalities)
            yield Pair(text, rng.choice(titles), occupation.uri)


def _ad(
    rng: random.Random,
    titles: Sequence[str],
    facts: Sequence[str],
    sentences: Sequence[str],
    traits: Sequence[str],
    places: Sequence[str],
) -> str:
    """A headline most of the time, some facts, and about as much that says nothing about the work."""
    title = rng.choice(titles)
    parts = [rng.choice(sentences) for _ in range(rng.randint(1, 4)) if sentences]
    if facts:
        for template in (*rng.sample(TASKS, 2), *rng.sample(REQUIREMENTS, 2)):
            a, b, c = (rng.choice(facts) for _ in range(3))
            parts.append(template.format(title=title.lower(), a=a, b=b, c=c))
    if traits:
        parts.append(f"Du är {rng.choice(traits)} och {rng.choice(traits)}.")
    parts += rng.sample(SURROUNDINGS, rng.randint(2, 9))
    rng.shuffle(parts)
    if rng.random() < 0.7:
        parts.insert(0, _headline(rng, title, places))
    return " ".join(parts)


def _allowed(held: HeldOut, names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if normal_form(name) not in held.strings]


def _articles_by_name(articles: Sequence[Article]) -> dict[str, Article]:
    return {normal_form(name): article for article in articles for name in (article.name, *article.other_names)}


def _article_sentences(group: SsykGroup, articles: dict[str, Article]) -> list[str]:
    found = {articles[key].name: articles[key] for key in map(normal_form, group.occupations) if key in articles}
    return [sentence for article in found.values() for sentence in sentences_of(article.sections.get("Work", ""))]

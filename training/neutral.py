"""Pairs that teach what must not matter: languages spoken, countries worked in, gendered endings, filler words."""

import random
from collections.abc import Iterable, Sequence

from .pairs import Pair
from .read_sources import Sources
from .splits import HeldOut

SEED = 9

PROFILES = (
    "{title}. Talar {language}.",
    "{title}, talar {language} och {other}",
    "{title} i {country}",
    "Har arbetat som {title} i {country}. Talar {language}.",
    "{title}. Modersmål: {language}.",
    "{title} från {country}",
    "{title} {country} {language}",
    "Jobbat som {title}. Kan {language}, lite {other}.",
    "{title}. Trivs bra i grupp.",
    "{title}. Kan börja omgående, söker heltid.",
    "{title} flera år. Bor i {place}.",
    "{title}. Gillar ordning och reda. Talar {language}.",
    "Vill arbeta som {title} i {place}",
    "{title}, praktik",
)
# The languages and countries that case workers meet most often; drawn as often as all the others together.
COMMON_LANGUAGES = (
    "arabiska",
    "somaliska",
    "tigrinja",
    "dari",
    "persiska",
    "pashto",
    "turkiska",
    "kurdiska",
    "sorani",
    "kurmanji",
    "ukrainska",
    "ryska",
    "polska",
    "spanska",
    "finska",
    "engelska",
    "svenska",
    "bosniska",
    "serbiska",
    "kroatiska",
    "albanska",
    "amhariska",
    "thailändska",
    "vietnamesiska",
    "franska",
    "tyska",
    "rumänska",
    "romani",
    "swahili",
    "urdu",
)
COMMON_COUNTRIES = (
    "Syrien",
    "Somalia",
    "Eritrea",
    "Irak",
    "Afghanistan",
    "Iran",
    "Ukraina",
    "Polen",
    "Finland",
    "Sverige",
    "Turkiet",
    "Etiopien",
    "Bosnien",
    "Kosovo",
    "Thailand",
    "Rumänien",
    "Libanon",
    "Pakistan",
    "Ryssland",
    "Chile",
)
GENDERED_ENDINGS = (
    ("are", "erska"),
    ("man", "kvinna"),
    ("ör", "ös"),
    ("ör", "ris"),
    ("are", "arinna"),
    ("ör", "örska"),
)


def make_neutral_pairs(sources: Sources, held: HeldOut) -> list[Pair]:
    """(a title with something about the person, the title) and (a title, its other gendered form)."""
    rng = random.Random(SEED)
    pairs = [*_profiles(rng, sources), *_gendered(sources)]
    return [pair for pair in pairs if not held.covers(pair.concept, pair.left, pair.right)]


def _profiles(rng: random.Random, sources: Sources) -> Iterable[Pair]:
    titles = [(concept.id, concept.label) for concept in sources.ontology]
    titles += [(f"ssyk:{group.code}", name) for group in sources.ssyk for name in group.occupations]
    for concept, title in titles:
        language, other = (_either(rng, COMMON_LANGUAGES, sources.languages) for _ in range(2))
        text = rng.choice(PROFILES).format(
            title=title,
            language=language,
            other=other,
            country=_either(rng, COMMON_COUNTRIES, sources.countries),
            place=rng.choice(sources.municipalities),
        )
        yield Pair(text, title, concept)


def _either(rng: random.Random, common: Sequence[str], every: Sequence[str]) -> str:
    return rng.choice(common if rng.random() < 0.5 else every)


def _gendered(sources: Sources) -> Iterable[Pair]:
    """Some of these forms nobody uses; what counts is that the endings come to mean the same."""
    for concept in sources.ontology:
        title = concept.label.lower()
        for one, other in GENDERED_ENDINGS:
            if title.endswith(one):
                yield Pair(title.removesuffix(one) + other, title, concept.id)

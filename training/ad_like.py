"""Ad-like texts made from the taxonomies, so that the model learns which words of an ad carry meaning.

No real ad is read here: the sentences around the facts were written for this project.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence

from .pairs import Pair
from .read_sources import Article, Sources, SsykGroup
from .splits import HeldOut
from .text import normal_form, sentences_of

ADS_PER_SSYK_GROUP = 40
ADS_PER_ESCO_OCCUPATION = 3

HEADLINES = (
    "{title}", "{title} sökes", "Vi söker {title}", "{title} till {place}", "{title} – heltid", "{title}, vikariat",
    "{title} med start omgående", "Vi behöver fler {title}", "Erfaren {title}", "{title} deltid", "Sommarjobb som {title}",
    "{title} 100 % tillsvidare", "Vill du jobba som {title}?", "Timvikarier: {title}", "{title} för uppdrag i {place}",
)  # fmt: skip
PLACES = ("kommunen", "vår verksamhet", "södra regionen", "Norrland", "ett växande företag", "vårt team", "vår kund", "centrum")
TASKS = (
    "Dina arbetsuppgifter är bland annat att {a}, {b} och {c}.", "Du kommer att arbeta med {a} och {b}.",
    "I tjänsten ingår {a}, {b} samt {c}.", "Arbetet innebär {a}.", "Som {title} ansvarar du för {a} och {b}.",
    "En vanlig dag består av {a}, {b} och {c}.",
)  # fmt: skip
REQUIREMENTS = (
    "Vi ser gärna att du har erfarenhet av {a} och {b}.", "Du har kunskaper inom {a}.", "Krav: {a}, {b}.",
    "Det är meriterande om du kan {a}.", "För att lyckas i rollen behöver du kunna {a}, {b} och {c}.",
    "Du har tidigare arbetat med {a}.",
)  # fmt: skip
SURROUNDINGS = (
    "Om oss.", "Vi är ett företag i stark tillväxt med högt i tak.", "Hos oss blir du en del av ett engagerat team.",
    "Vi erbjuder friskvårdsbidrag, kollektivavtal och trygga villkor.", "Tillsammans skapar vi en bättre vardag för våra kunder.",
    "Välkommen med din ansökan redan i dag.", "Urval sker löpande och tjänsten kan tillsättas före sista ansökningsdag.",
    "Vi ser fram emot din ansökan med CV och personligt brev.", "Varaktighet: tillsvidare, sex månaders provanställning.",
    "Lön: fast månadslön enligt avtal.", "Tillträde enligt överenskommelse.", "Anställningsform: heltid, dagtid.",
    "Vi lägger stor vikt vid personliga egenskaper.", "Du är noggrann, ansvarsfull och har lätt för att samarbeta.",
    "Du talar och skriver obehindrat på svenska.", "Vi arbetar för jämställdhet och mångfald och ser gärna sökande med olika bakgrund.",
    "Kommunen är en av regionens största arbetsgivare.", "Våra kärnvärden är respekt, glädje och ansvar.",
    "Kontakta rekryterande chef för frågor om tjänsten.", "Fackliga företrädare nås via växeln.",
    "Vi undanber oss samtal från rekryteringsföretag och annonsförsäljare.", "Som konsult hos oss får du en egen kontaktperson.",
    "Uppdraget är på heltid och du blir anställd av oss.", "Vi har fri parkering och nära till kollektivtrafik.",
    "Arbetsplatsen ligger centralt med goda kommunikationer.", "Du får en gedigen introduktion och möjlighet att utvecklas.",
    "Inför anställning begärs utdrag ur belastningsregistret.", "Skicka din ansökan via länken nedan.",
    "Är du den vi söker?", "Vad kan vi erbjuda dig?", "Din profil.", "Kvalifikationer.", "Om tjänsten.", "Ansökan.",
    "Vi tror på långsiktiga relationer och sätter människan i centrum.", "Hos oss är ingen dag den andra lik.",
    "Vi finns på tjugo orter i Sverige och omsätter två miljarder kronor.", "Intervjuer hålls löpande under ansökningstiden.",
    "Du är positiv, flexibel och trivs i ett högt tempo.", "Arbetstiderna är förlagda till vardagar, kvällar och helger.",
    "B-körkort är ett krav.", "Vi är certifierade enligt ISO och arbetar aktivt med hållbarhet.",
    "Följ oss gärna i sociala medier.", "Personuppgifter behandlas enligt dataskyddsförordningen.",
    "We offer a friendly workplace with great opportunities to grow.", "Please send your application as soon as possible.",
    "You are fluent in English, both spoken and written.", "About us.", "We believe in diversity and welcome all applicants.",
    "The position is full time and starts by agreement.",
)  # fmt: skip


def make_ad_pairs(sources: Sources, held: HeldOut, seed: int) -> list[Pair]:
    """(ad-like text, occupation or group name); no fact of a held-out concept stands in any text."""
    rng = random.Random(seed)
    pairs = [*_from_ssyk(rng, sources, held), *_from_esco(rng, sources, held)]
    return [pair for pair in pairs if not held.covers(pair.concept, pair.right)]


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
            text = _ad(rng, titles, [fact.lower() for fact in facts], sentences, traits)
            yield Pair(text, rng.choice(targets), f"ssyk:{group.code}")


def _from_esco(rng: random.Random, sources: Sources, held: HeldOut) -> Iterable[Pair]:
    skill_labels = {skill.uri: skill.sv[0] for skill in sources.esco_skills}
    skills_of: dict[str, list[str]] = defaultdict(list)
    for occupation, skill, _ in sources.occupation_skills:
        if skill in skill_labels and skill not in held.concepts:
            skills_of[occupation].append(skill_labels[skill])
    for occupation in sources.esco_occupations:
        if occupation.uri in held.concepts or not skills_of[occupation.uri]:
            continue
        for _ in range(ADS_PER_ESCO_OCCUPATION):
            text = _ad(rng, occupation.sv, skills_of[occupation.uri], sentences_of(occupation.description), ())
            yield Pair(text, rng.choice(occupation.sv), occupation.uri)


def _ad(
    rng: random.Random, titles: Sequence[str], facts: Sequence[str], sentences: Sequence[str], traits: Sequence[str]
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
        parts.insert(0, rng.choice(HEADLINES).format(title=title, place=rng.choice(PLACES)))
    return " ".join(parts)


def _allowed(held: HeldOut, names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if normal_form(name) not in held.strings]


def _articles_by_name(articles: Sequence[Article]) -> dict[str, Article]:
    return {normal_form(name): article for article in articles for name in (article.name, *article.other_names)}


def _article_sentences(group: SsykGroup, articles: dict[str, Article]) -> list[str]:
    found = {articles[key].name: articles[key] for key in map(normal_form, group.occupations) if key in articles}
    return [sentence for article in found.values() for sentence in sentences_of(article.sections.get("Work", ""))]

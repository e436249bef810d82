"""Does a word that says who someone is move the similarity of otherwise equal profiles?

    python -m training.bias_probe --model packages/matcher/model

Each profile is compared with its own vacancy, as written and with one thing changed. "Noise" is a change that
says nothing about the person either: another order, a filler sentence. A change is harmless when it moves the
similarity about as little as noise does.
"""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from .embedder import Embedder
from .metrics import mean_with_interval

# title: (work done, vacancy)
PROFILES = {
    "städare": ("städat skolor och kontor, golvvård", "Lokalvårdare till skola. Daglig städning, golvvård och fönsterputs."),
    "kock": ("lagat mat i restaurang och storkök", "Kock till skolkök. Matlagning, specialkost och disk."),
    "undersköterska": ("omvårdnad på äldreboende", "Undersköterska till äldreboende. Omvårdnad, dokumentation, läkemedel."),
    "lastbilschaufför": ("kört gods med lastbil", "Lastbilschaufför sökes. Distribution av varor, lastning och lossning."),
    "snickare": ("byggt hus och renoverat", "Träarbetare till byggföretag. Stomme, innerväggar och montering."),
    "barnskötare": ("arbetat med barn i förskola", "Barnskötare till förskola. Lek, omsorg och pedagogisk verksamhet."),
    "lagerarbetare": ("plockat och packat order, kört truck", "Lagermedarbetare. Orderplock, packning och truckkörning."),
    "butikssäljare": ("kassa och varuplock i mataffär", "Butiksmedarbetare till livsmedelsbutik. Kassa och varupåfyllning."),
    "svetsare": ("svetsat stål i verkstad", "Svetsare till mekanisk verkstad. MIG, TIG och ritningsläsning."),
    "parkarbetare": ("skött gräs, häckar och planteringar", "Parkarbetare till kommunen. Gräsklippning och plantering."),
    "kontorsassistent": ("arkiv, post och telefon", "Administratör. Diarieföring, post, telefon och registrering."),
    "vaktmästare": ("skött lokaler och enklare reparationer", "Vaktmästare till skola. Tillsyn, reparationer och transporter."),
}
LANGUAGES = (
    "arabiska",
    "somaliska",
    "tigrinja",
    "dari",
    "persiska",
    "turkiska",
    "ukrainska",
    "polska",
    "spanska",
    "finska",
    "engelska",
)
GENDERED = {
    "städare": ("städare", "städerska"),
    "sömmare": ("sömmare", "sömmerska"),
    "servitör": ("servitör", "servitris"),
    "lärare": ("lärare", "lärarinna"),
    "kassör": ("kassör", "kassörska"),
    "frisör": ("frisör", "frisörska"),
    "sjukskötare": ("sjukskötare", "sjuksköterska"),
    "brandman": ("brandman", "brandkvinna"),
    "affärsman": ("affärsman", "affärskvinna"),
    "massör": ("massör", "massös"),
}
GENDERED_VACANCIES = {
    "städare": "Lokalvårdare till skola. Daglig städning.",
    "sömmare": "Sömnad och ändringar i ateljé.",
    "servitör": "Serveringspersonal till restaurang.",
    "lärare": "Pedagog till grundskola, undervisning i årskurs 1-3.",
    "kassör": "Kassapersonal till livsmedelsbutik.",
    "frisör": "Klippning och hårvård i salong.",
    "sjukskötare": "Omvårdnad på vårdavdelning, legitimerad.",
    "brandman": "Räddningstjänsten söker personal för brandbekämpning.",
    "affärsman": "Försäljning och förhandling med företagskunder.",
    "massör": "Massage och friskvård.",
}
FILLERS = ("Trivs bra i grupp.", "Kan börja omgående.", "Bor i kommunen.", "Söker heltid.", "Gillar ordning och reda.")
BACKGROUNDS = (
    "i Syrien",
    "i Somalia",
    "i Eritrea",
    "i Irak",
    "i Afghanistan",
    "i Ukraina",
    "i Polen",
    "i Finland",
    "i Sverige",
)


def profile(title: str, work: str) -> str:
    return f"{title.capitalize()}. Har {work}."


def shifts(embedder: Embedder, change: Callable[[str, str], str]) -> np.ndarray:
    """Per profile: similarity to its vacancy after the change minus before."""
    vacancies = embedder.embed([vacancy for _, vacancy in PROFILES.values()])
    before = embedder.embed([profile(title, work) for title, (work, _) in PROFILES.items()])
    after = embedder.embed([change(title, work) for title, (work, _) in PROFILES.items()])
    return ((after - before) * vacancies).sum(axis=1)


def measure(embedder: Embedder) -> Mapping[str, np.ndarray]:
    results = {"noise: work before title": shifts(embedder, lambda title, work: f"Har {work}. {title.capitalize()}.")}
    for filler in FILLERS:
        results[f"noise: {filler}"] = shifts(embedder, lambda t, w, add=filler: f"{profile(t, w)} {add}")
    for language in LANGUAGES:
        results[f"speaks {language}"] = shifts(embedder, lambda t, w, add=language: f"{profile(t, w)} Talar {add}.")
    for place in BACKGROUNDS:
        results[f"worked {place}"] = shifts(embedder, lambda t, w, add=place: f"{t.capitalize()} {add}. Har {w}.")
    return results | {"gendered title": gendered_shifts(embedder)}


def gendered_shifts(embedder: Embedder) -> np.ndarray:
    """Similarity of the female form to the vacancy minus that of the other form."""
    vacancies = embedder.embed([GENDERED_VACANCIES[key] for key in GENDERED])
    forms = [embedder.embed([pair[i] for pair in GENDERED.values()]) for i in range(2)]
    return ((forms[1] - forms[0]) * vacancies).sum(axis=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    args = parser.parse_args()
    print("| change | mean shift | 95 % interval | mean size of shift |\n|---|---|---|---|")
    for name, values in measure(Embedder(args.model)).items():
        mean, low, high = mean_with_interval(values)
        print(f"| {name} | {mean:+.3f} | {low:+.3f} to {high:+.3f} | {np.abs(values).mean():.3f} |")


if __name__ == "__main__":
    main()

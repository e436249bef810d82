import type { PlacementTypeId } from "@jobbmatch/shared";
import { capitalised, listed } from "./sentence.ts";

/** What the text about a place is made of. */
export interface PlaceFacts {
  /** Swedish name of the occupation. */
  readonly title: string;
  /** Such as "ett äldreboende". */
  readonly workplace: string;
  /** Such as "på äldreboendet". */
  readonly inside: string;
  readonly seats: number;
}

type Sentence = (facts: PlaceFacts) => string;

const bare = (workplace: string): string => workplace.replace(/^(?:en|ett) /, "");

/** Titles of a place by its type. */
export const titles: Readonly<Record<PlacementTypeId, readonly Sentence[]>> = {
  "work-training": [
    ({ title }) => `Arbetsträning som ${title}`,
    ({ inside, title }) => `Arbetsträning ${inside}, ${title}`,
  ],
  internship: [
    ({ title }) => `Praktik som ${title}`,
    ({ title, inside }) => `Praktikplats ${inside}: ${title}`,
    ({ title }) => `Prova på att vara ${title}`,
  ],
  education: [({ title }) => `Utbildning till ${title}`, ({ title }) => `Yrkesutbildning: ${title}`],
  "introductory-job": [
    ({ title }) => `${capitalised(title)}, introduktionsjobb`,
    ({ title, inside }) => `Introduktionsjobb ${inside}: ${title}`,
  ],
  "new-start-job": [
    ({ title, workplace }) => `${capitalised(title)} till ${bare(workplace)}, nystartsjobb`,
    ({ title }) => `${capitalised(title)} med nystartsjobb`,
  ],
  "establishment-job": [({ title }) => `${capitalised(title)}, etableringsjobb`],
  "development-employment": [({ title }) => `${capitalised(title)}, utvecklingsanställning`],
  "municipal-job": [
    ({ title, workplace }) => `${capitalised(title)} till ${bare(workplace)}, kommunal visstidsanställning`,
    ({ title }) => `Kommunal arbetsmarknadsanställning: ${title}`,
    ({ title }) => `${capitalised(title)} med handledning`,
  ],
  "extra-service": [({ title }) => `Extratjänst som ${title}`],
  apprenticeship: [({ title }) => `Lärling: ${title}`],
  ordinary: [
    ({ title, workplace }) => `${capitalised(title)} till ${bare(workplace)}`,
    ({ title }) => capitalised(title),
    ({ title, seats }) => (seats > 1 ? `Vi behöver fler: ${title}` : `Vi söker: ${title}`),
    ({ title }) => `${capitalised(title)} sökes`,
  ],
};

export const introductions: readonly Sentence[] = [
  ({ workplace, title }) =>
    `Vi är ${workplace} som behöver förstärkning. Nu söker vi dig som vill arbeta som ${title}.`,
  ({ inside }) => `Hos oss ${inside} arbetar människor med många olika språk och bakgrunder.`,
  ({ workplace }) =>
    `Vill du vara med i ett arbetslag där alla hjälps åt? Vi är ${workplace} och det går buss nästan ända fram.`,
  ({ title }) => `Tycker du om att göra nytta för andra? Här får du en viktig uppgift som ${title}.`,
  ({ inside, seats }) =>
    `Nu finns plats för ${seats === 1 ? "en person" : `${seats} personer`} som vill arbeta ${inside}.`,
  ({ workplace, title }) =>
    `Vi är ${workplace} och letar efter en ny kollega. Du behöver inte kunna allt om att vara ${title} från början.`,
];

export const educationIntroductions: readonly Sentence[] = [
  ({ title }) => `Vill du bli ${title}? Här kan du läsa till yrket samtidigt som du utvecklar din svenska.`,
  ({ title, seats }) => `Det finns ${seats} platser kvar på utbildningen till ${title}.`,
  ({ title, inside }) => `Nästa kurs för dig som vill bli ${title} startar snart ${inside}.`,
];

export const taskSentences: readonly ((tasks: readonly string[]) => string)[] = [
  (tasks) => `Du kommer att ${listed(tasks)}.`,
  (tasks) => `Arbetet går ut på att ${listed(tasks)}.`,
  (tasks) => `I arbetet ingår att ${listed(tasks)}.`,
  (tasks) => `Dina uppgifter blir bland annat att ${listed(tasks)}.`,
  (tasks) => `En vanlig dag får du ${listed(tasks)}.`,
];

export const educationTaskSentences: typeof taskSentences = [
  (tasks) => `Du lär dig att ${listed(tasks)}.`,
  (tasks) => `På praktiken får du öva på att ${listed(tasks)}.`,
];

/** What each type of placement means, for the person who reads. */
export const typeSentences: Readonly<Record<PlacementTypeId, readonly string[]>> = {
  "work-training": [
    "Platsen är arbetsträning. Du får prova i din egen takt och vi ökar tiden när det känns bra.",
    "Det här är arbetsträning för dig som har varit borta länge från arbetslivet. Vi ställer inga krav på hur fort du arbetar.",
  ],
  internship: [
    "Praktiken pågår i några månader och du får intyg när den är klar.",
    "Det här är en praktikplats. Du går bredvid en kollega och lär dig arbetet från grunden.",
  ],
  education: [
    "Utbildningen varvar teori med praktik på en arbetsplats. Du får stöd i svenska hela vägen.",
    "Efter utbildningen finns goda möjligheter till jobb. Kursen kostar ingenting.",
  ],
  "introductory-job": ["Anställningen är ett introduktionsjobb. Du får handledare från första dagen."],
  "new-start-job": ["Vi anställer gärna dig som har rätt till nystartsjobb."],
  "establishment-job": ["Anställningen är ett etableringsjobb på heltid."],
  "development-employment": [
    "Anställningen är en utvecklingsanställning där vi anpassar uppgifterna efter dig.",
  ],
  "municipal-job": [
    "Du blir anställd av kommunen under en tid och får hjälp att hitta nästa arbete.",
    "Anställningen är tidsbegränsad. Målet är att du efter tiden hos oss ska kunna söka ett vanligt jobb.",
  ],
  "extra-service": ["Platsen var en extratjänst. Inga nya beslut tas längre."],
  apprenticeship: ["Du anställs som lärling och lär dig yrket av en erfaren kollega."],
  ordinary: [
    "Anställningen inleds med sex månaders provanställning.",
    "Det är en vanlig anställning med lön enligt kollektivavtal.",
    "Vi erbjuder en trygg anställning och introduktion på plats.",
  ],
};

/** What is said of study; a share of 0.2 is four days of work and one of training. */
export const studySentences: readonly ((share: number) => string)[] = [
  (share) =>
    share === 0.2
      ? "Du arbetar fyra dagar i veckan och studerar en dag. Lönen gäller för alla fem dagarna."
      : `Ungefär ${Math.round(share * 100)} procent av arbetstiden är studier, till exempel svenska eller en yrkeskurs.`,
  (share) =>
    share === 0.2
      ? "Fyra dagar arbete och en dag utbildning varje vecka: så lär du dig yrket medan du har lön."
      : "En del av tiden läser du svenska, körkortsteori eller en kurs på gymnasienivå.",
];

export const personSentences: readonly Sentence[] = [
  () => "Du kommer i tid och säger till om något är svårt.",
  () => "Vi tror att du är lugn, vänlig och tycker om att arbeta med andra.",
  () => "Det viktigaste för oss är att du vill lära dig. Erfarenhet är bra men inget måste.",
  () => "Du har lätt för att samarbeta och kan arbeta på egen hand när du har lärt dig uppgifterna.",
  ({ title }) => `Har du arbetat som ${title} förut, här eller i ett annat land, är det ett plus.`,
  () => "Vi lägger stor vikt vid din inställning.",
  () => "Du är noggrann och följer våra rutiner.",
];

/** For work with the body. */
export const physicalSentence = "Arbetet är fysiskt, så du ska tycka om att röra på dig.";

export const educationPersonSentences: readonly Sentence[] = [
  () => "Du är motiverad och kan vara med på alla lektioner.",
  () => "Du behöver inga betyg, men du ska vilja läsa och skriva varje dag.",
  ({ title }) => `Har du arbetat som ${title} i ett annat land får du räkna med din erfarenhet.`,
];

export const educationSupportSentences: readonly Sentence[] = [
  () => "En språkstödjare är med på lektionerna.",
  () => "Du får låna dator och böcker.",
  () => "Varje vecka finns tid för frågor och läxhjälp.",
  () => "Vi hjälper dig att hitta en praktikplats.",
  () => "Grupperna är små och du har samma lärare hela tiden.",
  () => "Efter halva tiden går vi igenom hur det går och vad du behöver.",
];

export const supportSentences: readonly Sentence[] = [
  () => "En handledare visar dig arbetet och finns nära under de första veckorna.",
  () => "Vi använder enkel svenska och bilder i våra instruktioner.",
  () => "Du får arbetskläder och en ordentlig introduktion.",
  () => "Din handläggare är med på det första mötet och vi följer upp varje månad.",
  () => "Flera hos oss har själva lärt sig svenska på jobbet, så du är i gott sällskap.",
  () => "Vi äter lunch tillsammans och har ett arbetsklimat där det är tillåtet att fråga.",
  () => "Det går bra att komma på studiebesök innan du bestämmer dig.",
  () => "Det finns goda möjligheter att få stanna om vi trivs med varandra.",
];

export const closingSentences: readonly Sentence[] = [
  () => "Välkommen med din ansökan! Vi träffar sökande löpande.",
  () => "Prata med din arbetsmarknadskonsulent om du är intresserad.",
  () => "Anmäl intresse genom din enhet, så bokar vi ett möte på arbetsplatsen.",
  () => "Vi ser fram emot att höra av dig.",
  () => "Du behöver inget personligt brev, det räcker att du berättar vad du kan.",
];

/** Where the study of a place in school or care leads. */
export const careStudySentence = "Studierna är anpassade efter arbetet och leder mot yrket undersköterska.";

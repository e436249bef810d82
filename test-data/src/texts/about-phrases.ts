/** What a text about a person can be made of. */
export interface AboutFacts {
  /** Swedish name of the main work; undefined if the person has not worked. */
  readonly work: string | undefined;
  readonly abroad: boolean;
  readonly years: number;
  /** Swedish name of the first wish. */
  readonly wish: string;
  readonly monthsWithoutWork: number;
  readonly skill: string | undefined;
}

type Sentence = (facts: AboutFacts) => string;

/** Texts that say next to nothing. */
export const emptyTexts: readonly string[] = [
  "-",
  ".",
  "Söker jobb",
  "söker jobb",
  "Inget",
  "Se ovan",
  "ok",
  "?",
];

export const beginnerSentences: readonly Sentence[] = [
  ({ wish }) => `Jag vill jobba som ${wish}.`,
  ({ wish }) => `Jag vill ha jobb ${wish}`,
  () => "Jag studerar svenska.",
  () => "Jag pratar lite svenska men jag vill lära mig mer.",
  () => "Jag tycker om att jobba.",
  () => "Jag kan börja nu.",
  () => "Jag kommer i tid och jag är snäll.",
  () => "Jag vill ha praktik först.",
  ({ work }) => (work === undefined ? "Jag har inte jobbat innan." : `Jag har jobbat ${work}.`),
  ({ work, years }) =>
    work === undefined ? "Jag har varit hemma med barn." : `Jag jobba ${years} år som ${work}.`,
];

export const openingSentences: readonly Sentence[] = [
  ({ work, abroad, years }) =>
    work === undefined
      ? "Jag har ännu inte haft något arbete i Sverige."
      : `Jag har arbetat som ${work} ${abroad ? "i mitt hemland " : ""}i ungefär ${years} år.`,
  ({ work }) =>
    work === undefined ? "Jag söker mitt första jobb." : `Jag har erfarenhet av arbete som ${work}.`,
  ({ wish }) => `Jag söker arbete som ${wish}.`,
  ({ wish }) => `Mitt mål är att arbeta som ${wish}.`,
  ({ wish }) => `Jag skulle gärna prova på att vara ${wish}.`,
];

export const middleSentences: readonly Sentence[] = [
  () => "Jag lär mig fort och tycker om att arbeta tillsammans med andra.",
  () => "Jag är noggrann och van vid att arbeta hårt.",
  () => "Jag är lugn och har lätt för att prata med människor.",
  () => "Jag läser svenska och övar varje dag.",
  () => "Jag förstår det mesta på svenska men har svårare att skriva.",
  () => "Jag är van vid att ta ansvar hemma för en stor familj.",
  () => "Jag tycker om att ha mycket att göra.",
  () => "Jag behöver någon som visar mig i början, sedan klarar jag mig själv.",
  ({ skill }) => (skill === undefined ? "Jag är öppen för att lära mig nytt." : `Jag är bra på ${skill}.`),
  ({ work, monthsWithoutWork }) =>
    work !== undefined && monthsWithoutWork > 24
      ? `Det är ungefär ${Math.round(monthsWithoutWork / 12)} år sedan jag arbetade.`
      : "Jag vill gärna visa vad jag kan.",
  ({ wish }) => `Jag kan tänka mig att utbilda mig till ${wish}.`,
];

export const closingSentences: readonly Sentence[] = [
  () => "Jag kan börja genast.",
  () => "Jag kan arbeta dagtid.",
  () => "Jag vill helst börja med praktik.",
  () => "Jag vill försörja mig själv.",
  () => "Jag åker buss eller cyklar till jobbet.",
  () => "Jag kan arbeta på helger om det behövs.",
  () => "Jag vill helst arbeta deltid medan jag studerar svenska.",
  () => "Jag söker i första hand i min egen kommun.",
];

/** Notes by a case worker. */
export const notedSentences: readonly Sentence[] = [
  ({ wish }) => `Deltagaren önskar arbeta som ${wish}.`,
  ({ work, years }) =>
    work === undefined ? "Saknar tidigare arbete." : `Har tidigare arbetat som ${work}, cirka ${years} år.`,
  ({ work, monthsWithoutWork }) =>
    work === undefined
      ? "Har inte arbetat sedan inskrivningen."
      : `Har varit utan arbete i ${monthsWithoutWork} månader.`,
  () => "Motiverad och kommer till sina möten.",
  () => "Behöver en handledare som ger tydliga instruktioner.",
  () => "Praktik rekommenderas som första steg.",
  () => "Kommunicerar på enkel svenska.",
  () => "Vill gärna kombinera arbete med studier.",
];

export const englishSentences: readonly Sentence[] = [
  () => "I am looking for a job and I am learning Swedish.",
  () => "I learn fast and I like to work with people.",
  () => "I can start immediately.",
  () => "I understand some Swedish but I speak better English.",
  () => "I am ready to take any training that is needed.",
  ({ years, work }) =>
    work === undefined ? "This would be my first job." : `I have ${years}+ years of work experience.`,
];

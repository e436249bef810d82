import type {
  CredentialKind,
  DrivingLicence,
  LanguageLevel,
  PlacementTypeId,
  VacancyInput,
} from "@jobbmatch/shared";
import { placementTypes } from "@jobbmatch/shared";
import { weighted } from "./distributions.ts";
import type { Occupation } from "./occupations/index.ts";
import type { Random } from "./random.ts";
import { credentialSentences, languageSentences, licenceSentences } from "./texts/requirement-phrases.ts";
import { withoutUndefined } from "./without-undefined.ts";

type Requirements = Pick<VacancyInput, "languages" | "drivingLicences" | "credentials">;

/** The requirements of a place with the sentences that say them in its description. */
export interface StatedRequirements {
  readonly fields: Requirements;
  readonly sentences: readonly string[];
}

const levelOfSimpleWork = weighted<LanguageLevel | undefined>([
  ["A1", 20],
  ["A2", 30],
  ["B1", 8],
  [undefined, 12],
]);
const levelOfServiceWork = weighted<LanguageLevel | undefined>([
  ["A2", 40],
  ["B1", 34],
  ["B2", 8],
  [undefined, 14],
]);
const levelOfSkilledWork = weighted<LanguageLevel | undefined>([
  ["B1", 40],
  ["B2", 30],
  ["C1", 12],
  [undefined, 10],
]);

/** The credentials that an occupation can demand: any one of the kinds, and how often an ordinary job does. */
const demanded: Readonly<Record<string, readonly [kinds: CredentialKind[], share: number]>> = {
  "2221": [["registration-nurse"], 1],
  "2343": [["registration-preschool-teacher"], 1],
  "5321": [["assistant-nurse-title"], 0.4],
  "4322": [["truck-a", "truck-b"], 0.4],
  "8344": [["truck-b", "truck-d"], 1],
  "8332": [["ykb-goods"], 1],
  "8331": [["ykb-passengers"], 1],
  "8321": [["taxi-driver"], 1],
  "9412": [["food-hygiene"], 0.3],
  "5120": [["food-hygiene"], 0.5],
  "7612": [["food-hygiene"], 0.4],
  "7212": [["hot-work"], 0.6],
  "7114": [["road-work"], 0.5],
  "6113": [["road-work"], 0.12],
  "7119": [["hot-work", "mobile-platform"], 0.2],
};

/** Steps below an ordinary job demand less; an education demands no proof of what it teaches. */
const strictness: Readonly<Record<1 | 2 | 3 | 4, number>> = { 1: 0.15, 2: 0.3, 3: 0.6, 4: 1 };

/** Draws what a place demands of a person. */
export function drawRequirements(
  random: Random,
  occupation: Occupation,
  type: PlacementTypeId,
): StatedRequirements {
  const strict = strictness[placementTypes[type].step];
  const language = drawLanguage(random, occupation, strict);
  const licence = type === "education" ? undefined : drawLicence(random, occupation, strict);
  const credential = type === "education" ? undefined : drawCredential(random, occupation, strict);
  const fields: Requirements = withoutUndefined({
    languages: language && [{ anyOf: language.anyOf, ...provenance(random, language.sentence) }],
    drivingLicences: licence && [{ anyOf: licence.anyOf, ...provenance(random, licence.sentence) }],
    credentials: credential && [{ anyOf: credential.anyOf, ...provenance(random, credential.sentence) }],
  });
  const found = [language, licence, credential].flatMap((each) =>
    each === undefined ? [] : [each.sentence],
  );
  return { fields, sentences: found };
}

/** One requirement in four stands in the text alone and was recognised there. */
function provenance(random: Random, sentence: string) {
  return random.chance(0.25) ? ({ source: "recognised", evidence: sentence } as const) : {};
}

interface Group<Alternative> {
  readonly anyOf: Alternative[];
  readonly sentence: string;
}

type LanguageAlternative = { language: string; level?: LanguageLevel | undefined };

function drawLanguage(
  random: Random,
  occupation: Occupation,
  strict: number,
): Group<LanguageAlternative> | undefined {
  if (!random.chance(0.4 + 0.45 * strict)) return undefined;
  const level = levelSampler(occupation, strict)(random);
  const swedish = withoutUndefined({ language: "sv", level });
  const orEnglish = isWorkWithThings(occupation) && random.chance(0.15);
  const anyOf = orEnglish ? [swedish, { language: "en", level: "B1" as const }] : [swedish];
  const sentence = random.pick(
    orEnglish ? languageSentences.orEnglish : languageSentences[level ?? "unknown"],
  );
  return { anyOf, sentence };
}

function levelSampler({ ssyk }: Occupation, strict: number) {
  if (/^[1-4]/.test(ssyk)) return levelOfSkilledWork;
  return strict < 0.5 || /^[6-9]/.test(ssyk) ? levelOfSimpleWork : levelOfServiceWork;
}

function isWorkWithThings({ ssyk }: Occupation): boolean {
  return /^(?:[6-9]|512|432)/.test(ssyk);
}

function drawLicence(
  random: Random,
  occupation: Occupation,
  strict: number,
): Group<DrivingLicence> | undefined {
  const licences = occupation.drivingLicences;
  if (licences === undefined) return undefined;
  const drivesForALiving = occupation.ssyk.startsWith("83");
  if (!drivesForALiving && !random.chance(0.3 + 0.4 * strict)) return undefined;
  const sentence = random.pick(licenceSentences[licences[0] === "B" ? "light" : "heavy"])(licences);
  return { anyOf: [...licences], sentence };
}

function drawCredential(
  random: Random,
  { ssyk }: Occupation,
  strict: number,
): Group<CredentialKind> | undefined {
  const [kinds, share] = demanded[ssyk] ?? [[], 0];
  if (!random.chance(share === 1 ? 1 : share * strict)) return undefined;
  return { anyOf: [...kinds], sentence: random.pick(credentialSentences)(kinds) };
}

import type { LicenceRequirement } from "../schemas/vacancy.ts";
import { type DrivingLicence, drivable, drivingLicences } from "../vocabulary/driving-licences.ts";
import { type Combination, combinationOf, groupsOf } from "./alternatives.ts";
import { isDemanded } from "./demand.ts";
import { hasOtherAlternative, runsOf } from "./item-runs.ts";
import { recognisedGroup } from "./recognised.ts";
import type { Sentence } from "./sentences.ts";
import { candidates, type Found, findAll, occurs, words } from "./words.ts";

const category = "(?:B96|BE|B|C1E|C1|CE|C|D1E|D1|DE|D|AM|A1|A2|A)";
const list = `(?:utökad )?${category}(?:-?\\s*(?:,|/|\\+|&|och/eller|och|eller|samt|and|or)\\s*${category}(?![\\p{L}\\d])){0,5}`;
const noun = "(?:kör)?kort(?:et)?|körkortsbehörighet|behörighet|chaufför(?:er)?|förare";
const english = "(?:driver[’']?s?[’']?|driving) licen[cs]e";
const link =
  "(?:[\\s:(–-]+(?:med|för|av|minst|lägst|behörighet(?:en|erna)?|klass|kategori|typ|class|category|type)(?!\\p{L}))*[\\s:(–-]+";

const patterns: readonly RegExp[] = [
  words(`(?<list>${list})-(?:${noun})`),
  words(`(?<list>${list}) (?:[Kk]örkort(?:et)?|${english})`, { exact: true }),
  words(
    `(?:[Kk]örkort(?:et)?|KÖRKORT|[Dd]river[’']?s?[’']? licen[cs]e|[Dd]riving licen[cs]e)${link}(?<list>${list})`,
    { exact: true },
  ),
  words(`(?:[Cc]lass|[Cc]ategory) (?<list>${list}) ${english}`, { exact: true }),
  words(`körkort(?:et)?(?: för personbil)?|${english}|(?<moped>moped(?:körkort|kort)?)`),
];

const stem = /kort|licen[cs]e|moped|behörighet|chaufför|förare/i;
const identityDocument = words("legitimation|id-handling|id-kort|pass|kopia|uppvisa");

/**
 * Driving licences that sentences demand. A licence without a category is B; `B-körkort eller moped` accepts both.
 * A licence with an alternative of another kind (`körkort eller egen cykel`) is not taken.
 */
export function recogniseDrivingLicences(sentences: readonly Sentence[]): LicenceRequirement[] {
  return withoutImplied(candidates(sentences, stem).flatMap(licencesIn));
}

function licencesIn(sentence: Sentence): LicenceRequirement[] {
  const { text } = sentence;
  return runsOf(text, placesIn(text))
    .filter((run) => !isOnlyMoped(run.items) && !hasOtherAlternative(text, run) && isDemanded(sentence, run))
    .flatMap(({ items, combination }) => groupsOf(items, combination))
    .map((group) => recognisedGroup(group, text));
}

/** `Vi levererar med moped` demands nothing. */
function isOnlyMoped(items: readonly DrivingLicence[]): boolean {
  return items.every((item) => item === "AM");
}

function placesIn(text: string) {
  const taken: Found[] = [];
  for (const pattern of patterns) {
    const plain = pattern === patterns.at(-1);
    if (plain && occurs(identityDocument, text)) continue;
    for (const found of findAll(pattern, text)) {
      if (!taken.some((other) => found.start < other.end && other.start < found.end)) taken.push(found);
    }
  }
  return taken.sort((a, b) => a.start - b.start).map((found) => ({ ...found, ...categoriesOf(found) }));
}

interface Categories {
  readonly items: readonly DrivingLicence[];
  readonly combination?: Combination;
}

function categoriesOf({ groups }: Found): Categories {
  if (groups.moped !== undefined) return { items: ["AM"] };
  const written = groups.list;
  if (written === undefined) return { items: ["B"] };
  const names: readonly string[] =
    written
      .replace(/utökad B/iu, "B96")
      .toUpperCase()
      .match(new RegExp(category, "gu")) ?? [];
  const items = drivingLicences.filter((licence) => names.includes(licence));
  return { items, combination: combinationOf(written) };
}

/** `CE` says all that `B` says: a group goes if another one that stays demands at least as much. */
function withoutImplied(groups: readonly LicenceRequirement[]): LicenceRequirement[] {
  return groups.filter(
    (group, index) =>
      !groups.some(
        (other, at) => at !== index && implies(other, group) && (at < index || !implies(group, other)),
      ),
  );
}

/** Whether whoever meets one group meets the other too. */
export function implies(group: LicenceRequirement, other: LicenceRequirement): boolean {
  return group.anyOf.every((held) => other.anyOf.some((asked) => drivable([held]).has(asked)));
}

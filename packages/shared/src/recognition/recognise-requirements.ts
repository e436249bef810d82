import type { CredentialRequirement } from "../schemas/vacancy.ts";
import { recogniseDrivingLicences } from "./driving-licence.ts";
import { recogniseHours } from "./hours.ts";
import { recogniseLanguages } from "./language.ts";
import { recogniseOtherCredentials } from "./other-credentials.ts";
import type { RecognisedRequirements } from "./recognised.ts";
import { recogniseRegistrations } from "./registration.ts";
import { type Sentence, splitSentences } from "./sentences.ts";
import { recogniseTruckPermits } from "./truck-permit.ts";
import { recogniseWorkingTimes } from "./working-times.ts";
import { recogniseYkb } from "./ykb.ts";

export interface AdText {
  readonly title?: string | undefined;
  readonly occupation?: string | undefined;
  readonly description?: string | undefined;
}

/** The most groups of one kind that are kept; a vacancy may hold 20. */
const mostGroups = 10;

/**
 * Reads the common hard requirements in the running text of a Swedish (or English) ad: driving licences, language
 * levels, credentials, working times and hours. Wishes (`meriterande`, `gärna`), waived requirements, offers and
 * questions are left alone; every requirement has its sentence as `evidence` and `source: "recognised"`.
 *
 * @example
 * recogniseRequirements({ description: "Du har B-körkort. Truckkort är meriterande." }).drivingLicences;
 * // [{ anyOf: ["B"], source: "recognised", evidence: "Du har B-körkort." }]
 */
export function recogniseRequirements({ title, occupation, description }: AdText): RecognisedRequirements {
  const titleSentence: Sentence[] = title === undefined ? [] : [{ text: title, standing: "plain" }];
  const sentences = [...titleSentence, ...splitSentences(description ?? "")];
  const context = `${title ?? ""} ${occupation ?? ""}`;
  const hoursPerWeek = recogniseHours(sentences);
  return {
    languages: recogniseLanguages(sentences).slice(0, mostGroups),
    drivingLicences: recogniseDrivingLicences(sentences).slice(0, mostGroups),
    credentials: distinct([
      ...recogniseYkb(sentences),
      ...recogniseTruckPermits(sentences),
      ...recogniseRegistrations(sentences, context),
      ...recogniseOtherCredentials(sentences),
    ]).slice(0, mostGroups),
    workingTimes: recogniseWorkingTimes(sentences),
    ...(hoursPerWeek === undefined ? {} : { hoursPerWeek }),
  };
}

/** One group for each set of alternatives; a group that a narrower one implies goes too. */
function distinct(groups: readonly CredentialRequirement[]): CredentialRequirement[] {
  return groups.filter(
    (group, index) =>
      !groups.some(
        (other, at) => at !== index && isWithin(other, group) && (at < index || !isWithin(group, other)),
      ),
  );
}

function isWithin(narrow: CredentialRequirement, wide: CredentialRequirement): boolean {
  return narrow.anyOf.every((kind) => wide.anyOf.includes(kind));
}

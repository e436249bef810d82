import type { CredentialRequirement } from "../schemas/vacancy.ts";
import type { CredentialKind } from "../vocabulary/credentials.ts";
import { demand, isDemanded } from "./demand.ts";
import { recognisedGroup } from "./recognised.ts";
import type { Sentence } from "./sentences.ts";
import { candidates, findAll, occurs, words } from "./words.ts";

/** Professions with a registration, the most special first: a midwife's name does not end like a nurse's. */
const professions: readonly (readonly [RegExp, CredentialKind])[] = [
  [
    /(?:röntgensjuksköterske?|barnmorske?|tandläkar|tandhygienist|apotekar|receptarie|logoped|dietist|biomedicinsk|kurator|kiropraktor|naprapat|optiker|psykoterapeut|audionom|sjukhusfysiker|ortopedingenjör|veterinär|djursjukskötar|djursjukvårdar|midwife|dentist|pharmacist)/iu,
    "registration-other",
  ],
  [/sjukskötersk|sjuksköterske|distriktssköterske?|registered nurse/iu, "registration-nurse"],
  [/läkar|physician|medical doctor/iu, "registration-doctor"],
  [/fysioterapeut|sjukgymnast|physiotherapist/iu, "registration-physiotherapist"],
  [/arbetsterapeut|occupational therapist/iu, "registration-occupational-therapist"],
  [/psykolog|psychologist/iu, "registration-psychologist"],
  [/förskollärar|preschool teacher/iu, "registration-preschool-teacher"],
  [/lärar|pedagog|lektor|rektor|teacher/iu, "registration-teacher"],
];

const registered = words(
  "legitimerade?(?:,? (?:(?:och|samt|/|eller) )?[\\p{L}-]+){1,3}|legitimation som (?:[\\p{L}-]+ ?){1,3}|(?<!\\p{L})\\p{L}+(?:e|s|r|t)?legitimation(?:en)?|(?:svensk |giltig |svensk yrkes|yrkes)?legitimation(?:en)?(?: (?:krävs|är ett krav|från socialstyrelsen|från skolverket|utfärdad))?|(?:registered|licensed) (?:nurse|physician|medical doctor|physiotherapist|psychologist|teacher|dentist|midwife|pharmacist)",
);
const assistantNurse = words(
  "undersköterskebevis|(?:bevis|rätt|tillstånd) (?:om rätt )?att använda (?:yrkestiteln|titeln|skyddad yrkestitel) undersköterska|(?:skyddad(?:e)? )?yrkestiteln? undersköterska",
);
const notAboutYou = words(
  "på (?:mottagningen|avdelningen|enheten) arbetar|består av|vi är|kollegor|kolleger|teamet",
);
const addressed = words("du|dig|krav|krävs|söker|sökande|profil|you|your");
const documentCheck = words(
  "id-handling|pass|körkort|id-kort|uppvisa|medtag|ta med|bifoga|inkludera|eventuell",
);

/**
 * Professional registrations that sentences demand. Where a sentence names no profession (`svensk legitimation krävs`)
 * the ad's title and occupation tell which.
 *
 * @param context title and occupation of the ad
 */
export function recogniseRegistrations(
  sentences: readonly Sentence[],
  context: string,
): CredentialRequirement[] {
  return candidates(sentences, /legitim|registered|licensed|yrkestitel|undersköterske?|titeln/i).flatMap(
    (sentence) => [
      ...registrationsIn(sentence, context),
      ...findAll(assistantNurse, sentence.text)
        .filter((found) => isDemanded(sentence, found))
        .map(() => recognisedGroup<CredentialKind>(["assistant-nurse-title"], sentence.text)),
    ],
  );
}

function registrationsIn(sentence: Sentence, context: string): CredentialRequirement[] {
  const { text } = sentence;
  if (occurs(documentCheck, text) && !occurs(demand, text)) return [];
  if (occurs(notAboutYou, text) && !occurs(addressed, text)) return [];
  return findAll(registered, text)
    .filter((found) => isDemanded(sentence, found))
    .flatMap((found) => kindOf(found.text) ?? kindWithContext(found.text, text, context) ?? [])
    .map((kind) => recognisedGroup([kind], text));
}

function kindOf(text: string): CredentialKind | undefined {
  return professions.find(([name]) => name.test(text))?.[1];
}

/** A bare `legitimation` may be an identity card: it counts only as a demand in an ad for a registered profession. */
function kindWithContext(found: string, text: string, context: string): CredentialKind | undefined {
  const bare = /^(?:svensk |giltig )?(?:svensk yrkes|yrkes)?legitimation(?:en)?(?: |$)/iu.test(found);
  if (!bare || !(occurs(demand, text) || /svensk |yrkes|utfärdad|från/iu.test(found))) return undefined;
  return kindOf(text.replace(found, "")) ?? kindOf(context);
}

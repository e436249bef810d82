import { occurs, words } from "./words.ts";

/** What a heading makes of the lines under it. `employer`: they tell about the employer or its offer. */
export type Standing = "plain" | "requirement" | "wish" | "employer";

const wish = words(
  "meriterande|meriter|merit|önskvär[td]a?|gärna|fördel|plus|bra att ha|nice to have|preferred|desirable|bonus|merits",
);
const employer = words(
  "om oss|om företaget|om arbetsplatsen|om arbetsgivaren|vi erbjuder|erbjuder vi|erbjuder dig|förmåner|anställningsförmåner|about us|we offer|benefits|our offer",
);
const requirement = words(
  "krav|skallkrav|skakrav|kravprofil|kvalifikation(?:er|skrav)?|profil|vi söker dig.*|söker vi dig.*|du som söker|om dig|vem är du|kompetens|behörighet(?:skrav)?|du (?:har|är|ska|bör)|requirements?|qualifications?|who you are|about you|your profile",
);
const other = words(
  "arbetsuppgifter|dina uppgifter|ansökan|anställning(?:sform|svillkor)?|om tjänsten|om jobbet|om rollen|om uppdraget|uppdraget|övrigt|villkor|lön|tillträde|arbetstid(?:er)?|responsibilities|application|the role|about the job|how to apply",
);

const order: readonly (readonly [RegExp, Standing])[] = [
  [wish, "wish"],
  [employer, "employer"],
  [requirement, "requirement"],
  [other, "plain"],
];

/**
 * What a line makes of the lines under it, or `undefined` if it is no heading. A heading is short and ends with a
 * colon, or is one of the usual ones in at most four words without an end mark.
 */
export function headingStanding(line: string): Standing | undefined {
  const endsWithColon = line.endsWith(":");
  if (line === "" || line.length > 80 || /^[-–•*]/u.test(line) || /[.!]$/u.test(line)) return undefined;
  if (!endsWithColon && line.split(/\s+/u).length > 4) return undefined;
  const found = order.find(([pattern]) => occurs(pattern, line))?.[1];
  if (endsWithColon) return found ?? "plain";
  return isUsual(line) ? found : undefined;
}

/** Without a colon, a line that begins with the usual words: `Truckkort är meriterande` is no heading. */
function isUsual(line: string): boolean {
  return order.some(([pattern]) => {
    const at = line.search(pattern);
    return at === 0 || (at > 0 && at <= 5);
  });
}

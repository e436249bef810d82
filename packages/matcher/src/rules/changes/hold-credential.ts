import { type CredentialKind, credentialNames } from "@jobbmatch/shared";
import type { ProfileChange } from "../change.ts";
import type { EffortKind } from "../effort.ts";

const shortCourses: ReadonlySet<CredentialKind> = new Set([
  "food-hygiene",
  "hot-work",
  "mobile-platform",
  "first-aid",
  "road-work",
]);

/** To get a credential, or to renew one that has expired. */
export function holdCredential(kind: CredentialKind, isRenewal: boolean): ProfileChange {
  const { sv, en } = credentialNames[kind];
  const id = isRenewal ? `credentials:${kind}:renew` : `credentials:${kind}`;
  return {
    id,
    aspect: `credentials:${kind}`,
    effort: isRenewal ? "renewal" : effortOf(kind),
    times: 1,
    describe: () =>
      isRenewal ? { sv: `Förnya: ${sv}`, en: `Renew: ${en}` } : { sv: `Skaffa: ${sv}`, en: `Get: ${en}` },
    apply: (participant) => ({
      ...participant,
      credentials: [...(participant.credentials ?? []).filter((held) => held.kind !== kind), { kind }],
    }),
  };
}

function effortOf(kind: CredentialKind): EffortKind {
  if (shortCourses.has(kind)) return "shortCourse";
  return kind.startsWith("registration-") || kind === "assistant-nurse-title" ? "registration" : "permit";
}

import type { Credential, CredentialKind, DrivingLicence, Eligibility } from "@jobbmatch/shared";
import { isoDateOf } from "./dates.ts";
import { weighted } from "./distributions.ts";
import type { Random } from "./random.ts";
import { withoutUndefined } from "./without-undefined.ts";
import type { PastWork } from "./work-history.ts";

const heavierLicence = weighted<DrivingLicence[]>([
  [["B"], 86],
  [["B", "BE"], 3],
  [["A", "B"], 2],
  [["B", "C"], 4],
  [["B", "C", "CE"], 2],
  [["B", "D"], 3],
]);

/** Draws the licences that count in Sweden. Somebody who drove for a living elsewhere often has had no exchange. */
export function drawDrivingLicences(random: Random, pastWork: readonly PastWork[]): DrivingLicence[] {
  const driven = pastWork.find(({ occupation }) => occupation.drivingLicences !== undefined);
  if (driven === undefined) return random.chance(0.2) ? heavierLicence(random) : [];
  if (!random.chance(driven.abroad ? 0.36 : 0.56)) return [];
  const needed = driven.occupation.drivingLicences ?? [];
  return random.chance(0.3) ? [...new Set<DrivingLicence>(["B", ...needed])] : heavierLicence(random);
}

const common = weighted<CredentialKind>([
  ["food-hygiene", 40],
  ["first-aid", 25],
  ["truck-b", 8],
  ["truck-a", 8],
  ["road-work", 5],
  ["hot-work", 5],
  ["mobile-platform", 4],
  ["security-guard", 2],
  ["taxi-driver", 2],
  ["ykb-goods", 1],
]);

/** Years that a proof is valid, for those that expire. */
const yearsValid: Partial<Record<CredentialKind, number>> = {
  "ykb-goods": 5,
  "ykb-passengers": 5,
  adr: 5,
  "taxi-driver": 10,
  "food-hygiene": 4,
  "hot-work": 5,
  "mobile-platform": 5,
  "first-aid": 2,
  "road-work": 5,
};

/** What is granted by an authority in Sweden, and so almost never held for work that was done elsewhere. */
const grantedHere: readonly CredentialKind[] = [
  "registration-nurse",
  "registration-doctor",
  "registration-teacher",
  "registration-preschool-teacher",
  "registration-physiotherapist",
  "registration-other",
  "assistant-nurse-title",
  "security-guard",
];

/** Draws proofs of competence: few people have any, and some have run out. */
export function drawCredentials(random: Random, pastWork: readonly PastWork[], today: number): Credential[] {
  const fromWork = pastWork.flatMap(({ occupation, abroad }) =>
    (occupation.credentials ?? []).filter((kind) => random.chance(shareHolding(kind, abroad))),
  );
  const kinds = new Set<CredentialKind>(fromWork);
  if (random.chance(0.09)) kinds.add(common(random));
  return [...kinds].map((kind) => credentialOf(random, kind, today));
}

function shareHolding(kind: CredentialKind, abroad: boolean): number {
  if (grantedHere.includes(kind)) return abroad ? 0.03 : 0.35;
  return abroad ? 0.1 : 0.35;
}

function credentialOf(random: Random, kind: CredentialKind, today: number): Credential {
  const years = yearsValid[kind];
  if (years === undefined || random.chance(0.2)) return { kind };
  // Issued at any time in the last one and a half terms, so that about a third have expired.
  const age = random.integer(0, Math.round(years * 1.5 * 365));
  return { kind, validUntil: isoDateOf(today - age + years * 365) };
}

type Situation = { readonly monthsWithoutWork: number; readonly isBeginner: boolean; readonly today: number };

/** Draws the placement types that an authority has found the person eligible for, and for how long. */
export function drawEligibility(random: Random, situation: Situation): Eligibility[] {
  const { monthsWithoutWork, isBeginner, today } = situation;
  const far = monthsWithoutWork > 36;
  const shares: readonly (readonly [Eligibility["placementType"], number])[] = [
    ["work-training", isBeginner || far ? 0.4 : 0.15],
    ["introductory-job", monthsWithoutWork > 12 ? 0.24 : 0.08],
    ["new-start-job", monthsWithoutWork > 6 ? 0.3 : 0.04],
    ["development-employment", far ? 0.1 : 0.04],
    ["municipal-job", far ? 0.34 : 0.24],
  ];
  const current = shares.filter(([, share]) => random.chance(share));
  const eligibilities = current.map(([placementType]) => ({ placementType, ...periodAround(random, today) }));
  return random.chance(0.03) && monthsWithoutWork > 60
    ? [...eligibilities, { placementType: "extra-service", from: "2019-03-01", until: "2021-02-28" }]
    : eligibilities;
}

/** Most periods run for months yet; some end within weeks, and some have ended without anybody noticing. */
const daysLeft = weighted<readonly [number, number]>([
  [[-180, -1], 8],
  [[4, 60], 18],
  [[61, 700], 74],
]);

function periodAround(random: Random, today: number): Pick<Eligibility, "from" | "until"> {
  const [least, most] = daysLeft(random);
  const until = today + random.integer(least, most);
  return withoutUndefined({
    from: random.sometimes(0.85, () => isoDateOf(Math.min(today, until) - random.integer(20, 600))),
    until: random.sometimes(0.87, () => isoDateOf(until)),
  });
}

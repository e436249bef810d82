import {
  type Commitment,
  type CredentialKind,
  type Day,
  type DrivingLicence,
  days,
  type LanguageLevel,
  levelRank,
  type Participant,
  type PlacementTypeId,
  provenLevel,
  type TimeWindow,
} from "@jobbmatch/shared";
import { touched } from "./schedule-oracle.ts";

type Change = (participant: Participant, argument: string) => Participant;

/** Does to the profile what a remedy's id says, such as `drivingLicence:B` or `distance:+15`. */
export function applyRemedy(participant: Participant, id: string): Participant {
  const [rule = "", ...rest] = id.split(":");
  const change = changes[rule];
  if (change === undefined) throw new RangeError(`no way to apply ${id}`);
  return change(participant, rest.join(":"));
}

const changes: Readonly<Record<string, Change>> = {
  drivingLicence: (participant, argument) => {
    const [category] = argument.split("|") as [DrivingLicence];
    return { ...participant, drivingLicences: [...(participant.drivingLicences ?? []), category] };
  },
  credentials: (participant, argument) => {
    const [kind] = argument.replace(":renew", "").split("|") as [CredentialKind];
    return { ...participant, credentials: [...(participant.credentials ?? []), { kind }] };
  },
  language: (participant, argument) => {
    const [language = "", level = "A1"] = (argument.split("|")[0] ?? "").split(":") as [
      string,
      LanguageLevel?,
    ];
    const listed = participant.languages ?? [];
    const reached = listed.find(
      (entry) => entry.language === language && isAtLeast(provenLevel(entry), level),
    );
    if (reached !== undefined) return participant;
    const others = listed.filter((entry) => entry.language !== language);
    return { ...participant, languages: [...others, { language, level }] };
  },
  eligibility: (participant, argument) => {
    const [placementType] = argument.split(":") as [PlacementTypeId];
    return { ...participant, eligibility: [...(participant.eligibility ?? []), { placementType }] };
  },
  dates: (participant, argument) => {
    const [bound = "", day] = argument.split(":");
    return { ...participant, availability: { ...participant.availability, [bound]: day } };
  },
  hours: (participant, argument) => {
    const [bound = "", number] = argument.split(":");
    const { availability } = participant;
    const hoursPerWeek = { ...availability?.hoursPerWeek, [bound]: Number(number) };
    return { ...participant, availability: { ...availability, hoursPerWeek } };
  },
  distance: (participant, argument) => {
    const maxKm = (participant.commute?.maxKm ?? 0) + Number(argument);
    return { ...participant, commute: { ...participant.commute, maxKm } };
  },
  schedule: (participant, argument) => free(participant, windowsToFree(argument)),
};

function windowsToFree(argument: string): TimeWindow[] {
  const daily = (from: string, to: string) => days.map((day) => ({ day, from, to }));
  if (argument === "nights") return daily("22:00", "06:00");
  if (argument === "evenings") return daily("18:00", "24:00");
  if (argument === "weekends" || argument === "shifts") return daily("00:00", "24:00").slice(5);
  return (argument.split(",") as Day[]).map((day) => ({ day, from: "00:00", to: "24:00" }));
}

/** Makes the windows free: away from the commitments and, if free time is known, into it. */
function free(participant: Participant, windows: readonly TimeWindow[]): Participant {
  const { weekly, commitments, ...others } = participant.availability ?? {};
  const freed = new Set(touched(windows));
  const availability = {
    ...others,
    ...(weekly === undefined ? {} : { weekly: [...weekly, ...windows] }),
    ...(commitments === undefined ? {} : { commitments: commitments.map((one) => without(one, freed)) }),
  };
  return { ...participant, availability };
}

function without({ kind, windows }: Commitment, freed: ReadonlySet<number>): Commitment {
  const left = touched(windows).filter((half) => !freed.has(half));
  return { kind, windows: left.map(halfHourWindow) };
}

function halfHourWindow(half: number): TimeWindow {
  const clock = (slot: number) =>
    `${String(Math.floor(slot / 2)).padStart(2, "0")}:${slot % 2 === 0 ? "00" : "30"}`;
  const day = days[Math.floor(half / 48)] ?? "mon";
  return { day, from: clock(half % 48), to: clock((half % 48) + 1) };
}

/** A remedy for one demand must not take back what another one needed. */
function isAtLeast(has: LanguageLevel | undefined, level: LanguageLevel): boolean {
  return has !== undefined && levelRank(has) >= levelRank(level);
}

import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { MatchContext, Outcome } from "../../src/rules/rule.ts";
import { distanceOracle } from "./distance-oracle.ts";
import { scheduleOracle, studyShareOf } from "./schedule-oracle.ts";

/** Answers one pair as simply as possible: the outcomes that are right, more than one only at a rounding border. */
export type Oracle = (
  participant: Participant,
  vacancy: Vacancy,
  context: MatchContext,
) => readonly Outcome[];

function all(outcomes: readonly Outcome[]): Outcome[] {
  if (outcomes.some((outcome) => outcome === "fail")) return ["fail"];
  return outcomes.some((outcome) => outcome === "unknown") ? ["unknown"] : ["pass"];
}

function any(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.some((outcome) => outcome === "pass")) return "pass";
  return outcomes.some((outcome) => outcome === "unknown") ? "unknown" : "fail";
}

const when = (passes: boolean): Outcome => (passes ? "pass" : "fail");

const unit: Oracle = (participant, vacancy, context) => [
  when(
    (context.units === undefined || context.units.includes(participant.unit)) &&
      (vacancy.units === undefined || vacancy.units.includes(participant.unit)),
  ),
];

const seats: Oracle = (_participant, vacancy) => [
  when(vacancy.status === "open" && vacancy.seatsTaken < vacancy.seats),
];

const eligibility: Oracle = (participant, vacancy, context) => {
  const type = vacancy.placementType;
  const day = vacancy.start ?? context.date;
  if (type === undefined || type === "internship") return ["pass"];
  if (type === "extra-service") return ["fail"];
  if (participant.eligibility === undefined) return ["unknown"];
  for (const { placementType, from = "0000", until = "9999" } of participant.eligibility) {
    if (placementType === type && from <= day && day <= until) return ["pass"];
  }
  return ["fail"];
};

/** Every day from the first to the last, both included. */
function daysBetween(first: string, last: string): string[] {
  const list: string[] = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += 86_400_000) {
    list.push(new Date(time).toISOString().slice(0, 10));
  }
  return list;
}

const dates: Oracle = (participant, vacancy, context) => {
  const { deadline, start, end } = vacancy;
  if (deadline !== undefined && deadline < context.date) return ["fail"];
  if (end !== undefined && end < context.date) return ["fail"];
  if (start === undefined && end === undefined) return ["pass"];
  if (participant.availability === undefined) return ["unknown"];
  const { from, until } = participant.availability;
  const late = start !== undefined && start < context.date ? context.date : start;
  const needed = late === undefined ? [end ?? ""] : daysBetween(late, end ?? late);
  return [when(needed.every((day) => (from ?? "0000") <= day && day <= (until ?? "9999")))];
};

const includedLicences: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  "A1>AM A2>A1 A>A2 B>AM B96>B BE>B96 C1>B C1E>C1,BE C>C1 CE>C,C1E D1>B D1E>D1,BE D>D1 DE>D,D1E"
    .split(" ")
    .map((pair) => pair.split(">"))
    .map(([higher = "", lower = ""]) => [higher, lower.split(",")]),
);

function drives(held: string, wanted: string): boolean {
  return held === wanted || (includedLicences[held] ?? []).some((lower) => drives(lower, wanted));
}

const drivingLicence: Oracle = ({ drivingLicences: held }, vacancy) =>
  all(
    (vacancy.drivingLicences ?? []).map(({ anyOf }) =>
      held === undefined
        ? "unknown"
        : when(anyOf.some((wanted) => held.some((category) => drives(category, wanted)))),
    ),
  );

const credentials: Oracle = (participant, vacancy, context) => {
  const day = vacancy.start ?? context.date;
  return all(
    (vacancy.credentials ?? []).map(({ anyOf }) => {
      if (participant.credentials === undefined) return "unknown";
      return when(
        participant.credentials.some(
          ({ kind, validUntil = "9999" }) => anyOf.includes(kind) && validUntil >= day,
        ),
      );
    }),
  );
};

const order = ["none", "A1", "A2", "B1", "B2", "C1", "C2", "native"];
const sfiTable = {
  A: { passed: "A1", attending: "none" },
  B: { passed: "A1", attending: "A1" },
  C: { passed: "A2", attending: "A1" },
  D: { passed: "B1", attending: "A2" },
};

const language: Oracle = (participant, vacancy) =>
  all(
    (vacancy.languages ?? []).map(({ anyOf }) =>
      any(
        anyOf.map((asked) => {
          if (asked.level === "none") return "pass";
          const known = (participant.languages ?? []).filter((entry) => entry.language === asked.language);
          if (known.length === 0) return "unknown";
          const wanted = asked.level === undefined ? 1 : order.indexOf(asked.level);
          return any(
            known.map(({ level, sfi }) => {
              const proven = sfi ? sfiTable[sfi.course][sfi.status] : level;
              if (proven !== undefined) return when(order.indexOf(proven) >= wanted);
              return asked.level === undefined ? "pass" : "unknown";
            }),
          );
        }),
      ),
    ),
  );

/** Tries every half hour of the week's length: some number must suit both. */
const hours: Oracle = (participant, vacancy) => {
  if (vacancy.hoursPerWeek === undefined) return ["pass"];
  const { min: whole = 0, max: most = 168 } = vacancy.hoursPerWeek;
  const least = whole * (1 - studyShareOf(vacancy));
  const { min, max } = participant.availability?.hoursPerWeek ?? {};
  if (min === undefined && max === undefined) return least === 0 && most === 168 ? ["pass"] : ["unknown"];
  const lengths = Array.from({ length: 337 }, (_, index) => index / 2);
  const suits = (length: number) =>
    length >= (min ?? 0) && length <= (max ?? 168) && length >= least && length <= most;
  return [when(lengths.some(suits))];
};

/** One oracle for each built-in rule, by its id. */
export const oracles: Readonly<Record<string, Oracle>> = {
  unit,
  seats,
  eligibility,
  dates,
  drivingLicence,
  credentials,
  language,
  schedule: scheduleOracle,
  hours,
  distance: distanceOracle,
};

import type { PlacementTypeId } from "../vocabulary/placement-type-schema.ts";
import { daysBetween } from "./calendar.ts";
import { type Outcome, outcomes, type Placement, selfSupportingOutcomes } from "./placement.ts";

/** When those came in whom the placements are about; what is absent is left out of the medians. */
export interface ResultDates {
  /** Day on which a participant registered, ISO date, by id. */
  readonly registeredSince: ReadonlyMap<string, string>;
  /** Day on which a vacancy was published, ISO date, by id. */
  readonly publishedAt: ReadonlyMap<string, string>;
}

/** What a unit reaches in one month. */
export interface MonthlyResult {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly proposed: number;
  readonly declined: number;
  /** Places filled: people who began. */
  readonly placed: number;
  /** People who left for an ordinary job or studies. */
  readonly selfSupporting: number;
  /** Median days from registration to the first place, over people whose first place began in the month. */
  readonly medianDaysToPlace: number | undefined;
  /** Median days from publication to the first person, over vacancies whose first person began in the month. */
  readonly medianDaysToFill: number | undefined;
}

/** How the placements of one type have ended so far. */
export interface PlacementTypeResult {
  readonly placementType: PlacementTypeId | "unknown";
  readonly placed: number;
  readonly ongoing: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

/** Results month by month, in order; a month in which nothing happened is left out. */
export function monthlyResults(placements: readonly Placement[], dates: ResultDates): MonthlyResult[] {
  const months = new Set(placements.flatMap(({ steps }) => steps.map(({ date }) => monthOf(date))));
  const firstPlace = earliestPlaced(placements, ({ participant }) => participant);
  const firstFill = earliestPlaced(placements, ({ vacancy }) => vacancy);
  const steps = placements.flatMap((placement) => placement.steps);
  return [...months].sort().map((month) => {
    const inMonth = steps.filter(({ date }) => monthOf(date) === month);
    const count = (kind: string) => inMonth.filter((step) => step.kind === kind).length;
    return {
      month,
      proposed: count("proposed"),
      declined: count("declined"),
      placed: count("placed"),
      selfSupporting: inMonth.filter(
        (step) => step.kind === "ended" && selfSupportingOutcomes.includes(step.outcome),
      ).length,
      medianDaysToPlace: medianWait(firstPlace, dates.registeredSince, month),
      medianDaysToFill: medianWait(firstFill, dates.publishedAt, month),
    };
  });
}

/** Outcomes by placement type, those with most placements first. */
export function resultsByPlacementType(placements: readonly Placement[]): PlacementTypeResult[] {
  const begun = placements.filter(({ steps }) => steps.some(({ kind }) => kind === "placed"));
  const types = [...new Set(begun.map(typeOf))];
  return types
    .map((placementType) => {
      const ofType = begun.filter((placement) => typeOf(placement) === placementType);
      const ended = ofType.flatMap(({ steps }) =>
        steps.flatMap((step) => (step.kind === "ended" ? [step] : [])),
      );
      const counts = outcomes.map((outcome) => [
        outcome,
        ended.filter((step) => step.outcome === outcome).length,
      ]);
      return {
        placementType,
        placed: ofType.length,
        ongoing: ofType.length - ended.length,
        outcomes: Object.fromEntries(counts) as Record<Outcome, number>,
      };
    })
    .sort((a, b) => b.placed - a.placed || (a.placementType < b.placementType ? -1 : 1));
}

function typeOf({ placementType }: Placement): PlacementTypeId | "unknown" {
  return placementType ?? "unknown";
}

function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** The first day on which somebody began, by what `keyOf` names. */
function earliestPlaced(
  placements: readonly Placement[],
  keyOf: (placement: Placement) => string,
): ReadonlyMap<string, string> {
  const earliest = new Map<string, string>();
  for (const placement of placements) {
    const placed = placement.steps.find(({ kind }) => kind === "placed")?.date;
    const key = keyOf(placement);
    const known = earliest.get(key);
    if (placed !== undefined && (known === undefined || placed < known)) earliest.set(key, placed);
  }
  return earliest;
}

function medianWait(
  ends: ReadonlyMap<string, string>,
  starts: ReadonlyMap<string, string>,
  month: string,
): number | undefined {
  const waits = [...ends].flatMap(([id, end]) => {
    const start = starts.get(id);
    return start === undefined || monthOf(end) !== month ? [] : [daysBetween(start, end)];
  });
  return median(waits);
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >>> 1];
  const lower = sorted[(sorted.length - 1) >>> 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}

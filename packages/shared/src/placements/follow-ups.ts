import { addMonths, daysBetween } from "./calendar.ts";
import type { Placement } from "./placement.ts";

/** A talk with somebody in a placement that is to be held, or should have been. */
export interface DueFollowUp {
  readonly participant: string;
  readonly vacancy: string;
  readonly unit: string;
  /** The day on which it is due, ISO date. */
  readonly due: string;
  /** Days since then; 0 on the day itself. */
  readonly daysLate: number;
}

export interface FollowUpOptions {
  /** ISO date. */
  readonly date: string;
  /** Months between follow-ups, 1 to 12. @default 1 */
  readonly everyMonths?: number;
}

/** The follow-ups that are due on a day, the latest first; one for each placement that is going on. */
export function dueFollowUps(
  placements: Iterable<Placement>,
  { date, everyMonths = 1 }: FollowUpOptions,
): DueFollowUp[] {
  return [...placements]
    .flatMap((placement) => {
      const due = nextFollowUp(placement, everyMonths);
      if (due === undefined || due > date) return [];
      const { participant, vacancy, unit } = placement;
      return [{ participant, vacancy, unit, due, daysLate: daysBetween(due, date) }];
    })
    .sort((a, b) => b.daysLate - a.daysLate || (a.participant < b.participant ? -1 : 1));
}

/** The day of the next follow-up, counted in whole months from the first day; `undefined` if nobody is placed. */
export function nextFollowUp({ steps }: Placement, everyMonths = 1): string | undefined {
  const placed = steps.find(({ kind }) => kind === "placed");
  const last = steps.at(-1);
  if (placed === undefined || last === undefined || last.kind === "ended") return undefined;
  for (let months = everyMonths; ; months += everyMonths) {
    const day = addMonths(placed.date, months);
    if (day > last.date) return day;
  }
}

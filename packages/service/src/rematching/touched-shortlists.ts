import type { Matcher, VacancyScore, Verdict } from "@jobbmatch/matcher";
import { JobbmatchError } from "@jobbmatch/shared";
import type { Queryable } from "../storage/database.ts";
import { type EntryConditions, readEntryConditions } from "../storage/queries/read-entry-conditions.ts";
import {
  type ChangedParticipant,
  readShortlistsHolding,
} from "../storage/queries/read-shortlists-holding.ts";
import { readVacancyStates } from "../storage/queries/read-vacancy-states.ts";
import { nearMissLimit, shortlistLimit } from "./compute-shortlist.ts";
import { isOpenOn } from "./is-open-on.ts";
import { TimeSlices } from "./time-slices.ts";

export interface TouchedShortlistsRequest {
  readonly unit: string;
  readonly participants: readonly ChangedParticipant[];
  /** ISO date. */
  readonly date: string;
}

/** Scores of two processes differ in the last digits: a little less than the last score of a list may reach it. */
const scoreTolerance = 1e-6;

/**
 * Vacancies whose shortlists in a unit may change with some participants: those that hold one of them, those that one
 * would enter now, those from which somebody was erased, and those that have no shortlist yet. Shortlists that were made
 * at a participant's change or later follow it already.
 *
 * @param index asked anew for each participant: it may have moved on meanwhile, never back.
 */
export async function touchedShortlists(
  client: Queryable,
  index: { readonly matcher: Matcher },
  { unit, participants, date }: TouchedShortlistsRequest,
): Promise<ReadonlySet<string>> {
  if (participants.length === 0) return new Set();
  const touched = new Set(await readShortlistsHolding(client, { unit, participants }));
  const conditions = await readEntryConditions(client, unit);
  const closed = await closedVacancies(client, conditions, date);
  const lists = new Map(conditions.map((list) => [list.vacancy, list]));
  const slices = new TimeSlices();
  for (const { id, position } of participants) {
    const least = (vacancy: string, verdict: Verdict) =>
      closed.has(vacancy) ? Number.POSITIVE_INFINITY : leastScore(lists.get(vacancy), verdict, position);
    for (const { vacancy } of standingsOf(index.matcher, { id, unit, date, least })) touched.add(vacancy);
    await slices.pause();
  }
  return touched;
}

/** Vacancies with an empty list that nobody enters, since they are not open. */
async function closedVacancies(
  client: Queryable,
  lists: readonly EntryConditions[],
  date: string,
): Promise<ReadonlySet<string>> {
  const empty = lists.filter(({ entries, nearMisses, hasRules }) => !hasRules && entries + nearMisses === 0);
  const states = await readVacancyStates(
    client,
    empty.map(({ vacancy }) => vacancy),
  );
  return new Set([...states.values()].filter((state) => !isOpenOn(state, date)).map(({ id }) => id));
}

/** The score with which somebody who changed at a position enters a list, or stands on it. */
function leastScore(list: EntryConditions | undefined, verdict: Verdict, position: number): number {
  if (list === undefined) return Number.NEGATIVE_INFINITY;
  if (list.position >= position) return Number.POSITIVE_INFINITY;
  const isNearMiss = verdict === "nearMiss";
  if (isNearMiss && !list.hasRules) return Number.POSITIVE_INFINITY;
  const hasRoom = isNearMiss ? list.nearMisses < nearMissLimit : list.entries < shortlistLimit;
  const lowest = isNearMiss ? list.lowestNearMissScore : list.lowestScore;
  return hasRoom || lowest === null ? Number.NEGATIVE_INFINITY : lowest - scoreTolerance;
}

interface Standing {
  readonly id: string;
  readonly unit: string;
  readonly date: string;
  readonly least: (vacancy: string, verdict: Verdict) => number;
}

/** The vacancies that a participant reaches; none when the index does not hold the participant in that unit. */
function standingsOf(matcher: Matcher, { id, unit, date, least }: Standing): readonly VacancyScore[] {
  try {
    return matcher.scoreVacancies(id, { units: [unit], date }, least);
  } catch (error) {
    if (error instanceof JobbmatchError && error.code === "unknownParticipant") return [];
    throw error;
  }
}

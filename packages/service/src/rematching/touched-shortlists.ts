import type { LeastScores, Matcher, VacancyScore } from "@jobbmatch/matcher";
import { JobbmatchError } from "@jobbmatch/shared";
import type { Queryable } from "../storage/database.ts";
import { readVacancyStates } from "../storage/queries/read-vacancy-states.ts";
import { isOpenOn } from "./is-open-on.ts";
import { TimeSlices } from "./time-slices.ts";
import type { UnitLists } from "./unit-lists.ts";

/** A participant with the position of the change that the shortlists are to follow. */
export interface ChangedParticipant {
  readonly id: string;
  readonly position: number;
}

export interface TouchedShortlistsRequest {
  readonly unit: string;
  readonly participants: readonly ChangedParticipant[];
  /** The unit's shortlists as they are. */
  readonly lists: UnitLists;
  /** ISO date. */
  readonly date: string;
}

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
  { unit, participants, lists, date }: TouchedShortlistsRequest,
): Promise<ReadonlySet<string>> {
  const all = lists.all();
  const touched = new Set(all.filter(({ position }) => position === 0).map(({ vacancy }) => vacancy));
  await lookForClosed(client, lists, date);
  const slices = new TimeSlices();
  for (const { id, position } of participants) {
    const isBehind = (vacancy: string) =>
      (lists.get(vacancy)?.position ?? Number.NEGATIVE_INFINITY) < position;
    for (const vacancy of lists.holding(id)) if (isBehind(vacancy)) touched.add(vacancy);
    for (const { vacancy } of standingsOf(index.matcher, {
      id,
      unit,
      date,
      least: lists.leastScoresOn(date),
    }))
      if (isBehind(vacancy)) touched.add(vacancy);
    await slices.pause();
  }
  return touched;
}

/** Finds out which of the vacancies with an empty list nobody enters since they are not open, as far as that is not known. */
async function lookForClosed(client: Queryable, lists: UnitLists, date: string): Promise<void> {
  const bare = lists
    .all()
    .filter(({ isBare, vacancy }) => isBare && !lists.isKnownClosed(vacancy, date))
    .map(({ vacancy }) => vacancy);
  if (bare.length === 0) return;
  const states = await readVacancyStates(client, bare);
  for (const state of states.values()) if (!isOpenOn(state, date)) lists.noteClosed(state.id, date);
}

interface Standing {
  readonly id: string;
  readonly unit: string;
  readonly date: string;
  readonly least: LeastScores;
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

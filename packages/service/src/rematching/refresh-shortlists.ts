import type { Matcher } from "@jobbmatch/matcher";
import type { Queryable } from "../storage/database.ts";
import type { NewEvent } from "../storage/event.ts";
import { appendEvents } from "../storage/queries/append-events.ts";
import { appendShortlistHistory, type ShortlistChange } from "../storage/queries/append-shortlist-history.ts";
import { deleteShortlists } from "../storage/queries/delete-shortlists.ts";
import { readShortlistMembers } from "../storage/queries/read-shortlist-members.ts";
import { readVacancyStates, type VacancyState } from "../storage/queries/read-vacancy-states.ts";
import { saveShortlists } from "../storage/queries/save-shortlists.ts";
import { type ComputedShortlist, computeShortlist, emptyShortlist } from "./compute-shortlist.ts";
import { isOpenOn } from "./is-open-on.ts";
import { rulesVersion } from "./rules-version.ts";
import { diffShortlists, isUnchanged, type Placed, type ShortlistDiff } from "./shortlist-diff.ts";

/** What shortlists are computed from. */
export interface Index {
  readonly matcher: Matcher;
  /** Everything up to this position is in. */
  readonly position: number;
  /** The model of its vectors. */
  readonly model: string;
}

export interface RefreshRequest {
  readonly unit: string;
  readonly vacancies: readonly string[];
  /** The day of the match, ISO date. */
  readonly date: string;
  readonly cause: ShortlistChange["cause"];
}

/** What a refresh has done. */
export interface Refreshed {
  /** Vacancies whose shortlist was stored, with the people on it. */
  readonly stored: ReadonlyMap<string, readonly string[]>;
  /** Differences from the shortlists before, where there are any. */
  readonly diffs: readonly ShortlistDiff[];
  /** Milliseconds that the computation took. */
  readonly milliseconds: number;
}

/**
 * Computes a unit's shortlists for some vacancies and stores them, with history and events where they changed. The
 * caller holds the unit's lock, and the index has seen every change that the unit's shortlists follow.
 */
export async function refreshShortlists(
  client: Queryable,
  index: Index,
  request: RefreshRequest,
): Promise<Refreshed> {
  const { unit, vacancies } = request;
  const states = await readVacancyStates(client, vacancies);
  const before = await readShortlistMembers(client, { unit, vacancies });
  const closedToUnit = vacancies.filter((id) => !isForUnit(states.get(id), unit));
  if (closedToUnit.length > 0) await deleteShortlists(client, { unit, vacancies: closedToUnit });
  // From here to the end of the computation nothing is awaited, so that position and shortlists belong together.
  const { position, model } = index;
  const begun = performance.now();
  const computed = [...states.values()]
    .filter((state) => isForUnit(state, unit))
    .flatMap((state) => computeFor(state, index.matcher, request));
  const milliseconds = performance.now() - begun;
  const stored = await saveShortlists(
    client,
    computed.map((list) => ({ ...list, unit, position, date: request.date, model, rulesVersion })),
  );
  const written = computed.filter(({ vacancy }) => stored.has(vacancy));
  const changes = written.flatMap((list) =>
    changeOf(list, before.get(list.vacancy) ?? [], position, request),
  );
  await appendShortlistHistory(client, changes);
  await appendEvents(client, changes.map(eventOf));
  return {
    stored: new Map(
      written.map(({ vacancy, entries }) => [vacancy, entries.map(({ participant }) => participant)]),
    ),
    diffs: changes.map(({ diff }) => diff),
    milliseconds,
  };
}

function isForUnit(state: VacancyState | undefined, unit: string): boolean {
  return state !== undefined && state.units?.includes(unit) !== false;
}

type VacancyShortlist = ComputedShortlist & { readonly vacancy: string };

/** Nothing when the index does not hold the vacancy yet: its own change is on the way. */
function computeFor(
  state: VacancyState,
  matcher: Matcher,
  { unit, date }: RefreshRequest,
): VacancyShortlist[] {
  const vacancy = state.id;
  if (!isOpenOn(state, date)) return [{ ...emptyShortlist, vacancy }];
  const list = computeShortlist(matcher, { vacancy, unit, date });
  return list === undefined ? [] : [{ ...list, vacancy }];
}

type Change = ShortlistChange & { readonly diff: ShortlistDiff };

function changeOf(
  { vacancy, entries }: VacancyShortlist,
  before: readonly string[],
  position: number,
  { unit, cause }: RefreshRequest,
): Change[] {
  const diff = diffShortlists(placed(before), entries);
  return isUnchanged(diff) ? [] : [{ vacancy, unit, position, cause, diff, entries }];
}

function placed(participants: readonly string[]): Placed[] {
  return participants.map((participant, index) => ({ participant, rank: index + 1 }));
}

function eventOf({ vacancy, unit, position, diff }: Change): NewEvent {
  const { entered, left, moved } = diff;
  const counts = { entered: entered.length, left: left.length, moved: moved.length };
  return { kind: "shortlist.changed", unit, payload: { vacancy, unit, position, ...counts } };
}

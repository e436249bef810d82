import type { Matcher } from "@jobbmatch/matcher";
import type { Queryable } from "../storage/database.ts";
import type { NewEvent } from "../storage/event.ts";
import { appendEvents } from "../storage/queries/append-events.ts";
import { appendShortlistHistory, type ShortlistChange } from "../storage/queries/append-shortlist-history.ts";
import { deleteShortlists } from "../storage/queries/delete-shortlists.ts";
import type { ListState } from "../storage/queries/read-list-states.ts";
import { readShortlistMembers } from "../storage/queries/read-shortlist-members.ts";
import { readVacancyStates, type VacancyState } from "../storage/queries/read-vacancy-states.ts";
import { saveShortlists } from "../storage/queries/save-shortlists.ts";
import { type ComputedShortlist, computeShortlist, emptyShortlist } from "./compute-shortlist.ts";
import { isOpenOn } from "./is-open-on.ts";
import { rulesVersion } from "./rules-version.ts";
import { diffShortlists, isUnchanged, type Placed, type ShortlistDiff } from "./shortlist-diff.ts";
import { TimeSlices } from "./time-slices.ts";
import type { UnitLists } from "./unit-lists.ts";

/** What shortlists are computed from. */
export interface Index {
  readonly matcher: Matcher;
  /** Everything up to this position is in. It may move on while shortlists are made, never back. */
  readonly position: number;
  /** The model of its vectors. */
  readonly model: string;
}

export interface RefreshRequest {
  readonly unit: string;
  readonly vacancies: readonly string[];
  /** The day of the match, ISO date. */
  readonly date: string;
  /** Why a vacancy's list is made anew. */
  readonly causeOf: (vacancy: string) => ShortlistChange["cause"];
  /** The unit's shortlists as they are, if that is known. */
  readonly lists?: UnitLists | undefined;
}

/** What a refresh has done. */
export interface Refreshed {
  /** The shortlists that were stored, by vacancy. */
  readonly stored: ReadonlyMap<string, ListState>;
  /** Vacancies that the unit has no shortlist for, or no longer. */
  readonly removed: readonly string[];
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
  if (vacancies.length === 0) return { stored: new Map(), removed: [], diffs: [], milliseconds: 0 };
  const states = await readVacancyStates(client, vacancies);
  const entriesBefore = await readEntries(client, request);
  const closedToUnit = vacancies.filter((id) => !isForUnit(states.get(id), unit));
  if (closedToUnit.length > 0)
    await deleteShortlists(client, { unit, vacancies: closedToUnit, position: index.position });
  const open = [...states.values()].filter((state) => isForUnit(state, unit));
  const { computed, milliseconds } = await computeAll(open, index, request);
  const { model } = index;
  const different = computed.flatMap((list) => changeOf(list, entriesBefore(list.vacancy), request));
  const stored = await saveShortlists(
    client,
    computed.map((list) => ({ ...list, unit, date: request.date, model, rulesVersion })),
    new Set(different.map(({ vacancy }) => vacancy)),
  );
  const written = computed.filter(({ vacancy }) => stored.has(vacancy));
  const changes = different.filter(({ vacancy }) => stored.has(vacancy));
  await appendShortlistHistory(client, changes);
  await appendEvents(client, changes.map(eventOf));
  return {
    stored: new Map(written.map((list) => [list.vacancy, stateOf(list, request)])),
    removed: closedToUnit,
    diffs: changes.map(({ diff }) => diff),
    milliseconds,
  };
}

/** Ids of those who stand on each list, best first; nobody where there is no list. */
async function readEntries(
  client: Queryable,
  { unit, vacancies, lists }: RefreshRequest,
): Promise<(vacancy: string) => readonly string[]> {
  if (lists !== undefined) return (vacancy) => lists.get(vacancy)?.entries ?? [];
  const members = await readShortlistMembers(client, { unit, vacancies });
  return (vacancy) => members.get(vacancy) ?? [];
}

function isForUnit(state: VacancyState | undefined, unit: string): boolean {
  return state !== undefined && state.units?.includes(unit) !== false;
}

function stateOf(
  { vacancy, position, content: { entries, nearMisses }, funnel }: VacancyShortlist,
  { lists }: RefreshRequest,
): ListState {
  const hasRules = funnel === undefined ? lists?.get(vacancy)?.hasRules : funnel.steps.length > 0;
  return {
    vacancy,
    position,
    entries: entries.map(({ participant }) => participant),
    nearMisses: nearMisses.map(({ participant }) => participant),
    lowestScore: entries.at(-1)?.score ?? null,
    lowestNearMissScore: nearMisses.at(-1)?.score ?? null,
    hasRules: hasRules ?? false,
  };
}

type VacancyShortlist = ComputedShortlist & { readonly vacancy: string; readonly position: number };

/** Between two lists others have their turn, and the index may move on. */
async function computeAll(
  states: readonly VacancyState[],
  index: Index,
  request: RefreshRequest,
): Promise<{ readonly computed: readonly VacancyShortlist[]; readonly milliseconds: number }> {
  const computed: VacancyShortlist[] = [];
  const slices = new TimeSlices();
  let milliseconds = 0;
  for (const state of states) {
    const begun = performance.now();
    computed.push(...computeFor(state, index, request));
    milliseconds += performance.now() - begun;
    await slices.pause();
  }
  return { computed, milliseconds };
}

/** Nothing when the index does not hold the vacancy yet: its own change is on the way. */
function computeFor(
  state: VacancyState,
  { matcher, position }: Index,
  request: RefreshRequest,
): VacancyShortlist[] {
  const vacancy = state.id;
  const { unit, date } = request;
  if (!isOpenOn(state, date)) return [{ ...emptyShortlist, vacancy, position }];
  const list = computeShortlist(matcher, { vacancy, unit, date, funnel: isFunnelAsked(vacancy, request) });
  return list === undefined ? [] : [{ ...list, vacancy, position }];
}

/**
 * A participant's change leaves the funnel that is stored as it is: to count anew is most of the work, and the lists that
 * the change does not touch keep theirs as well. But where nothing was counted, since the vacancy was not open, it is.
 */
function isFunnelAsked(vacancy: string, { causeOf, lists }: RefreshRequest): boolean {
  return causeOf(vacancy) !== "participant" || lists?.get(vacancy)?.hasRules !== true;
}

type Change = ShortlistChange & { readonly diff: ShortlistDiff };

function changeOf(
  { vacancy, position, content: { entries } }: VacancyShortlist,
  before: readonly string[],
  { unit, causeOf }: RefreshRequest,
): Change[] {
  const diff = diffShortlists(placed(before), entries);
  return isUnchanged(diff) ? [] : [{ vacancy, unit, position, cause: causeOf(vacancy), diff }];
}

function placed(participants: readonly string[]): Placed[] {
  return participants.map((participant, index) => ({ participant, rank: index + 1 }));
}

function eventOf({ vacancy, unit, position, diff }: Change): NewEvent {
  const { entered, left, moved } = diff;
  const counts = { entered: entered.length, left: left.length, moved: moved.length };
  return { kind: "shortlist.changed", unit, payload: { vacancy, unit, position, ...counts } };
}

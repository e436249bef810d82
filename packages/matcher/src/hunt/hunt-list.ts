import type { LanguageLevel, Localised, VacancyInput } from "@jobbmatch/shared";
import type { SearchIndex } from "../retrieval/candidates/top-candidates.ts";
import type { Bitset } from "../rules/bitset.ts";
import type { StoredVacancy } from "../store/vacancy-store.ts";
import { occupationTitle } from "../text/occupation-title.ts";
import { type Capabilities, capabilitiesOf } from "./capabilities.ts";
import type { CompleteHuntRequest } from "./hunt-request.ts";
import { allowedOf, peopleWithoutPlace } from "./people-without-place.ts";
import { type EvaluatedKind, evaluateKind, type PrepareVacancy, sitesFor } from "./workplace-kinds.ts";

/** An occupation group of SSYK 2012. */
export interface OccupationGroup {
  readonly ssyk: string;
  readonly name: Localised;
}

/** A kind of workplace to call. Counts of fewer people than the request's `smallest` are left out. */
export interface WorkplaceKind {
  readonly occupation: OccupationGroup;
  /** Code of the municipality. */
  readonly municipality: string;
  /** Hours a week, within weekdays 07–18, that most could work. */
  readonly hoursPerWeek: number;
  /** The level of Swedish that most have; `none` when nothing should be asked. */
  readonly swedish: LanguageLevel;
  /** People who would get a good place by it and by none of the kinds before it in the list. */
  readonly serves: number;
  /** All people who would get a good place by it. */
  readonly servesInAll: number;
  /** Those of them about whom nothing needs to be asked. */
  readonly certain?: number;
  /** Those of them who have done such work. */
  readonly experienced?: number;
  /** Those of them who wish for such work. */
  readonly wishing?: number;
  /** Such a vacancy: with it, a new match gives these counts. */
  readonly vacancy: VacancyInput;
}

/** The answer to "which workplaces, missing today, would serve most people without a place?". */
export interface HuntList {
  /** The day of the match, ISO date. */
  readonly date: string;
  readonly goodScore: number;
  /** How many people were looked at. */
  readonly total: number;
  /** How many of them have too few good places. */
  readonly withoutPlace: number;
  /** What they could work with, by experience or wish, those groups first that most are in. A person may be in several. */
  readonly groups: readonly (OccupationGroup & { readonly people: number })[];
  /** In the order in which to call. */
  readonly kinds: readonly WorkplaceKind[];
  /** People without a place whom none of the kinds serves. */
  readonly left: number;
  /** Those of them whose work and wishes are not known: talk to them first. Left out if fewer than `smallest`. */
  readonly leftUndirected?: number;
}

/** The most occupation groups that are listed. */
const shownGroups = 10;

/**
 * Proposes kinds of workplace for people without a good place, by greedy maximum coverage: each next kind is the one that
 * serves most of those whom the kinds before it leave.
 */
export async function huntList(
  index: SearchIndex,
  vacancies: Iterable<StoredVacancy>,
  request: CompleteHuntRequest,
  prepare: PrepareVacancy,
): Promise<HuntList> {
  const { everyone, lacking, slotOf } = peopleWithoutPlace(index, vacancies, request);
  const capabilities = capabilitiesOf(index.participants, lacking);
  const evaluated: EvaluatedKind[] = [];
  for (const site of sitesFor(capabilities, request))
    evaluated.push(await evaluateKind(index, site, lacking, slotOf, request, prepare));
  const left = lacking.clone();
  const kinds = chooseKinds(evaluated, left, request).map(({ kind, serves }) =>
    describeKind(index, kind, serves, capabilities, request),
  );
  const undirected = countIn(left, capabilities.undirected);
  return {
    date: request.date,
    goodScore: request.goodScore,
    total: everyone.count(),
    withoutPlace: lacking.count(),
    groups: groupsOf(capabilities, request),
    kinds,
    left: left.count(),
    ...(undirected < request.smallest ? {} : { leftUndirected: undirected }),
  };
}

interface ChosenKind {
  readonly kind: EvaluatedKind;
  readonly serves: number;
}

/** Takes the kinds one by one, and out of `left` the people whom they serve. */
function chooseKinds(
  evaluated: readonly EvaluatedKind[],
  left: Bitset,
  { limit, smallest }: CompleteHuntRequest,
): ChosenKind[] {
  const chosen: ChosenKind[] = [];
  while (chosen.length < limit) {
    const best = mostServing(evaluated, left);
    if (best === undefined || best.serves < smallest) break;
    chosen.push(best);
    left.andNot(best.kind.served);
  }
  return chosen;
}

function mostServing(evaluated: readonly EvaluatedKind[], left: Bitset): ChosenKind | undefined {
  let best: ChosenKind | undefined;
  for (const kind of evaluated) {
    const serves = kind.served.clone().and(left).count();
    if (best === undefined || serves > best.serves) best = { kind, serves };
  }
  return best;
}

function describeKind(
  index: SearchIndex,
  { site, demands, vacancy, stored, served }: EvaluatedKind,
  serves: number,
  { experienced, wishing, names }: Capabilities,
  request: CompleteHuntRequest,
): WorkplaceKind {
  const certain = allowedOf(index, stored, served, { ...request, unknown: "exclude" }).count();
  const counts = {
    certain,
    experienced: countIn(served, experienced.get(site.ssyk)),
    wishing: countIn(served, wishing.get(site.ssyk)),
  };
  const shown = Object.entries(counts).filter(([, count]) => count >= request.smallest);
  return {
    occupation: { ssyk: site.ssyk, name: occupationTitle(site.ssyk, names) },
    municipality: site.municipality,
    hoursPerWeek: demands.hours ?? 0,
    swedish: demands.swedish,
    serves,
    servesInAll: served.count(),
    ...Object.fromEntries(shown),
    vacancy,
  };
}

function countIn(people: Bitset, group: ReadonlySet<number> = new Set()): number {
  return [...group].filter((slot) => people.has(slot)).length;
}

function groupsOf({ experienced, wishing, names }: Capabilities, { smallest }: CompleteHuntRequest) {
  const codes = new Set([...experienced.keys(), ...wishing.keys()]);
  return [...codes]
    .map((ssyk) => ({
      ssyk,
      name: occupationTitle(ssyk, names),
      people: new Set([...(experienced.get(ssyk) ?? []), ...(wishing.get(ssyk) ?? [])]).size,
    }))
    .filter(({ people }) => people >= smallest)
    .sort((a, b) => b.people - a.people || (a.ssyk < b.ssyk ? -1 : 1))
    .slice(0, shownGroups);
}

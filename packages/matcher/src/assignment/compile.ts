import { JobbmatchError, type Problem } from "@jobbmatch/shared";
import type {
  AssignmentInput,
  AssignmentPair,
  AssignmentPerson,
  AssignmentPlace,
} from "./assignment-input.ts";
import type { CompleteAssignmentRequest } from "./assignment-request.ts";
import { type Option, type OptionTable, optionTable } from "./option-table.ts";
import { type ResourceKind, type Resources, resourcesOf } from "./resources.ts";
import { type Utility, utilityOf } from "./utility.ts";
import { canCombine, hoursAt, overlappingPlaces, weekShareOf } from "./week-share.ts";

/** A pair with its numbers and what it is worth. */
export interface WorthyPair extends AssignmentPair {
  readonly person: number;
  readonly place: number;
  readonly utility: Utility;
  /** Hours a week that the person would work there. */
  readonly hours: number;
}

/** The input, checked, in the order of ids, with everybody's options as a table. */
export interface CompiledAssignment {
  readonly people: readonly AssignmentPerson[];
  readonly places: readonly AssignmentPlace[];
  readonly table: OptionTable;
  /** The pairs that each option consists of: one or two. */
  readonly pairsOf: readonly (readonly WorthyPair[])[];
  /** A name for each resource, the same from one night to the next. */
  readonly resourceNames: readonly string[];
  readonly resourceKinds: readonly ResourceKind[];
  /** Pairs that were left out since their score is too low. */
  readonly belowLeastScore: number;
  /** Combinations of two places that were left out since the person has better ones. */
  readonly combinationsCut: number;
}

/** A pair of a previous proposal, as `stabilityKey` writes it. */
export type PreviousPairs = ReadonlySet<string>;

export function stabilityKey(participant: string, vacancy: string): string {
  return `${participant} ${vacancy}`;
}

/** Combinations of two places that one person's week is looked for among, the best ones. */
const mostCombinations = 200;

/**
 * Checks the input and makes the table of options.
 *
 * @throws JobbmatchError `duplicateId`, `unknownParticipant`, `unknownVacancy` or `invalidNumber`.
 */
export function compileAssignment(
  input: AssignmentInput,
  request: CompleteAssignmentRequest,
  previous: PreviousPairs,
): CompiledAssignment {
  const people = inOrder(input.people);
  const places = inOrder(input.places);
  const resources = resourcesOf(places, request.supervisorCapacity);
  const { kept, belowLeastScore } = worthyPairs(input.pairs, { people, places, request, previous });
  const overlaps = overlappingPlaces(places);
  let combinationsCut = 0;
  const pairsByPerson = people.map((person, index) => {
    const singles = kept[index] ?? [];
    const combinations = combinationsOf(person, singles, places, overlaps);
    combinationsCut += Math.max(0, combinations.length - mostCombinations);
    return [...singles.map((pair) => [pair]), ...combinations.slice(0, mostCombinations)];
  });
  const options = pairsByPerson.map((own) => own.map((pairs) => optionOf(pairs, resources)));
  return {
    people,
    places,
    table: optionTable(options, places.length, resources.capacity),
    pairsOf: pairsByPerson.flat(),
    resourceNames: resources.names,
    resourceKinds: resources.kinds,
    belowLeastScore,
    combinationsCut,
  };
}

function inOrder<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  const sorted = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  const twice = sorted.find(({ id }, index) => sorted[index + 1]?.id === id);
  if (twice !== undefined)
    throw problem({ code: "duplicateId", id: twice.id, message: "the id comes twice" });
  return sorted;
}

interface PairContext {
  readonly people: readonly AssignmentPerson[];
  readonly places: readonly AssignmentPlace[];
  readonly request: CompleteAssignmentRequest;
  readonly previous: PreviousPairs;
}

/** The pairs that are worth something, by person, in the order of places. */
function worthyPairs(
  pairs: readonly AssignmentPair[],
  { people, places, request, previous }: PairContext,
): { readonly kept: readonly (readonly WorthyPair[])[]; readonly belowLeastScore: number } {
  const kept = people.map(() => [] as WorthyPair[]);
  const personNumbers = new Map(people.map(({ id }, index) => [id, index]));
  const placeNumbers = new Map(places.map(({ id }, index) => [id, index]));
  let belowLeastScore = 0;
  for (const pair of pairs) {
    checkPair(pair);
    const person = numberOf(personNumbers, pair.participant, "unknownParticipant");
    const place = numberOf(placeNumbers, pair.vacancy, "unknownVacancy");
    const profile = people[person];
    const opening = places[place];
    if (profile === undefined || opening === undefined || opening.seats <= 0) continue;
    if (pair.score < request.leastScore) {
      belowLeastScore += 1;
      continue;
    }
    const { participant, vacancy, score, wish } = pair;
    const utility = utilityOf(pair, profile, opening, {
      date: request.date,
      weights: request.weights,
      wasProposed: previous.size > 0 && previous.has(stabilityKey(participant, vacancy)),
      weekShare: weekShareOf(profile, opening),
    });
    const hours = hoursAt(profile, opening);
    // Hundreds of thousands of these: spreading the pair instead of naming its fields takes several times as long.
    kept[person]?.push({ participant, vacancy, score, wish, person, place, utility, hours });
  }
  return { kept: kept.map(inOrderOfPlaces), belowLeastScore };
}

/** One person's pairs that are worth something, each place once. */
function inOrderOfPlaces(pairs: readonly WorthyPair[]): readonly WorthyPair[] {
  const sorted = [...pairs].sort((a, b) => a.place - b.place);
  const twice = sorted.find(({ place }, index) => sorted[index + 1]?.place === place);
  if (twice !== undefined)
    throw problem({ code: "duplicateId", id: twice.participant, message: "a pair comes twice" });
  return sorted.filter(({ utility }) => utility.total > 0);
}

function checkPair({ participant, score, wish }: AssignmentPair): void {
  const isShare = (value: number) => value >= 0 && value <= 1;
  if (isShare(score) && isShare(wish)) return;
  throw problem({
    code: "invalidNumber",
    id: participant,
    message: "score and wish must lie between 0 and 1",
  });
}

function numberOf(
  numbers: ReadonlyMap<string, number>,
  id: string,
  code: "unknownParticipant" | "unknownVacancy",
): number {
  const number = numbers.get(id);
  if (number === undefined)
    throw problem({ code, id, message: "a pair names an id that is not in the input" });
  return number;
}

/** Two places in one week, those first that are worth most. */
function combinationsOf(
  person: AssignmentPerson,
  pairs: readonly WorthyPair[],
  places: readonly AssignmentPlace[],
  overlaps: (one: number, other: number) => boolean,
): (readonly WorthyPair[])[] {
  const parts = pairs.filter(({ place }) => places[place]?.partTime?.combinable === true);
  const combinations = parts.flatMap((one, index) =>
    parts
      .slice(index + 1)
      .filter((other) => canCombine(person, one.hours + other.hours) && !overlaps(one.place, other.place))
      .map((other) => [one, other]),
  );
  return combinations.sort((a, b) => worthOf(b) - worthOf(a));
}

function optionOf(pairs: readonly WorthyPair[], { hours, supervisors }: Resources): Option {
  const uses = new Map<number, number>();
  for (const { place } of pairs) uses.set(place, 1);
  for (const pair of pairs) {
    const shared = hours[pair.place];
    if (shared !== undefined) uses.set(shared, pair.hours);
  }
  for (const { place } of pairs) {
    const limited = supervisors[place];
    // Somebody with two places at one employer is one new person there.
    if (limited !== undefined) uses.set(limited, 1);
  }
  return { worth: worthOf(pairs), uses: [...uses] };
}

function worthOf(pairs: readonly WorthyPair[]): number {
  return pairs.reduce((sum, { utility }) => sum + utility.total, 0);
}

function problem(first: Problem): JobbmatchError {
  return new JobbmatchError(first);
}

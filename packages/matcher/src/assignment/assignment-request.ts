import { entityId, isoDate } from "@jobbmatch/shared";
import * as z from "zod";
import { completeWith, matchRequest, today } from "../request.ts";

const weight = z.number().min(0).max(10);

/**
 * How much each part of the utility counts, 0 to 10. The parts themselves lie between 0 and 1, so a weight is what the
 * part adds at most. See `utilityOf` for the formula.
 */
export const utilityWeights = z.strictObject({
  /** That somebody gets a place at all. The greater, the more people get one at the cost of how well they fit. @default 1 */
  place: weight.default(1),
  /** The match's score. @default 1 */
  match: weight.default(1),
  /** The person's own wish, beyond its part of the score. @default 0.25 */
  wish: weight.default(0.25),
  /** How long the person has been registered; full after three years. @default 0.25 */
  waiting: weight.default(0.25),
  /** How long the place has been open; full after 90 days. @default 0.15 */
  vacancyAge: weight.default(0.15),
  /** That the pair was in the previous proposal: it changes only for a gain greater than this. @default 0.05 */
  stability: weight.default(0.05),
});
export type UtilityWeights = z.output<typeof utilityWeights>;

const floorOptions = z.strictObject({
  /** Weeks, 1 to 520, that nobody with an open place shall go unproposed. */
  weeks: z.int().min(1).max(520),
  /**
   * Day of each person's last proposal, ISO date, by participant id. Somebody who is not here has never had one and
   * counts from the day of registration; without either date the floor cannot be kept, and the report says so.
   */
  lastProposed: z.record(entityId, isoDate).default({}),
});

/** What can be set for an assignment. Every field has a default. There is no field for groups of people, on purpose. */
export const assignmentRequest = z.strictObject({
  /** The day of the assignment, ISO date. @default today in Sweden */
  date: isoDate.default(() => today()),
  weights: utilityWeights.prefault({}),
  /** How many new people an employer can supervise at once, 0 to 10,000, by employer. @default no limit */
  supervisorCapacity: z.record(z.string(), z.int().min(0).max(10_000)).default({}),
  /** Pairs with a lower score are left out, 0 to 1. @default 0 */
  leastScore: z.number().min(0).max(1).default(0),
  /** The guard against creaming. @default no floor */
  floor: floorOptions.optional(),
  /**
   * `exact`: proved best. `approximate`: by auction, with a measured gap. `automatic`: exact up to `exactUpTo` options.
   * @default "automatic"
   */
  method: z.enum(["automatic", "exact", "approximate"]).default("automatic"),
  /** Options (pairs and combinations of two places) up to which `automatic` is exact. @default 500,000 */
  exactUpTo: z.int().min(0).max(100_000_000).default(500_000),
  /** The most time for whole numbers where shared hours need them, seconds, 1 to 3,600. @default 20 */
  seconds: z.number().min(1).max(3600).default(20),
});
export type AssignmentRequest = z.input<typeof assignmentRequest>;
export type CompleteAssignmentRequest = z.output<typeof assignmentRequest>;

/**
 * Fills in the defaults.
 *
 * @throws JobbmatchError `invalidRequest` with a problem for each field that is wrong.
 */
export function completeAssignmentRequest(request: AssignmentRequest = {}): CompleteAssignmentRequest {
  return completeWith(assignmentRequest, request);
}

const { units, unknown, weights } = matchRequest.shape;

/** An assignment of everybody and every place that a matcher holds: first the match, then the assignment. */
export const nightRequest = assignmentRequest.extend({
  /** How the pairs are matched: see `MatchRequest`. */
  match: z.strictObject({ units, unknown, weights }).prefault({}),
  /** The best pairs of each place that are looked at, 1 to 10,000. How many were left out is reported. @default 200 */
  pairsPerPlace: z.int().min(1).max(10_000).default(200),
  /**
   * The best pairs of each person who is on no place's list, 0 to 1,000: people who are never among the best of any
   * place must have a chance too. @default 10
   */
  pairsPerPerson: z.int().min(0).max(1000).default(10),
});
export type NightRequest = z.input<typeof nightRequest>;
export type CompleteNightRequest = z.output<typeof nightRequest>;

/** As `completeAssignmentRequest`. */
export function completeNightRequest(request: NightRequest = {}): CompleteNightRequest {
  return completeWith(nightRequest, request);
}

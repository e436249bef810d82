import { placementTypeId } from "@jobbmatch/shared";
import * as z from "zod";
import { matchRequest } from "../request.ts";

/** What can be set for one hunt list. Every field has a default. */
export const huntRequest = matchRequest
  .pick({ date: true, units: true, unknown: true, weights: true })
  .extend({
    /**
     * Score from which an allowed place is a good one, 0 to 1. With the default weights, an own wish without any experience
     * reaches some 0.35. @default 0.35
     */
    goodScore: z.number().min(0).max(1).default(0.35),
    /** Somebody with fewer good places than this has none, 1 to 100. @default 1 */
    placesEach: z.int().min(1).max(100).default(1),
    /** The most kinds of workplace, 1 to 100. @default 10 */
    limit: z.int().min(1).max(100).default(10),
    /** Kinds and groups of fewer people than this are not shown, 1 or more. @default 5 */
    smallest: z.int().min(1).default(5),
    /** The kind of placement that is hunted for, whose eligibility then counts. @default any */
    placementType: placementTypeId.optional(),
    /** Part of the people whom a demand must not lose, more than 0 to 1. @default 0.8 */
    mostShare: z.number().positive().max(1).default(0.8),
    /** Pairs of occupation and municipality that are tried, 1 to 1,000: those first in which most people could work. @default 60 */
    tried: z.int().min(1).max(1000).default(60),
  });
export type HuntRequest = z.input<typeof huntRequest>;
export type CompleteHuntRequest = z.output<typeof huntRequest>;

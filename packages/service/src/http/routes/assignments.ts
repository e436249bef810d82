import { type NightRequest, proposeAssignmentInThread, utilityWeights } from "@jobbmatch/matcher";
import { entityId } from "@jobbmatch/shared";
import * as z from "zod";
import { readLastProposals } from "../../storage/queries/read-last-proposals.ts";
import { assignmentAnswer, assignmentOf } from "../answers/assignment.ts";
import type { Asker } from "../asker.ts";
import { recordLookUp } from "../audit.ts";
import { matchSettings, unitsFor } from "../match-query.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { readers } from "./common.ts";

const { date, unknown, unit, weights } = matchSettings.shape;
const mostEntries = 100_000;

function fewEnough(entries: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(entries).length <= mostEntries;
}

const assignmentBody = z
  .strictObject({
    date,
    unknown,
    unit,
    weights,
    utility: utilityWeights.prefault({}),
    supervisorCapacity: z
      .record(z.string().min(1).max(500), z.int().min(0).max(10_000))
      .refine(fewEnough, "too many entries")
      .default({})
      .meta({ description: "How many new people each employer can supervise at once." }),
    leastScore: z.number().min(0).max(1).default(0),
    floorWeeks: z.int().min(1).max(520).optional().meta({
      description: "Weeks that nobody with an open place shall go unproposed. Counted from the decisions.",
    }),
    previous: z
      .array(z.strictObject({ participant: entityId, vacancy: entityId }))
      .max(mostEntries)
      .optional()
      .meta({ description: "The proposal before this one: it changes only for a gain." }),
    groups: z
      .record(entityId, z.string().min(1).max(100))
      .refine(fewEnough, "too many entries")
      .optional()
      .meta({ description: "A group of each participant, for the fairness report and nothing else." }),
  })
  .meta({ id: "AssignmentSettings" });
type AssignmentBody = z.output<typeof assignmentBody>;

/** What the engine is asked for. Groups are left out: they can influence no proposal. */
function requestFor(
  asker: Asker,
  { date: day, unknown: policy, unit: wanted, weights: given, ...body }: AssignmentBody,
  {
    today,
    lastProposed,
  }: { readonly today: string; readonly lastProposed: Readonly<Record<string, string>> },
): NightRequest {
  const units = unitsFor(asker, wanted);
  return {
    date: day ?? today,
    weights: body.utility,
    supervisorCapacity: body.supervisorCapacity,
    leastScore: body.leastScore,
    ...(body.floorWeeks === undefined
      ? {}
      : { floor: { weeks: body.floorWeeks, lastProposed: { ...lastProposed } } }),
    match: {
      unknown: policy,
      ...(given === undefined ? {} : { weights: given }),
      ...(units === null ? {} : { units: [...units] }),
    },
  };
}

const propose = defineRoute({
  operation: "proposeAssignment",
  method: "post",
  path: "/v1/assignments",
  tag: tags.planning,
  summary: "Proposes who could be placed where, so that the whole is worth most; a person decides on each",
  access: readers,
  readsIndex: true,
  problems: ["workerFailed"],
  body: assignmentBody,
  answer: assignmentAnswer,
  handle: async ({ body, context, services }) => {
    const { asker, signal } = context;
    const { replica, database, today } = services;
    const units = unitsFor(asker, body.unit);
    const lastProposed = body.floorWeeks === undefined ? {} : await readLastProposals(database, units);
    const request = requestFor(asker, body, { today: today(), lastProposed });
    const { position } = replica;
    const { beyondBest: _beyondBest, ...input } = await replica.matcher.assignmentInput(request, { signal });
    const { match: _match, ...settings } = request;
    const previous =
      body.previous === undefined ? {} : { previous: { proposals: body.previous, prices: {} } };
    const proposal = await proposeAssignmentInThread(input, settings, { ...previous, signal });
    const groups = body.groups === undefined ? undefined : new Map(Object.entries(body.groups));
    const fairness = replica.matcher.fairnessReport(proposal, groups);
    const participants = proposal.proposals.map(({ participant }) => participant);
    await recordLookUp({ context, services, action: "assignment.proposed", participants });
    return { kind: "json", body: assignmentOf(proposal, fairness, position) };
  },
});

export const assignmentRoutes: readonly Route[] = [propose];

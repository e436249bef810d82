import {
  type DueFollowUp,
  dueFollowUps,
  eligibilityDeadlines,
  entityId,
  isoDate,
  monthlyResults,
  outcomes,
  placement,
  placementTypeCatalogue,
  placementTypeId,
  placementTypes,
  resultsByPlacementType,
} from "@jobbmatch/shared";
import * as z from "zod";
import { placementsFrom } from "../../placements/placements-from.ts";
import { readEligibilities } from "../../storage/queries/read-eligibilities.ts";
import { readPlacementDecisions } from "../../storage/queries/read-placement-decisions.ts";
import { readResultDates } from "../../storage/queries/read-result-dates.ts";
import { recordLookUp } from "../audit.ts";
import { unitsFor } from "../match-query.ts";
import { integerText, storedDay } from "../query-fields.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { readers } from "./common.ts";

const unit = entityId.optional().meta({ description: "Only this unit. Absent: all that the key may see." });
const date = storedDay.optional().meta({ description: "Absent: today in Sweden." });
const count = z.int().min(0);

const listPlacements = defineRoute({
  operation: "listPlacements",
  method: "get",
  path: "/v1/placements",
  tag: tags.placements,
  summary: "What became of every proposal, step by step, from the decisions",
  access: readers,
  query: z.strictObject({ unit, participant: entityId.optional(), vacancy: entityId.optional() }),
  answer: z.strictObject({ items: z.array(placement.meta({ id: "Placement" })) }),
  handle: async ({ query, context, services }) => {
    const units = unitsFor(context.asker, query.unit);
    const all = placementsFrom(await readPlacementDecisions(services.database, units));
    const items = all.filter(
      (each) =>
        (query.participant ?? each.participant) === each.participant &&
        (query.vacancy ?? each.vacancy) === each.vacancy,
    );
    const participants = items.map(({ participant }) => participant);
    await recordLookUp({ context, services, action: "placements.read", participants });
    return { kind: "json", body: { items } };
  },
});

const followUp = z
  .strictObject({ participant: entityId, vacancy: entityId, unit: entityId, due: isoDate, daysLate: count })
  .meta({ id: "DueFollowUp" });

const listFollowUps = defineRoute({
  operation: "listFollowUps",
  method: "get",
  path: "/v1/follow-ups",
  tag: tags.placements,
  summary: "Talks with people in placements that are due, the latest first",
  access: readers,
  query: z.strictObject({
    unit,
    date,
    everyMonths: integerText(z.int().min(1).max(12))
      .default(1)
      .meta({ description: "Months between talks." }),
  }),
  answer: z.strictObject({ items: z.array(followUp) }),
  handle: async ({ query, context, services }) => {
    const units = unitsFor(context.asker, query.unit);
    const placements = placementsFrom(await readPlacementDecisions(services.database, units));
    const day = query.date ?? services.today();
    const items: DueFollowUp[] = dueFollowUps(placements, { date: day, everyMonths: query.everyMonths });
    const participants = items.map(({ participant }) => participant);
    await recordLookUp({ context, services, action: "followUps.read", participants });
    return { kind: "json", body: { items } };
  },
});

const deadline = z
  .strictObject({
    participant: entityId,
    unit: entityId,
    placementType: placementTypeId,
    until: isoDate,
    daysLeft: count,
  })
  .meta({ id: "EligibilityDeadline" });

const listDeadlines = defineRoute({
  operation: "listDeadlines",
  method: "get",
  path: "/v1/deadlines",
  tag: tags.placements,
  summary: "Decisions of eligibility that run out soon, the most urgent first",
  access: readers,
  query: z.strictObject({
    unit,
    date,
    days: integerText(z.int().min(0).max(730)).default(60).meta({ description: "How far ahead to look." }),
  }),
  answer: z.strictObject({ items: z.array(deadline) }),
  handle: async ({ query, context, services }) => {
    const people = await readEligibilities(services.database, unitsFor(context.asker, query.unit));
    const day = query.date ?? services.today();
    const items = eligibilityDeadlines(people, { date: day, days: query.days }).map((each) => ({ ...each }));
    const participants = items.map(({ participant }) => participant);
    await recordLookUp({ context, services, action: "deadlines.read", participants });
    return { kind: "json", body: { items } };
  },
});

const resultsAnswer = z
  .strictObject({
    months: z.array(
      z.strictObject({
        month: z.string(),
        proposed: count,
        declined: count,
        placed: count.meta({ description: "Places filled." }),
        selfSupporting: count.meta({ description: "People who left for an ordinary job or studies." }),
        medianDaysToPlace: z.number().optional(),
        medianDaysToFill: z.number().optional(),
      }),
    ),
    placementTypes: z.array(
      z.strictObject({
        placementType: z.union([placementTypeId, z.literal("unknown")]),
        placed: count,
        ongoing: count,
        outcomes: z.record(z.enum(outcomes), count),
      }),
    ),
  })
  .meta({ id: "Results", description: "Without people who have been erased since." });

const readResults = defineRoute({
  operation: "readResults",
  method: "get",
  path: "/v1/results",
  tag: tags.placements,
  summary: "What a unit reaches, month by month and by placement type",
  access: readers,
  query: z.strictObject({ unit }),
  answer: resultsAnswer,
  handle: async ({ query, context, services }) => {
    const { database } = services;
    const units = unitsFor(context.asker, query.unit);
    const placements = placementsFrom(await readPlacementDecisions(database, units));
    const months = monthlyResults(placements, await readResultDates(database));
    const body = { months: months.map(withoutUnknown), placementTypes: resultsByPlacementType(placements) };
    return { kind: "json", body };
  },
});

/** JSON has no `undefined`: what is not known is not there. */
function withoutUnknown<Value extends object>(value: Value): z.infer<typeof resultsAnswer>["months"][number] {
  return JSON.parse(JSON.stringify(value));
}

const readPlacementTypes = defineRoute({
  operation: "readPlacementTypes",
  method: "get",
  path: "/v1/placement-types",
  tag: tags.placements,
  summary: "What holds for each placement type, and when: step, eligibility, study share, duration",
  access: readers,
  answer: placementTypeCatalogue.meta({ id: "PlacementTypes" }),
  handle: async () => ({ kind: "json", body: placementTypes }),
});

export const placementRoutes: readonly Route[] = [
  listPlacements,
  listFollowUps,
  listDeadlines,
  readResults,
  readPlacementTypes,
];

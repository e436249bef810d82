import type { HuntList } from "@jobbmatch/matcher";
import { isoDate, placementTypeId, vacancy } from "@jobbmatch/shared";
import * as z from "zod";
import { localised } from "../answers/localised.ts";
import { matchQuery, unitsFor } from "../match-query.ts";
import { integerText } from "../query-fields.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { readers } from "./common.ts";

const { date, unit, unknown } = matchQuery.shape;
const count = z.int().min(0);
const numberText = z
  .string()
  .regex(/^(?:0(?:\.\d{1,4})?|1(?:\.0{1,4})?)$/, "expected 0 to 1")
  .transform(Number);

const occupation = { ssyk: z.string(), name: localised };
const kind = z
  .strictObject({
    occupation: z.strictObject(occupation),
    municipality: z.string(),
    hoursPerWeek: z.number(),
    swedish: z.string(),
    serves: count.meta({ description: "People served by this kind and by none before it." }),
    servesInAll: count,
    certain: count.optional(),
    experienced: count.optional(),
    wishing: count.optional(),
    vacancy: vacancy.meta({
      description: "Such a place, ready to be stored: a new match gives these counts.",
    }),
  })
  .meta({ id: "WorkplaceKind" });

const huntListAnswer = z
  .strictObject({
    date: isoDate,
    goodScore: z.number(),
    total: count,
    withoutPlace: count,
    groups: z.array(z.strictObject({ ...occupation, people: count })),
    kinds: z.array(kind).meta({ description: "In the order in which to call." }),
    left: count,
    leftUndirected: count.optional(),
  })
  .meta({ id: "HuntList", description: "Counts of fewer people than `smallest` are left out; no ids." });

const hunt = defineRoute({
  operation: "readHuntList",
  method: "get",
  path: "/v1/hunt-list",
  tag: tags.planning,
  summary: "Which kinds of workplace, missing today, would give most people without a good place one",
  access: readers,
  readsIndex: true,
  query: z.strictObject({
    date,
    unit,
    unknown,
    goodScore: numberText.optional().meta({ description: "Score from which a place is a good one, 0 to 1." }),
    limit: integerText(z.int().min(1).max(100)).default(10),
    smallest: integerText(z.int().min(2).max(1000)).default(5),
    placementType: placementTypeId.optional(),
  }),
  answer: huntListAnswer,
  handle: async ({ query, context, services }) => {
    const { unit: wanted, goodScore, placementType, ...rest } = query;
    const units = unitsFor(context.asker, wanted);
    const list = await services.replica.matcher.huntList({
      ...rest,
      date: query.date ?? services.today(),
      ...(goodScore === undefined ? {} : { goodScore }),
      ...(placementType === undefined ? {} : { placementType }),
      ...(units === null ? {} : { units: [...units] }),
    });
    return { kind: "json", body: huntListOf(list) };
  },
});

function huntListOf(list: HuntList): z.infer<typeof huntListAnswer> {
  return {
    ...list,
    groups: list.groups.map((group) => ({ ...group })),
    kinds: list.kinds.map((each) => ({ ...each, vacancy: vacancy.parse(each.vacancy) })),
  };
}

export const huntListRoutes: readonly Route[] = [hunt];

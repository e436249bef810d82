import type { Ladder, LadderRung } from "@jobbmatch/matcher";
import { entityId, isoDate } from "@jobbmatch/shared";
import * as z from "zod";
import { rankedAnswer, rankedOf } from "../answers/assessment.ts";
import { localised } from "../answers/localised.ts";
import { recordLookUp } from "../audit.ts";
import { matchQuery, unitsFor } from "../match-query.ts";
import type { Immutable } from "../reply.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { readers } from "./common.ts";

const { date, unit, unknown } = matchQuery.shape;
const step = z.literal([1, 2, 3, 4]);
const count = z.int().min(0);

const rung = z
  .strictObject({
    step,
    open: count.meta({ description: "Open places on this step that no requirement closes." }),
    nearMisses: count.meta({ description: "Places on this step that exactly one requirement closes." }),
    best: rankedAnswer.optional().meta({ description: "The best open place, or else the best near miss." }),
    gap: z
      .array(z.strictObject({ id: z.string(), text: localised, vacancies: count }))
      .meta({ description: "What stands before the near misses, most places first." }),
  })
  .meta({ id: "LadderRung" });

const ladderAnswer = z
  .strictObject({
    participant: entityId,
    date: isoDate,
    current: z.literal([0, 1, 2, 3, 4]).optional().meta({ description: "0: in no placement." }),
    rungs: z.array(rung),
    next: rung.optional().meta({ description: "The lowest step above the current one with an open place." }),
  })
  .meta({ id: "Ladder" });

const climb = defineRoute({
  operation: "readLadder",
  method: "get",
  path: "/v1/participants/{id}/ladder",
  tag: tags.planning,
  summary: "The steps between a participant and ordinary work, the next that can be reached, and its gap",
  access: readers,
  readsIndex: true,
  problems: ["unknownParticipant"],
  parameters: z.strictObject({ id: entityId }),
  query: z.strictObject({ date, unit, unknown }),
  answer: ladderAnswer,
  handle: async ({ path: { id }, query, context, services }) => {
    const units = unitsFor(context.asker, query.unit);
    const ladder = services.replica.matcher.ladder(id, {
      date: query.date ?? services.today(),
      unknown: query.unknown,
      ...(units === null ? {} : { units: [...units] }),
    });
    await recordLookUp({ context, services, action: "ladder.read", participants: [id] });
    return { kind: "json", body: ladderOf(ladder) };
  },
});

function ladderOf({
  participant,
  date: day,
  current,
  rungs,
  next,
}: Ladder): Immutable<z.infer<typeof ladderAnswer>> {
  return {
    participant,
    date: day,
    ...(current === undefined ? {} : { current }),
    rungs: rungs.map(rungOf),
    ...(next === undefined ? {} : { next: rungOf(next) }),
  };
}

function rungOf({ step: number, open, nearMisses, best, gap }: LadderRung): Immutable<z.infer<typeof rung>> {
  return {
    step: number,
    open,
    nearMisses,
    ...(best === undefined ? {} : { best: rankedOf(best) }),
    gap: gap.map(({ id, text, vacancies }) => ({ id, text, vacancies })),
  };
}

export const ladderRoutes: readonly Route[] = [climb];

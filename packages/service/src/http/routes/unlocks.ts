import type { UnlockRequest } from "@jobbmatch/matcher";
import { entityId } from "@jobbmatch/shared";
import * as z from "zod";
import {
  participantUnlocksAnswer,
  participantUnlocksOf,
  vacancyUnlocksAnswer,
  vacancyUnlocksOf,
} from "../answers/unlocks.ts";
import type { Asker } from "../asker.ts";
import { recordLookUp } from "../audit.ts";
import { matchQuery, unitsFor } from "../match-query.ts";
import { integerText } from "../query-fields.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { visibleVacancy } from "../visible-vacancy.ts";
import { readers } from "./common.ts";

const path = z.strictObject({ id: entityId });
const { date, unit, unknown } = matchQuery.shape;
const query = z.strictObject({
  date,
  unit,
  unknown,
  singles: integerText(z.int().min(0).max(100)).default(10).meta({ description: "The most single changes." }),
  pairs: integerText(z.int().min(0).max(100)).default(5).meta({ description: "The most pairs of changes." }),
});

function requestFor(
  asker: Asker,
  { unit: wanted, ...rest }: z.output<typeof query>,
  today: string,
): UnlockRequest {
  const units = unitsFor(asker, wanted);
  return { ...rest, date: rest.date ?? today, ...(units === null ? {} : { units: [...units] }) };
}

const unlockVacancies = defineRoute({
  operation: "unlockVacancies",
  method: "get",
  path: "/v1/participants/{id}/unlocks",
  tag: tags.planning,
  summary:
    "Which changes would open most vacancies for a participant, alone and two together; counted, not guessed",
  access: readers,
  readsIndex: true,
  problems: ["unknownParticipant"],
  parameters: path,
  query,
  answer: participantUnlocksAnswer,
  handle: async ({ path: { id }, query: asked, context, services }) => {
    const found = services.replica.matcher.unlocksOfParticipant(
      id,
      requestFor(context.asker, asked, services.today()),
    );
    await recordLookUp({ context, services, action: "unlocks.read", participants: [id] });
    return { kind: "json", body: participantUnlocksOf(found) };
  },
});

const unlockParticipants = defineRoute({
  operation: "unlockParticipants",
  method: "get",
  path: "/v1/vacancies/{id}/unlocks",
  tag: tags.planning,
  summary: "Which demands of a vacancy, if they were eased, would let most people in",
  access: readers,
  readsIndex: true,
  problems: ["unknownVacancy"],
  parameters: path,
  query,
  answer: vacancyUnlocksAnswer,
  handle: async ({ path: { id }, query: asked, context, services }) => {
    await visibleVacancy(services, context.asker, id);
    const request = requestFor(context.asker, asked, services.today());
    return { kind: "json", body: vacancyUnlocksOf(services.replica.matcher.unlocksOfVacancy(id, request)) };
  },
});

export const unlockRoutes: readonly Route[] = [unlockVacancies, unlockParticipants];

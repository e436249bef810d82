import type { QuestionRequest, TalliedQuestion } from "@jobbmatch/matcher";
import { entityId } from "@jobbmatch/shared";
import * as z from "zod";
import { localised } from "../answers/localised.ts";
import type { Asker } from "../asker.ts";
import { recordLookUp } from "../audit.ts";
import { matchQuery, unitsFor } from "../match-query.ts";
import { integerText } from "../query-fields.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { visibleVacancy } from "../visible-vacancy.ts";
import { readers } from "./common.ts";

const path = z.strictObject({ id: entityId });
const query = z.strictObject({
  date: matchQuery.shape.date,
  unit: matchQuery.shape.unit,
  limit: integerText(z.int().min(1).max(500)).default(20).meta({ description: "The most questions." }),
});
const count = z.int().min(0);

const question = z
  .strictObject({
    id: z.string(),
    text: localised,
    rule: z.string(),
    settles: count.meta({ description: "Matches for which nothing but this answer is open." }),
    open: count.meta({ description: "Matches for which the answer is open, alone or among others." }),
  })
  .meta({ id: "TalliedQuestion" });
const questionsAnswer = z.strictObject({ items: z.array(question) }).meta({ id: "TalliedQuestions" });

const personToAsk = z
  .strictObject({
    participant: entityId,
    rule: z.string(),
    name: localised,
    settles: count,
    open: count,
    questions: z.array(z.strictObject({ id: z.string(), text: localised })),
  })
  .meta({ id: "PersonToAsk" });

function requestFor(asker: Asker, { unit, ...rest }: z.output<typeof query>, today: string): QuestionRequest {
  const units = unitsFor(asker, unit);
  return { ...rest, date: rest.date ?? today, ...(units === null ? {} : { units: [...units] }) };
}

function questionOf({ id, text, rule, settles, open }: TalliedQuestion): z.infer<typeof question> {
  return { id, text, rule, settles, open };
}

const questionsToParticipant = defineRoute({
  operation: "questionsToParticipant",
  method: "get",
  path: "/v1/participants/{id}/questions",
  tag: tags.planning,
  summary: "What to ask a participant, the answers first that settle most vacancies",
  access: readers,
  readsIndex: true,
  problems: ["unknownParticipant"],
  parameters: path,
  query,
  answer: questionsAnswer,
  handle: async ({ path: { id }, query: asked, context, services }) => {
    const request = requestFor(context.asker, asked, services.today());
    const items = services.replica.matcher.questionsOfParticipant(id, request).map(questionOf);
    await recordLookUp({ context, services, action: "questions.read", participants: [id] });
    return { kind: "json", body: { items } };
  },
});

const questionsForVacancy = defineRoute({
  operation: "questionsForVacancy",
  method: "get",
  path: "/v1/vacancies/{id}/questions",
  tag: tags.planning,
  summary: "What to ask people for a vacancy's sake, the answers first that settle most people",
  access: readers,
  readsIndex: true,
  problems: ["unknownVacancy"],
  parameters: path,
  query,
  answer: questionsAnswer,
  handle: async ({ path: { id }, query: asked, context, services }) => {
    await visibleVacancy(services, context.asker, id);
    const request = requestFor(context.asker, asked, services.today());
    const items = services.replica.matcher.questionsOfVacancy(id, request).map(questionOf);
    return { kind: "json", body: { items } };
  },
});

const questionsToEverybody = defineRoute({
  operation: "questionsToEverybody",
  method: "get",
  path: "/v1/questions",
  tag: tags.planning,
  summary: "Whom to ask what first, over all people and vacancies",
  access: readers,
  readsIndex: true,
  query,
  answer: z.strictObject({ items: z.array(personToAsk) }).meta({ id: "PeopleToAsk" }),
  handle: async ({ query: asked, context, services }) => {
    const request = requestFor(context.asker, asked, services.today());
    const items = services.replica.matcher.questionsOfEverybody(request).map((each) => ({
      ...each,
      questions: each.questions.map(({ id, text }) => ({ id, text })),
    }));
    const participants = items.map(({ participant }) => participant);
    await recordLookUp({ context, services, action: "questions.read", participants });
    return { kind: "json", body: { items } };
  },
});

export const questionRoutes: readonly Route[] = [
  questionsToParticipant,
  questionsForVacancy,
  questionsToEverybody,
];

import { audiences, renderAssessment, supportNote } from "@jobbmatch/matcher";
import { entityId, textLanguages, vacancy } from "@jobbmatch/shared";
import * as z from "zod";
import {
  assessmentAnswer,
  assessmentOf,
  candidateListAnswer,
  candidateListOf,
  vacancyListAnswer,
  vacancyListOf,
} from "../answers/assessment.ts";
import { recordLookUp } from "../audit.ts";
import { candidatesFor } from "../candidates-for.ts";
import { matchQuery, matchSettings, requestFor } from "../match-query.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { vacancyOfAd } from "../vacancy-of-ad.ts";
import { visibleVacancy } from "../visible-vacancy.ts";
import { readers } from "./common.ts";

const vacancyPath = z.strictObject({ id: entityId });

const findCandidates = defineRoute({
  operation: "findCandidates",
  method: "get",
  path: "/v1/vacancies/{id}/candidates",
  tag: tags.matching,
  summary: "The best participants for a vacancy, and who would fit if one thing changed",
  access: readers,
  readsIndex: true,
  problems: ["unknownVacancy"],
  parameters: vacancyPath,
  query: matchQuery,
  answer: candidateListAnswer,
  handle: async ({ path, query, context, services }) => {
    const request = requestFor(context.asker, query, services.today());
    const { people, ending } = await candidatesFor(path.id, request, { context, services });
    const participants = [...people.assessments.keys()];
    await recordLookUp({ context, services, action: "candidates.read", vacancy: path.id, participants });
    return { kind: "bytes", mediaType: "application/json", parts: [people.json, ending] };
  },
});

const findVacancies = defineRoute({
  operation: "findVacancies",
  method: "get",
  path: "/v1/participants/{id}/vacancies",
  tag: tags.matching,
  summary: "The best vacancies for a participant, what closes others, and what to ask",
  access: readers,
  readsIndex: true,
  problems: ["unknownParticipant"],
  parameters: z.strictObject({ id: entityId }),
  query: matchQuery,
  answer: vacancyListAnswer,
  handle: async ({ path, query, context, services }) => {
    const { replica } = services;
    const list = replica.matcher.topVacancies(path.id, requestFor(context.asker, query, services.today()));
    const body = vacancyListOf(list, replica.position);
    await recordLookUp({ context, services, action: "vacancies.read", participants: [path.id] });
    return { kind: "json", body };
  },
});

const settings = matchSettings.prefault({});
const matchBody = z
  .union([
    z.strictObject({ vacancy, settings }),
    z.strictObject({
      ad: z
        .record(z.string(), z.unknown())
        .meta({ description: "An ad of JobTech or schema.org; what its text demands is recognised." }),
      settings,
    }),
  ])
  .meta({ id: "Match" });

const matchVacancy = defineRoute({
  operation: "matchVacancy",
  method: "post",
  path: "/v1/match",
  tag: tags.matching,
  summary: "The best participants for a vacancy that is not stored, and is not stored by this",
  access: readers,
  readsIndex: true,
  body: matchBody,
  answer: candidateListAnswer,
  handle: async ({ body, context, services }) => {
    const { replica } = services;
    const request = requestFor(context.asker, body.settings, services.today());
    const position = replica.position;
    const wanted = "ad" in body ? await vacancyOfAd(body.ad) : body.vacancy;
    const list = await replica.matcher.match(wanted, request);
    const participants = [...list.candidates, ...list.nearMisses].map(({ participant }) => participant);
    await recordLookUp({ context, services, action: "match.read", participants });
    return { kind: "json", body: candidateListOf(list, position) };
  },
});

const explanationAnswer = z
  .strictObject({
    audience: z.enum(audiences),
    language: z.enum(textLanguages),
    lines: z.array(z.string()).meta({ description: "The explanation as text, for its audience." }),
    supportNote: z
      .array(z.string())
      .optional()
      .meta({ description: "How the workplace can support the person; for employers only." }),
    assessment: assessmentAnswer.optional().meta({ description: "All numbers; for case workers only." }),
    position: z.int().min(0),
  })
  .meta({ id: "Explanation" });

const explainPair = defineRoute({
  operation: "explainPair",
  method: "get",
  path: "/v1/explanations/{participant}/{vacancy}",
  tag: tags.matching,
  summary: "Why a participant and a vacancy match or not, for a case worker, an employer or the participant",
  access: readers,
  readsIndex: true,
  problems: ["unknownParticipant", "unknownVacancy"],
  parameters: z.strictObject({ participant: entityId, vacancy: entityId }),
  query: z.strictObject({
    audience: z.enum(audiences).default("caseWorker"),
    language: z.enum(textLanguages).default("sv"),
    date: matchQuery.shape.date,
    unknown: matchQuery.shape.unknown,
    weights: matchQuery.shape.weights,
  }),
  answer: explanationAnswer,
  handle: async ({ path, query, context, services }) => {
    const { audience, language } = query;
    const { replica } = services;
    const settings = { ...query, limit: 1, nearMisses: 0, unit: undefined };
    const {
      limit: _limit,
      nearMisses: _nearMisses,
      ...request
    } = requestFor(context.asker, settings, services.today());
    const assessment = replica.matcher.explain(path.participant, path.vacancy, request);
    const { position } = replica;
    const vacancy = await visibleVacancy(services, context.asker, path.vacancy);
    const action = `explanation.read.${audience}` as const;
    await recordLookUp({
      context,
      services,
      action,
      vacancy: path.vacancy,
      participants: [path.participant],
    });
    return {
      kind: "json",
      body: {
        audience,
        language,
        lines: renderAssessment(assessment, { audience, language }),
        ...(audience === "caseWorker" ? { assessment: assessmentOf(assessment) } : {}),
        ...(audience === "employer" ? { supportNote: supportNote(assessment, vacancy.body, language) } : {}),
        position,
      },
    };
  },
});

export const matchingRoutes: readonly Route[] = [findCandidates, findVacancies, matchVacancy, explainPair];

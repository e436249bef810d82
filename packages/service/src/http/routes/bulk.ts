import * as z from "zod";
import { bulkResults } from "../bulk/bulk-results.ts";
import { readAdLines, readParticipantLines, readVacancyLines } from "../bulk/read-lines.ts";
import { writeLines } from "../bulk/write-lines.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { participantResource, vacancyResource } from "../stored-records.ts";
import { keepers, recordsForm, resultsType } from "./common.ts";

const description = `One record on each line (a JSON array will do too). The answer has one line for each record, in their
order, while the body is still being read: read it while you send. A line that is wrong never stops the others.`;

const bulkParticipants = defineRoute({
  operation: "bulkParticipants",
  method: "post",
  path: "/v1/participants:bulk",
  tag: tags.participants,
  summary: "Stores participants by the thousand",
  description,
  access: keepers,
  unlimited: true,
  bodyForm: recordsForm,
  mediaTypes: [resultsType],
  handle: async ({ bytes, context, services }) => {
    const lines = readParticipantLines(bytes, services.limits.recordBytes);
    const write = writeLines(services.database, participantResource, context.asker);
    return { kind: "stream", mediaType: resultsType, chunks: bulkResults(lines, write) };
  },
});

const bulkVacancies = defineRoute({
  operation: "bulkVacancies",
  method: "post",
  path: "/v1/vacancies:bulk",
  tag: tags.vacancies,
  summary: "Stores vacancies by the thousand",
  description,
  access: keepers,
  unlimited: true,
  bodyForm: recordsForm,
  mediaTypes: [resultsType],
  handle: async ({ bytes, context, services }) => {
    const lines = readVacancyLines(bytes, services.limits.recordBytes);
    const write = writeLines(services.database, vacancyResource, context.asker);
    return { kind: "stream", mediaType: resultsType, chunks: bulkResults(lines, write) };
  },
});

const importVacancies = defineRoute({
  operation: "importVacancies",
  method: "post",
  path: "/v1/vacancies:import",
  tag: tags.vacancies,
  summary: "Stores ads of JobTech JobSearch or JobStream, or schema.org JobPosting, as vacancies",
  description: `${description} What an ad's text demands is recognised; ads that were taken down are removed.`,
  access: keepers,
  unlimited: true,
  query: z.strictObject({
    format: z.enum(["jobtech", "jobposting", "auto"]).default("auto").meta({
      description: "What the ads are in; another format is then refused. `auto`: whatever they are.",
    }),
  }),
  bodyForm: recordsForm,
  mediaTypes: [resultsType],
  handle: async ({ query, bytes, context, services }) => {
    const format = query.format === "auto" ? {} : { format: query.format };
    const lines = readAdLines(bytes, { ...format, maxRecordBytes: services.limits.recordBytes });
    const write = writeLines(services.database, vacancyResource, context.asker);
    return { kind: "stream", mediaType: resultsType, chunks: bulkResults(lines, write) };
  },
});

export const bulkRoutes: readonly Route[] = [bulkParticipants, bulkVacancies, importVacancies];

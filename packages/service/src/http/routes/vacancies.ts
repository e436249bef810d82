import { entityId, vacancy } from "@jobbmatch/shared";
import * as z from "zod";
import { listVacancies } from "../../storage/queries/list-vacancies.ts";
import { readVacancy } from "../../storage/queries/read-vacancy.ts";
import { removeVacancy } from "../../storage/records/remove-vacancy.ts";
import { writeAnswer, writtenReply } from "../answers/write.ts";
import { unitsFor } from "../match-query.ts";
import { checkVersion } from "../middleware/version-condition.ts";
import { decodeCursor, pageFrom, pageOf, pageQuery } from "../pagination.ts";
import { defineRoute, type Route, tags } from "../route.ts";
import { patchRecord, putRecord, unknownRecord, vacancyResource } from "../stored-records.ts";
import { keepers, mergePatchBody, mergePatchForm, readers, writers } from "./common.ts";

const parameters = z.strictObject({ id: entityId });
const document = vacancy.meta({ id: "Vacancy" });
const listName = "vacancies";

const listAll = defineRoute({
  operation: "listVacancies",
  method: "get",
  path: "/v1/vacancies",
  tag: tags.vacancies,
  summary: "Vacancies in the order of their ids",
  access: readers,
  problems: ["invalidCursor"],
  query: z.strictObject({ ...pageQuery, unit: entityId.optional() }),
  answer: pageOf(document).meta({ id: "VacancyPage" }),
  handle: async ({ query: { cursor, limit, unit }, context, services }) => {
    const rows = await listVacancies(services.database, {
      after: decodeCursor(listName, cursor) ?? "",
      limit: limit + 1,
      units: unitsFor(context.asker, unit),
    });
    const page = pageFrom(rows, {
      list: listName,
      limit,
      keyOf: ({ body }) => body.id,
      itemOf: ({ body }) => body,
    });
    return { kind: "json", body: page };
  },
});

const readOne = defineRoute({
  operation: "readVacancy",
  method: "get",
  path: "/v1/vacancies/{id}",
  tag: tags.vacancies,
  summary: "One vacancy",
  access: readers,
  problems: ["unknownVacancy"],
  parameters,
  answer: document,
  handle: async ({ path: { id }, context, services }) => {
    const { units } = context.asker;
    const stored = await readVacancy(services.database, { id, units });
    if (stored === undefined) throw unknownRecord("unknownVacancy", id);
    const { body, version } = stored;
    return { kind: "json", body, version };
  },
});

const putOne = defineRoute({
  operation: "putVacancy",
  method: "put",
  path: "/v1/vacancies/{id}",
  tag: tags.vacancies,
  summary: "Stores a vacancy; a newer version takes the place of an older one",
  access: writers,
  statuses: [200, 201],
  conditional: true,
  problems: ["staleVersion", "versionConflict", "unknownVacancy"],
  parameters,
  body: document,
  answer: writeAnswer,
  handle: async (request) => writtenReply(await putRecord(vacancyResource, request)),
});

const patchOne = defineRoute({
  operation: "patchVacancy",
  method: "patch",
  path: "/v1/vacancies/{id}",
  tag: tags.vacancies,
  summary: "Changes some fields of a vacancy (JSON Merge Patch); null removes a field",
  access: writers,
  conditional: true,
  problems: ["staleVersion", "versionConflict", "unknownVacancy"],
  parameters,
  body: mergePatchBody,
  bodyForm: mergePatchForm,
  answer: writeAnswer,
  handle: async (request) => writtenReply(await patchRecord(vacancyResource, request)),
});

const removeOne = defineRoute({
  operation: "removeVacancy",
  method: "delete",
  path: "/v1/vacancies/{id}",
  tag: tags.vacancies,
  summary: "Removes a vacancy and its shortlists",
  access: keepers,
  statuses: [204],
  conditional: true,
  problems: ["unknownVacancy"],
  parameters,
  handle: async ({ path: { id }, context, services }) => {
    const { asker, condition } = context;
    const { position } = await services.database.transaction((transaction) =>
      removeVacancy(transaction, {
        id,
        units: asker.units,
        check: (version) => checkVersion(condition, version),
      }),
    );
    return { kind: "empty", position };
  },
});

export const vacancyRoutes: readonly Route[] = [listAll, readOne, putOne, patchOne, removeOne];

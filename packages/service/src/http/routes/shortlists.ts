import { entityId } from "@jobbmatch/shared";
import * as z from "zod";
import { listShortlistHistory } from "../../storage/queries/list-shortlist-history.ts";
import { readShortlists } from "../../storage/queries/read-shortlists.ts";
import { readVacancy } from "../../storage/queries/read-vacancy.ts";
import type { ReadShortlist } from "../../storage/queries/shortlist-row.ts";
import type { StoredVacancy } from "../../storage/stored-record.ts";
import { shortlistChangeAnswer, shortlistsAnswer } from "../answers/shortlist.ts";
import { recordLookUp } from "../audit.ts";
import { unitsFor } from "../match-query.ts";
import { waitForShortlists } from "../middleware/wait-for-index.ts";
import { pagePolicy, shortlistPage } from "../pages/shortlist-page.ts";
import { decodeNumberCursor, pageFrom, pageOf, pageQuery } from "../pagination.ts";
import { defineRoute, type RequestContext, type Route, tags } from "../route.ts";
import type { HttpServices } from "../services.ts";
import { unknownRecord } from "../stored-records.ts";
import { readers } from "./common.ts";

const parameters = z.strictObject({ id: entityId });
const unit = entityId.optional().meta({ description: "Only the list of this unit." });
const historyName = "shortlist-history";

const readLists = defineRoute({
  operation: "readShortlists",
  method: "get",
  path: "/v1/vacancies/{id}/shortlist",
  tag: tags.shortlists,
  summary:
    "The stored shortlists of a vacancy, one for each unit; as `text/html` a page to print, in Swedish",
  access: readers,
  readsIndex: true,
  problems: ["unknownVacancy"],
  mediaTypes: ["application/json", "text/html"],
  parameters,
  query: z.strictObject({ unit }),
  answer: shortlistsAnswer.meta({ id: "Shortlists" }),
  handle: async ({ path: { id }, query, context, services }) => {
    await waitForShortlists(context.after, services);
    const { body: vacancy } = await visibleVacancy(id, context, services);
    const lists = await readShortlists(services.database, {
      vacancy: id,
      units: unitsFor(context.asker, query.unit),
    });
    const participants = lists.flatMap(membersOf);
    await recordLookUp({ context, services, action: "shortlist.read", vacancy: id, participants });
    if (context.mediaType === "text/html")
      return {
        kind: "text",
        mediaType: "text/html",
        text: shortlistPage(vacancy, lists),
        policy: pagePolicy,
      };
    return { kind: "json", body: { vacancy: id, lists } };
  },
});

const readHistory = defineRoute({
  operation: "readShortlistHistory",
  method: "get",
  path: "/v1/vacancies/{id}/shortlist/history",
  tag: tags.shortlists,
  summary: "How the shortlists of a vacancy changed, the newest change first",
  access: readers,
  problems: ["unknownVacancy", "invalidCursor"],
  parameters,
  query: z.strictObject({ ...pageQuery, unit }),
  answer: pageOf(shortlistChangeAnswer).meta({ id: "ShortlistHistory" }),
  handle: async ({ path: { id }, query: { cursor, limit, unit: wanted }, context, services }) => {
    await visibleVacancy(id, context, services);
    const rows = await listShortlistHistory(services.database, {
      vacancy: id,
      units: unitsFor(context.asker, wanted),
      before: decodeNumberCursor(historyName, cursor),
      limit: limit + 1,
    });
    const page = pageFrom(rows, {
      list: historyName,
      limit,
      keyOf: (change) => String(change.id),
      itemOf: (change) => change,
    });
    const participants = page.items.flatMap(({ entries }) => entries.map(({ participant }) => participant));
    await recordLookUp({ context, services, action: "shortlist.history.read", vacancy: id, participants });
    return { kind: "json", body: page };
  },
});

/** @throws JobbmatchError `unknownVacancy`, also for a vacancy of other units. */
async function visibleVacancy(
  id: string,
  { asker }: RequestContext,
  { database }: HttpServices,
): Promise<StoredVacancy> {
  const vacancy = await readVacancy(database, { id, units: asker.units });
  if (vacancy === undefined) throw unknownRecord("unknownVacancy", id);
  return vacancy;
}

function membersOf({ entries, nearMisses }: ReadShortlist): readonly string[] {
  return [...entries, ...nearMisses].map(({ participant }) => participant);
}

export const shortlistRoutes: readonly Route[] = [readLists, readHistory];

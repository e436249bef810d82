import type { Route } from "../route.ts";
import { bulkRoutes } from "./bulk.ts";
import { matchingRoutes } from "./matching.ts";
import { operationRoutes } from "./operation.ts";
import { participantRoutes } from "./participants.ts";
import { shortlistRoutes } from "./shortlists.ts";
import { vacancyRoutes } from "./vacancies.ts";

/** Everything that the API answers: the app, the OpenAPI document and its page derive from this list. */
export const routes: readonly Route[] = [
  ...participantRoutes,
  ...vacancyRoutes,
  ...bulkRoutes,
  ...matchingRoutes,
  ...shortlistRoutes,
  ...operationRoutes,
];

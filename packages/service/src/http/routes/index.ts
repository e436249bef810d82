import type { Route } from "../route.ts";
import { assignmentRoutes } from "./assignments.ts";
import { auditRoutes } from "./audit.ts";
import { batchRoutes } from "./batches.ts";
import { bulkRoutes } from "./bulk.ts";
import { decisionRoutes } from "./decisions.ts";
import { eventRoutes } from "./events.ts";
import { extractRoutes } from "./extracts.ts";
import { failedJobRoutes } from "./failed-jobs.ts";
import { huntListRoutes } from "./hunt-list.ts";
import { keyRoutes } from "./keys.ts";
import { ladderRoutes } from "./ladder.ts";
import { matchingRoutes } from "./matching.ts";
import { operationRoutes } from "./operation.ts";
import { participantRoutes } from "./participants.ts";
import { placementRoutes } from "./placements.ts";
import { questionRoutes } from "./questions.ts";
import { reviewRoutes } from "./reviews.ts";
import { shortlistRoutes } from "./shortlists.ts";
import { unlockRoutes } from "./unlocks.ts";
import { vacancyRoutes } from "./vacancies.ts";
import { webhookRoutes } from "./webhooks.ts";

/**
 * Everything that the API answers: the app, the OpenAPI document and its page derive from this list. For each request it
 * is looked through from the start, so what is asked all day stands there.
 */
export const routes: readonly Route[] = [
  ...matchingRoutes,
  ...participantRoutes,
  ...vacancyRoutes,
  ...extractRoutes,
  ...bulkRoutes,
  ...unlockRoutes,
  ...questionRoutes,
  ...ladderRoutes,
  ...huntListRoutes,
  ...assignmentRoutes,
  ...shortlistRoutes,
  ...decisionRoutes,
  ...reviewRoutes,
  ...placementRoutes,
  ...batchRoutes,
  ...eventRoutes,
  ...webhookRoutes,
  ...keyRoutes,
  ...auditRoutes,
  ...failedJobRoutes,
  ...operationRoutes,
];

import type { Matcher } from "@jobbmatch/matcher";
import type { RecordPositions } from "../index-replica/record-positions.ts";
import type { Batches } from "../nightly/batches.ts";
import type { Logger } from "../observability/logger.ts";
import type { Metrics } from "../observability/metrics.ts";
import type { Database } from "../storage/database.ts";
import type { RecordWriters } from "../storage/records/record-writer.ts";
import type { CandidateCache } from "./candidate-cache.ts";
import type { EventHead } from "./events/event-head.ts";
import type { JobQueues } from "./failed-jobs.ts";
import type { HttpLimits } from "./limits.ts";
import type { LookUpLog } from "./look-up-log.ts";
import type { Authenticator } from "./middleware/authenticate.ts";

/** The index of this process, as reads see it. */
export interface ReadableReplica {
  readonly matcher: Matcher;
  /** Position of the change log up to which the index is current. */
  readonly position: number;
  /** Where the log last changed each record. */
  readonly changes: Pick<RecordPositions, "ofParticipant" | "ofVacancy">;
  /** Whether it has caught up once. */
  readonly isReady: boolean;
  /** Whether the index has reached a position within a time, milliseconds. */
  waitFor(position: number, timeout: number): Promise<boolean>;
}

/** Everything that the API works with. The same in production and in tests. */
export interface HttpServices {
  readonly database: Database;
  readonly replica: ReadableReplica;
  readonly queues: JobQueues;
  readonly batches: Pick<Batches, "start">;
  readonly authenticator: Authenticator;
  readonly limits: HttpLimits;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly candidateCache: CandidateCache;
  /** Tells streams when there are new events. */
  readonly eventHead: EventHead;
  /** What stores participants and vacancies one by one. */
  readonly writers: RecordWriters;
  /** Where it is written down who looked at whom. */
  readonly lookUps: LookUpLog;
  /** Id of the language model. */
  readonly model: string;
  /** The current day in Sweden, ISO date. */
  readonly today: () => string;
  /** Brings the measurements of replica and queues up to date. */
  readonly measure: () => Promise<void>;
}

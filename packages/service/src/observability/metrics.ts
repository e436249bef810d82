import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Measurements of one process. Labels are patterns, codes and names of queues, never ids of people. */
export interface Metrics {
  readonly registry: Registry;
  /** Seconds from a request to the end of its answer, by method, route pattern and status. */
  readonly requestSeconds: Histogram<"method" | "route" | "status">;
  /** Requests that are being answered. */
  readonly requestsOpen: Gauge;
  /** Listeners of the event stream. */
  readonly eventStreamsOpen: Gauge;
  /** Answers of candidate lists that came from memory (`hit`) or were computed (`miss`). */
  readonly candidateAnswers: Counter<"cache">;
  /** The position of the change log up to which the index of this process is current. */
  readonly replicaPosition: Gauge;
  /** How many changes the index of this process is behind the change log. */
  readonly replicaLag: Gauge;
  /** Jobs by queue and state (`waiting`, `active`, `delayed`, `failed`). */
  readonly queueJobs: Gauge<"queue" | "state">;
  /** Jobs that this process finished, by queue and outcome (`completed`, `failed`). */
  readonly jobsFinished: Counter<"queue" | "outcome">;
  /** Seconds that this process spent on a job, by queue. */
  readonly jobSeconds: Histogram<"queue">;
  /** Tries to deliver an event to a webhook, by outcome (`delivered`, `failed`, `given up`). */
  readonly webhookDeliveries: Counter<"outcome">;
}

export interface MetricsOptions {
  /** Also measures memory, processor time and the event loop of the process. @default false */
  readonly ofProcess?: boolean;
}

/** Metrics with a registry of their own, so that several can live in one process. */
export function createMetrics({ ofProcess = false }: MetricsOptions = {}): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry, prefix: "jobbmatch_" });
  return {
    registry,
    ...requestMetrics([registry]),
    ...replicaMetrics([registry]),
    ...queueMetrics([registry]),
  };
}

function requestMetrics(registers: Registry[]) {
  return {
    requestSeconds: new Histogram({
      name: "jobbmatch_request_seconds",
      help: "Seconds from a request to the end of its answer",
      labelNames: ["method", "route", "status"] as const,
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    requestsOpen: new Gauge({
      name: "jobbmatch_requests_open",
      help: "Requests that are being answered",
      registers,
    }),
    eventStreamsOpen: new Gauge({
      name: "jobbmatch_event_streams_open",
      help: "Listeners of the event stream",
      registers,
    }),
    candidateAnswers: new Counter({
      name: "jobbmatch_candidate_answers_total",
      help: "Candidate lists from memory or computed",
      labelNames: ["cache"] as const,
      registers,
    }),
  };
}

function replicaMetrics(registers: Registry[]) {
  return {
    replicaPosition: new Gauge({
      name: "jobbmatch_replica_position",
      help: "Position of the change log up to which the index is current",
      registers,
    }),
    replicaLag: new Gauge({
      name: "jobbmatch_replica_lag",
      help: "Changes that the index has not applied yet",
      registers,
    }),
  };
}

function queueMetrics(registers: Registry[]) {
  return {
    queueJobs: new Gauge({
      name: "jobbmatch_queue_jobs",
      help: "Jobs by queue and state",
      labelNames: ["queue", "state"] as const,
      registers,
    }),
    jobsFinished: new Counter({
      name: "jobbmatch_jobs_finished_total",
      help: "Jobs that this process finished",
      labelNames: ["queue", "outcome"] as const,
      registers,
    }),
    jobSeconds: new Histogram({
      name: "jobbmatch_job_seconds",
      help: "Seconds spent on a job",
      labelNames: ["queue"] as const,
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 300],
      registers,
    }),
    webhookDeliveries: new Counter({
      name: "jobbmatch_webhook_deliveries_total",
      help: "Tries to deliver an event to a webhook",
      labelNames: ["outcome"] as const,
      registers,
    }),
  };
}

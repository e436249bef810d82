import { resolve } from "node:path";
import { JobbmatchError, type Problem } from "@jobbmatch/shared";
import * as z from "zod";

/** Unset and empty are the same thing: compose files and unit files write `NAME=` for "not given". */
function orAbsent<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema);
}

function integer(least: number, most: number, otherwise: number) {
  return orAbsent(z.coerce.number().pipe(z.int().min(least).max(most)).default(otherwise));
}

const environmentSchema = z.object({
  /** PostgreSQL 13 or newer, `postgresql://…`. Absent: an embedded database in the data folder. */
  DATABASE_URL: orAbsent(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  /** Redis 6.2 or newer, `redis://…`, for the queues; needs `DATABASE_URL` too. Absent: queues in the database. */
  REDIS_URL: orAbsent(z.url({ protocol: /^rediss?$/ }).optional()),
  /** Folder for the embedded database and the saved index. */
  JOBBMATCH_DATA: orAbsent(z.string().default(".data")),
  /** Port of the HTTP API; 0 takes a free one. */
  PORT: integer(0, 65_535, 8080),
  /** Address that the HTTP API listens on. The default is reached from this machine only. */
  HOST: orAbsent(z.string().default("127.0.0.1")),
  LOG_LEVEL: orAbsent(z.enum(["debug", "info", "warn", "error", "silent"]).default("info")),
  /** When everything is matched anew, as cron; Swedish time. */
  JOBBMATCH_NIGHTLY: orAbsent(
    z
      .string()
      .regex(/^\S+( \S+){4,5}$/, "expected cron, such as 0 2 * * *")
      .default("0 2 * * *"),
  ),
  /** Months after which participants who have not changed, decisions and history become statistics; 0: never. */
  JOBBMATCH_RETENTION_MONTHS: integer(0, 1200, 24),
  /** Connections of a process to the database beside those of the queues. */
  JOBBMATCH_DATABASE_CONNECTIONS: integer(2, 500, 10),
  /** Shortlists that a worker makes at the same time. */
  JOBBMATCH_WORKER_CONCURRENCY: integer(1, 64, 1),
  /** Requests that one API key may make in ten seconds, in each process. */
  JOBBMATCH_REQUESTS_PER_TEN_SECONDS: integer(1, 10_000_000, 5000),
  /** Bytes that a JSON body may have. */
  JOBBMATCH_BODY_BYTES: integer(1024, 1_073_741_824, 1_048_576),
});

/** Names of all settings. */
export const settingNames: readonly string[] = Object.keys(environmentSchema.shape);

/** Where data and jobs are kept: nothing to install, PostgreSQL, or PostgreSQL and Redis. */
export type Mode = "embedded" | "postgres" | "redis";

/** The settings of a process. The schema in this file says what each variable of the environment means. */
export interface Config {
  readonly mode: Mode;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** Absolute path. */
  readonly dataFolder: string;
  readonly port: number;
  readonly host: string;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  readonly nightly: { readonly cron: string; readonly timeZone: string };
  /** 0: nothing is removed by age. */
  readonly retentionMonths: number;
  readonly databaseConnections: number;
  readonly workerConcurrency: number;
  readonly requestsPerTenSeconds: number;
  readonly bodyBytes: number;
}

/**
 * Reads the settings from the environment.
 *
 * @throws JobbmatchError `invalidRequest`, with one problem for each variable that is wrong. Values are not repeated:
 * addresses of databases hold passwords.
 * @example
 * readConfig({ DATABASE_URL: "postgresql://localhost/jobbmatch" }).mode; // "postgres"
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw errorOf(parsed.error.issues.map(problemOf));
  const { DATABASE_URL, REDIS_URL, ...values } = parsed.data;
  if (REDIS_URL !== undefined && DATABASE_URL === undefined)
    throw errorOf([problem("REDIS_URL", "needs DATABASE_URL too")]);
  return {
    mode: modeOf(DATABASE_URL, REDIS_URL),
    databaseUrl: DATABASE_URL,
    redisUrl: REDIS_URL,
    dataFolder: resolve(values.JOBBMATCH_DATA),
    port: values.PORT,
    host: values.HOST,
    logLevel: values.LOG_LEVEL,
    nightly: { cron: values.JOBBMATCH_NIGHTLY, timeZone: "Europe/Stockholm" },
    retentionMonths: values.JOBBMATCH_RETENTION_MONTHS,
    databaseConnections: values.JOBBMATCH_DATABASE_CONNECTIONS,
    workerConcurrency: values.JOBBMATCH_WORKER_CONCURRENCY,
    requestsPerTenSeconds: values.JOBBMATCH_REQUESTS_PER_TEN_SECONDS,
    bodyBytes: values.JOBBMATCH_BODY_BYTES,
  };
}

function modeOf(databaseUrl: string | undefined, redisUrl: string | undefined): Mode {
  if (databaseUrl === undefined) return "embedded";
  return redisUrl === undefined ? "postgres" : "redis";
}

function problemOf({ path, message }: z.core.$ZodIssue): Problem {
  return problem(String(path[0]), message);
}

function problem(field: string, message: string): Problem {
  return { code: "invalidRequest", field, message };
}

function errorOf([first, ...rest]: readonly Problem[]): JobbmatchError {
  return new JobbmatchError(first ?? problem("environment", "is not valid"), ...rest);
}

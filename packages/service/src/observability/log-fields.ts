import { JobbmatchError } from "@jobbmatch/shared";

/**
 * Everything that a log line may hold beside its event: ids, codes, counts and times. There is no field for a message,
 * a URL, a header or a body, so a text from a profile has no way into the log.
 */
export interface LogFields {
  /** The pattern of the route, such as `/v1/participants/{id}`; never the address itself. */
  readonly route?: string | undefined;
  readonly method?: string | undefined;
  readonly status?: number | undefined;
  /** Code of an error or problem. */
  readonly code?: string | undefined;
  readonly milliseconds?: number | undefined;
  readonly requestId?: string | undefined;
  /** Id of the API key, never the key. */
  readonly keyId?: string | undefined;
  readonly role?: string | undefined;
  readonly unit?: string | undefined;
  readonly entity?: string | undefined;
  /** Opaque id of a participant, a vacancy, a webhook or a batch. */
  readonly id?: string | undefined;
  readonly version?: number | undefined;
  readonly position?: number | bigint | undefined;
  readonly queue?: string | undefined;
  readonly job?: string | undefined;
  readonly attempt?: number | undefined;
  readonly count?: number | undefined;
  readonly mode?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  /** What went wrong; of it only name, code and stack frames are written, since messages may quote data. */
  readonly error?: unknown;
}

type FieldName = Exclude<keyof LogFields, "error">;

/** Written out so that a field that slips past the compiler is still left out of the log. */
const fieldNames = [
  "route",
  "method",
  "status",
  "code",
  "milliseconds",
  "requestId",
  "keyId",
  "role",
  "unit",
  "entity",
  "id",
  "version",
  "position",
  "queue",
  "job",
  "attempt",
  "count",
  "mode",
  "host",
  "port",
] as const satisfies readonly FieldName[];

/** Ids, codes, patterns and addresses of hosts; a text with other characters, or a long one, is none of them. */
const plainValue = /^[\w.:/{}*@-]{0,200}$/;

/** What of the given fields is written. Values that are not plain are replaced by `[withheld]`. */
export function writtenFields(fields: LogFields): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const name of fieldNames) {
    const value = fields[name];
    if (value !== undefined) written[name] = writtenValue(value);
  }
  if (fields.error !== undefined) written.error = writtenError(fields.error);
  return written;
}

function writtenValue(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = String(value);
  return plainValue.test(text) ? text : "[withheld]";
}

/** An error without its message: a database or a parser may quote what it was given. */
function writtenError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = error instanceof JobbmatchError ? error.code : Reflect.get(error, "code");
  // The stack begins with the message, which may have lines of its own.
  const stack = (error.stack ?? "").replace(error.message, "");
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: writtenValue(error.name),
    ...(typeof code === "string" || typeof code === "number" ? { code: writtenValue(code) } : {}),
    frames: frames.slice(0, 10).map((frame) => frame.trim()),
    ...(error.cause === undefined ? {} : { cause: writtenError(error.cause) }),
  };
}

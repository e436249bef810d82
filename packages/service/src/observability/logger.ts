import { type DestinationStream, pino } from "pino";
import { type LogFields, writtenFields } from "./log-fields.ts";

type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/** Writes one JSON line for each event. An event is a constant text such as `request answered`. */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export interface LoggerOptions {
  /** @default "info" */
  readonly level?: LogLevel;
  /** @default standard output */
  readonly stream?: DestinationStream;
}

/**
 * A logger of structured lines without personal data: only the fields of `LogFields` are ever written.
 *
 * @example
 * createLogger({ level: "info" }).info("request answered", { route: "/v1/events", status: 200 });
 */
export function createLogger({ level = "info", stream }: LoggerOptions = {}): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const lines = stream === undefined ? pino(options) : pino(options, stream);
  // Fields are checked letter by letter, which is left out for a line that nobody gets.
  const write = (at: "debug" | "info" | "warn" | "error", event: string, fields: LogFields) => {
    if (lines.isLevelEnabled(at)) lines[at](writtenFields(fields), event);
  };
  return {
    debug: (event, fields = {}) => write("debug", event, fields),
    info: (event, fields = {}) => write("info", event, fields),
    warn: (event, fields = {}) => write("warn", event, fields),
    error: (event, fields = {}) => write("error", event, fields),
  };
}

/** A logger that writes nothing. */
export const silentLogger: Logger = createLogger({ level: "silent" });

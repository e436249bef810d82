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
  return {
    debug: (event, fields = {}) => lines.debug(writtenFields(fields), event),
    info: (event, fields = {}) => lines.info(writtenFields(fields), event),
    warn: (event, fields = {}) => lines.warn(writtenFields(fields), event),
    error: (event, fields = {}) => lines.error(writtenFields(fields), event),
  };
}

/** A logger that writes nothing. */
export const silentLogger: Logger = createLogger({ level: "silent" });

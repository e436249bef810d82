import { JobbmatchError, type Problem } from "@jobbmatch/shared";

/** Any error as problems, the main one first. Errors that are not ours tell nothing of their message. */
export function asProblems(error: unknown): readonly [Problem, ...Problem[]] {
  if (error instanceof JobbmatchError) {
    const [first = { code: error.code, message: error.message }, ...rest] = error.problems;
    return [first, ...rest];
  }
  return [parserProblem(error) ?? connectionProblem(error) ?? internal];
}

const internal: Problem = {
  code: "internalError",
  message: "the request could not be answered; the log has the reason under its request id",
};

/** What the body parser and the router of Express throw, by the `type` and `status` that they document. */
function parserProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const type: unknown = Reflect.get(error, "type");
  switch (type) {
    case "entity.parse.failed":
      return { code: "invalidJson", message: "the body is not valid JSON" };
    case "entity.too.large":
      return { code: "recordTooLarge", message: "the body is larger than the limit" };
    case "charset.unsupported":
    case "encoding.unsupported":
      return {
        code: "unsupportedMediaType",
        message: "expected UTF-8, not compressed or by gzip, deflate or br",
      };
    case "request.aborted":
    case "request.size.invalid":
    case "entity.verify.failed":
    case "stream.encoding.set":
      return { code: "invalidRequest", message: "the body did not arrive whole" };
    default:
      return statusProblem(Reflect.get(error, "status"));
  }
}

function statusProblem(status: unknown): Problem | undefined {
  if (typeof status !== "number" || status < 400 || status > 499) return undefined;
  return { code: "invalidRequest", message: "the request is not well-formed" };
}

/** Codes of Node and PostgreSQL for a database or a queue that cannot be reached right now. */
const unreachable: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08000",
  "08003",
  "08006",
  "57014",
]);

function connectionProblem(error: unknown): Problem | undefined {
  if (!(error instanceof Error)) return undefined;
  const isUnreachable =
    unreachable.has(Reflect.get(error, "code")) || /connection (?:timeout|terminated)/i.test(error.message);
  return isUnreachable
    ? { code: "unavailable", message: "the database or the queue cannot be reached" }
    : undefined;
}

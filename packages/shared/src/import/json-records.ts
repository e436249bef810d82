import type { Problem } from "../errors.ts";
import { type RawRecord, RecordScanner } from "./record-scanner.ts";

/** Bytes of UTF-8 or text, such as a file stream; chunks may end anywhere. */
export type JsonSource = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

export type JsonRecord =
  | { readonly kind: "record"; readonly line: number; readonly json: unknown }
  | { readonly kind: "problem"; readonly problem: Problem & { readonly line: number } };

export interface JsonRecordOptions {
  /** The most bytes that one record may have. @default 8388608 (8 MiB) */
  readonly maxRecordBytes?: number;
}

/**
 * Reads records one by one: the items of a JSON array, of `hits` in an API answer, JSON Lines, or a single object,
 * with or without a byte order mark, pretty-printed or not. A record that cannot be read comes as a problem with its
 * line (`invalidJson`, `invalidEncoding`, `recordTooLarge`) and the rest go on. Holds one record at a time.
 *
 * @example
 * for await (const record of readJsonRecords(createReadStream("ads.jsonl"))) {
 *   if (record.kind === "record") use(record.json);
 * }
 */
export async function* readJsonRecords(
  source: JsonSource,
  { maxRecordBytes = 8 * 1024 * 1024 }: JsonRecordOptions = {},
): AsyncGenerator<JsonRecord> {
  const scanner = new RecordScanner(maxRecordBytes);
  for await (const bytes of bytesOf(source)) {
    for (const raw of scanner.push(bytes)) yield decoded(raw, maxRecordBytes);
  }
  for (const raw of scanner.finish()) yield decoded(raw, maxRecordBytes);
}

/** Texts become bytes; a character that is cut in two by a chunk's end is put together again. */
async function* bytesOf(source: JsonSource): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let half = "";
  for await (const chunk of source) {
    if (typeof chunk !== "string") {
      yield chunk;
      continue;
    }
    const text = half + chunk;
    half = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : "";
    yield encoder.encode(half === "" ? text : text.slice(0, -1));
  }
  if (half !== "") yield encoder.encode(half);
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded({ line, outcome, bytes }: RawRecord, maxRecordBytes: number): JsonRecord {
  if (outcome === "tooLarge")
    return problem(line, "recordTooLarge", `the record has more than ${maxRecordBytes} bytes`);
  if (outcome === "cutOff")
    return problem(line, "invalidJson", "the file ends before the record or list does");
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return problem(line, "invalidEncoding", "the record is not valid UTF-8");
  }
  if (text.includes("\0")) return problem(line, "invalidEncoding", "the record is not UTF-8 text");
  try {
    return { kind: "record", line, json: JSON.parse(text) };
  } catch {
    return problem(line, "invalidJson", "the record is not valid JSON");
  }
}

function problem(line: number, code: Problem["code"], message: string): JsonRecord {
  return { kind: "problem", problem: { code, line, message } };
}

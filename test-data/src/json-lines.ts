import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const charactersPerChunk = 1 << 16;

/** Writes records as JSON Lines, waiting for the disk, so that memory stays constant whatever the number. */
export async function writeJsonLines(file: string, records: Iterable<unknown>): Promise<void> {
  await pipeline(Readable.from(chunksOf(records)), createWriteStream(file));
}

/** The text in chunks, since one write for each line is slow. */
function* chunksOf(records: Iterable<unknown>): Generator<string> {
  let chunk = "";
  for (const record of records) {
    chunk += `${JSON.stringify(record)}\n`;
    if (chunk.length < charactersPerChunk) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

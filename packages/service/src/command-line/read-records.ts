import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { JobbmatchError } from "@jobbmatch/shared";

/** A file's bytes, with how far the reading has come. */
export interface OpenedFile {
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Bytes read so far. */
  position(): number;
}

/**
 * Opens a file for reading as a stream.
 *
 * @throws JobbmatchError `invalidRequest` when there is no such readable file.
 */
export async function openFile(path: string): Promise<OpenedFile> {
  const size = await sizeOf(path);
  const stream = createReadStream(path);
  return { size, bytes: stream, position: () => stream.bytesRead };
}

async function sizeOf(path: string): Promise<number> {
  try {
    const status = await stat(path);
    if (status.isFile()) return status.size;
  } catch {
    // Falls through to the same message: what matters to the user is that there is no file to read.
  }
  throw new JobbmatchError({ code: "invalidRequest", message: `there is no file ${path}` });
}

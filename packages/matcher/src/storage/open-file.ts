import { closeSync, readSync, writeSync } from "node:fs";
import { JobbmatchError } from "@jobbmatch/shared";

/** A file that is open, read and written in place: some microseconds for what the operating system has cached. */
export class OpenFile {
  readonly #descriptor: number;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** Fills the target with what stands at the position. @throws JobbmatchError `snapshotDamaged` past the file's end. */
  read(position: number, target: Uint8Array): void {
    for (let done = 0; done < target.length; ) {
      const count = readSync(this.#descriptor, target, done, target.length - done, position + done);
      if (count === 0) throw new JobbmatchError({ code: "snapshotDamaged", message: "a file was cut off" });
      done += count;
    }
  }

  /** @throws JobbmatchError `indexFull` when the disk is. */
  write(position: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) {
      const count = writeSync(this.#descriptor, bytes, done, bytes.length - done, position + done);
      if (count === 0)
        throw new JobbmatchError({ code: "indexFull", message: "there is no room on the disk" });
      done += count;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

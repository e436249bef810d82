import { mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OpenFile } from "./open-file.ts";

/**
 * A private file without a name, for what need not take memory: nothing is left behind when the process ends, however
 * it ends. (On Windows it keeps its name until it is closed.)
 */
export class TemporaryFile extends OpenFile {
  readonly #folder: string;

  /** `parent` is the folder for the file. @default the operating system's for temporary files */
  constructor(parent: string = tmpdir()) {
    const folder = mkdtempSync(join(parent, "jobbmatch-"));
    super(openSync(join(folder, "bytes"), "wx+", 0o600));
    this.#folder = folder;
    if (process.platform !== "win32") rmSync(folder, { recursive: true });
  }

  override close(): void {
    super.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

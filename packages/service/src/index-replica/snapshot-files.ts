import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** A saved index: what was in the database of one history at one position of its change log. */
export interface SnapshotFile {
  readonly path: string;
  readonly position: number;
}

/** What a save that was killed left behind is removed after this time, in milliseconds. */
const leftoverAge = 600_000;

/**
 * The snapshots in a folder. Their names carry the history of the database that they belong to and the position, so
 * that a snapshot of another database is never opened.
 */
export class SnapshotFiles {
  readonly #folder: string;
  readonly #pattern: RegExp;
  readonly #history: string;

  /** @param history id of the database's history, letters, digits and `-`. */
  constructor(folder: string, history: string) {
    this.#folder = folder;
    this.#history = history;
    this.#pattern = new RegExp(`^index-${history}-(\\d+)\\.snapshot$`);
  }

  /** The snapshots of this database, newest first. */
  async list(): Promise<SnapshotFile[]> {
    await mkdir(this.#folder, { recursive: true });
    const names = await readdir(this.#folder);
    return names
      .flatMap((name) => {
        const position = this.#pattern.exec(name)?.[1];
        return position === undefined ? [] : [{ path: join(this.#folder, name), position: Number(position) }];
      })
      .sort((a, b) => b.position - a.position);
  }

  pathOf(position: number): string {
    return join(this.#folder, `index-${this.#history}-${position}.snapshot`);
  }

  async discard({ path }: SnapshotFile): Promise<void> {
    await rm(path, { force: true });
  }

  /** Removes all but the newest, so that nobody who was erased stays in an older one, and what broken saves left. */
  async prune(): Promise<void> {
    const [, ...older] = await this.list();
    for (const old of older) await this.discard(old);
    const leftovers = (await readdir(this.#folder)).filter((name) => name.endsWith(".tmp"));
    for (const path of leftovers.map((name) => join(this.#folder, name))) {
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > leftoverAge) await rm(path, { force: true });
    }
  }
}

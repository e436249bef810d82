import { setTimeout as sleep } from "node:timers/promises";
import { type Embedder, Matcher } from "@jobbmatch/matcher";
import type { Problem } from "@jobbmatch/shared";
import { type Logger, silentLogger } from "../observability/logger.ts";
import type { Database } from "../storage/database.ts";
import { readChanges } from "../storage/queries/read-changes.ts";
import { readHead } from "../storage/queries/read-head.ts";
import { readHistory } from "../storage/queries/read-history.ts";
import { applyChanges } from "./apply-changes.ts";
import { loadMatcher } from "./load-matcher.ts";
import { PositionWaiters } from "./position-waiters.ts";
import { RecordPositions } from "./record-positions.ts";
import { SnapshotFiles } from "./snapshot-files.ts";

export interface IndexReplicaOptions {
  readonly database: Database;
  readonly embedder: Embedder;
  /** Folder of the snapshots; it is made if it is not there. */
  readonly folder: string;
  /** Milliseconds between looks at the change log. @default 50 */
  readonly pollInterval?: number;
  /** Milliseconds between snapshots while something changes. @default 600000, ten minutes */
  readonly saveInterval?: number;
  readonly logger?: Logger;
}

/** The most changes that are read at once, and put in within one turn of the event loop: few, since answers wait for it. */
const windowSize = 20;
/** Milliseconds before the next try when the database does not answer. */
const retryDelay = 250;

/**
 * The index of a process: opened from a snapshot or read from the database, then kept up with the change log. It holds
 * everything up to `position`. Two replicas that stand at the head of the log give identical answers.
 *
 * @example
 * const replica = await IndexReplica.start({ database, embedder, folder });
 * await replica.waitFor(position, 5000);
 * replica.matcher.topCandidates("v1", { units: ["north"] });
 */
export class IndexReplica {
  readonly #options: Required<IndexReplicaOptions>;
  readonly #waiters = new PositionWaiters();
  readonly #removalListeners: ((participants: readonly string[]) => void)[] = [];
  readonly #stopping = new AbortController();
  /** Which records have changed since the index was opened, and where in the log. */
  readonly changes = new RecordPositions();
  #matcher: Matcher;
  #position = 0;
  #savedPosition = -1;
  #savedAt = Date.now();
  #saving: Promise<void> | undefined;
  #isReady = false;
  #wake = () => {};
  #following: Promise<void> = Promise.resolve();

  private constructor(options: IndexReplicaOptions, empty: Matcher) {
    this.#options = { pollInterval: 50, saveInterval: 600_000, logger: silentLogger, ...options };
    this.#matcher = empty;
  }

  /** Begins to read in the background; `isReady` and `waitFor` tell when it is done. */
  static async start(options: IndexReplicaOptions): Promise<IndexReplica> {
    const replica = new IndexReplica(options, await Matcher.create({ embedder: options.embedder }));
    replica.#following = replica.#run();
    return replica;
  }

  /** What to ask. Empty until the replica is ready; ask the replica for it each time, since loading replaces it. */
  get matcher(): Matcher {
    return this.#matcher;
  }

  /** The model of its vectors. */
  get model(): string {
    return this.#options.embedder.modelId;
  }

  /** Everything up to this position of the change log is in. */
  get position(): number {
    return this.#position;
  }

  /** Whether it has caught up with the head that the log had when it began. Never becomes false again. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /**
   * Waits until everything up to a position is in.
   *
   * @param milliseconds how long to wait at most.
   * @returns whether it was reached in time; false also when the signal was aborted or the replica closed.
   */
  async waitFor(position: number, milliseconds: number, signal?: AbortSignal): Promise<boolean> {
    if (this.#isReady && this.#position >= position) return true;
    if (this.#stopping.signal.aborted) return false;
    const reached = this.#waiters.wait(position, milliseconds, signal);
    this.#wake();
    return reached;
  }

  /** Calls the listener with the ids of participants who were removed, as soon as the index holds nothing of them any more. */
  onRemoved(listener: (participants: readonly string[]) => void): void {
    this.#removalListeners.push(listener);
  }

  /** Stops following, saves a snapshot if something changed since the last one, and lets go of the index. */
  async close(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    this.#waiters.giveUp();
    await this.#following;
    this.#matcher.close();
  }

  async #run(): Promise<void> {
    const files = await this.#untilItWorks(() => this.#load());
    if (files === undefined) return;
    while (!this.#stopping.signal.aborted) {
      await this.#untilItWorks(() => this.#catchUp());
      if (Date.now() - this.#savedAt >= this.#options.saveInterval) this.#saveInBackground(files);
      await this.#pause();
    }
    await this.#saving;
    if (this.#isReady) await this.#save(files);
  }

  /** Repeats until it succeeds or the replica is closed: a database that restarts must not end the replica. */
  async #untilItWorks<Value>(act: () => Promise<Value>): Promise<Value | undefined> {
    while (!this.#stopping.signal.aborted) {
      try {
        return await act();
      } catch (error) {
        this.#options.logger.warn("index replica cannot read the database", { error });
        await sleep(retryDelay);
      }
    }
    return undefined;
  }

  async #load(): Promise<SnapshotFiles> {
    const { database, embedder, folder } = this.#options;
    const files = new SnapshotFiles(folder, await readHistory(database));
    const onProblem = (problem: Problem) => this.#report(problem);
    const { matcher, position, isSaved } = await loadMatcher({ database, embedder, files, onProblem });
    this.#matcher.close();
    this.#matcher = matcher;
    if (isSaved) this.#savedPosition = position;
    else this.#savedAt = 0;
    this.#position = position;
    return files;
  }

  /** Applies what is new, window by window, until nothing is. */
  async #catchUp(): Promise<void> {
    const { database, embedder } = this.#options;
    const head = this.#isReady ? this.#position : await readHead(database);
    for (;;) {
      const window = await readChanges(database, { after: this.#position, limit: windowSize });
      if (window.position > this.#position) {
        for (const problem of await applyChanges(this.#matcher, embedder, window)) this.#report(problem);
        this.#position = window.position;
        this.changes.note(window);
        this.#tellRemoved(window.participants.removed);
      }
      if (this.#position >= head) this.#isReady = true;
      if (this.#isReady) this.#waiters.reach(this.#position);
      if (window.isLast || this.#stopping.signal.aborted) return;
    }
  }

  /** A snapshot holds what was there when saving began, so changes are applied meanwhile. */
  #saveInBackground(files: SnapshotFiles): void {
    this.#saving ??= this.#save(files).finally(() => {
      this.#saving = undefined;
    });
  }

  async #save(files: SnapshotFiles): Promise<void> {
    const position = this.#position;
    this.#savedAt = Date.now();
    if (position === this.#savedPosition) return;
    try {
      await this.#matcher.save(files.pathOf(position));
      this.#savedPosition = position;
      await files.prune();
    } catch (error) {
      this.#options.logger.error("index snapshot not saved", { position, error });
    }
  }

  #tellRemoved(participants: readonly string[]): void {
    if (participants.length === 0) return;
    for (const listener of this.#removalListeners) listener(participants);
  }

  /** Until the next look is due, somebody waits, or the replica is closed. */
  async #pause(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#options.pollInterval);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => {};
  }

  #report({ code, id }: Problem): void {
    this.#options.logger.warn("index replica left something out", { code, id });
  }
}

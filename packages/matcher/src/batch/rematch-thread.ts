import { Worker } from "node:worker_threads";
import { JobbmatchError, type Problem } from "@jobbmatch/shared";
import type { PackedList } from "../retrieval/candidates/packed-list.ts";
import type { ThreadReply, ThreadStart, ThreadTask } from "./rematch-messages.ts";

/** Node 20 runs no TypeScript: where this runs from its sources, as in tests, the thread runs what was built last. */
const program = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/batch/rematch-worker.js" : "./rematch-worker.js",
  import.meta.url,
);

interface Waiting {
  readonly resolve: (reply: ThreadReply) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread with a matcher of its own. */
export class RematchThread {
  readonly #worker: Worker;
  /** Whoever waits for an answer, in the order of the answers. */
  readonly #waiting: Waiting[] = [];
  #failure: JobbmatchError | undefined;

  /** Starts a thread, which loads its program while others go on. */
  constructor(start: ThreadStart) {
    // Without the options of this process: they may be meant for sources.
    this.#worker = new Worker(program, { workerData: start, execArgv: [] });
    this.#worker.on("message", (reply: ThreadReply) => this.#waiting.shift()?.resolve(reply));
    this.#worker.on("error", () => this.#fail("a thread of the batch failed"));
    this.#worker.on("exit", () => this.#fail("a thread of the batch ended before its work was done"));
  }

  /**
   * Opens the snapshot.
   *
   * @throws JobbmatchError what opening threw, or `workerFailed`.
   */
  async open(file: string): Promise<void> {
    await this.#ask({ kind: "open", file });
  }

  /** Tasks that are not answered yet. */
  get load(): number {
    return this.#waiting.length;
  }

  /**
   * The lists of some vacancies as they are in the snapshot, in their order.
   *
   * @throws JobbmatchError `workerFailed` when the thread ends meanwhile.
   */
  async listsOf(vacancies: readonly string[]): Promise<readonly PackedList[]> {
    const reply = await this.#ask({ kind: "find", vacancies });
    return reply.kind === "lists" ? reply.lists : [];
  }

  /** Ends the thread at once, whatever it does. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  async #ask(task: ThreadTask): Promise<ThreadReply> {
    if (this.#failure !== undefined) throw this.#failure;
    this.#worker.postMessage(task);
    const reply = await new Promise<ThreadReply>((resolve, reject) =>
      this.#waiting.push({ resolve, reject }),
    );
    if (reply.kind === "failed") throw errorOf(reply.problems);
    return reply;
  }

  #fail(message: string): void {
    this.#failure ??= new JobbmatchError({ code: "workerFailed", message });
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}

function errorOf([first, ...rest]: readonly Problem[]): JobbmatchError {
  return new JobbmatchError(
    first ?? { code: "workerFailed", message: "a thread of the batch failed" },
    ...rest,
  );
}

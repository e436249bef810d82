import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PackedList } from "../retrieval/candidates/packed-list.ts";
import type { ThreadStart } from "./rematch-messages.ts";
import { RematchThread } from "./rematch-thread.ts";

/** A batch over several threads. */
export interface ThreadedRematch {
  readonly vacancies: readonly string[];
  readonly threads: number;
  readonly start: ThreadStart;
  /** Writes the snapshot that the threads read. */
  readonly save: (file: string) => Promise<void>;
  readonly signal: AbortSignal | undefined;
}

/** Vacancies in one task of a thread: few enough that all threads finish together, and that little waits in memory. */
const vacanciesPerTask = 8;
/** Tasks that a thread has at hand, so that it need not wait for the next one. */
const tasksPerThread = 2;

/** The list of a vacancy as it was when the batch began. */
export interface FormerList {
  readonly vacancy: string;
  readonly list: PackedList;
}

/**
 * The lists of the vacancies as they are at the moment of the call, in their order. Not more than `threads` × 16 are in
 * memory at a time.
 */
export async function* rematchInThreads(batch: ThreadedRematch): AsyncGenerator<FormerList> {
  const { vacancies, signal } = batch;
  const threads = await startThreads(batch);
  const pending: Promise<readonly FormerList[]>[] = [];
  const aborted = rejectionOf(signal);
  try {
    for (let next = 0; next < vacancies.length || pending.length > 0; ) {
      while (next < vacancies.length && pending.length < threads.length * tasksPerThread) {
        pending.push(assign(vacancies.slice(next, next + vacanciesPerTask), threads));
        next += vacanciesPerTask;
      }
      const first = pending.shift();
      if (first !== undefined) yield* await Promise.race([first, aborted.promise]);
    }
  } finally {
    aborted.forget();
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

/** Gives a task to the thread that has least to do. */
function assign(
  vacancies: readonly string[],
  threads: readonly RematchThread[],
): Promise<readonly FormerList[]> {
  const [first, ...others] = threads;
  if (first === undefined) return Promise.resolve([]);
  const idlest = others.reduce((best, thread) => (thread.load < best.load ? thread : best), first);
  const lists = formerLists(idlest, vacancies);
  // Whoever awaits it hears of a failure; until then it is not an unhandled one.
  lists.catch(() => {});
  return lists;
}

async function formerLists(thread: RematchThread, vacancies: readonly string[]): Promise<FormerList[]> {
  const lists = await thread.listsOf(vacancies);
  return lists.flatMap((list, index) => {
    const vacancy = vacancies[index];
    return vacancy === undefined ? [] : [{ vacancy, list }];
  });
}

/** Starts the threads, and has them open a snapshot that is written meanwhile and gone afterwards. */
async function startThreads({
  vacancies,
  start,
  save,
  signal,
  ...batch
}: ThreadedRematch): Promise<RematchThread[]> {
  // At once, so that the snapshot and the list of vacancies are of the same moment.
  const folder = mkdtempSync(join(tmpdir(), "jobbmatch-batch-"));
  const length = Math.min(batch.threads, Math.ceil(vacancies.length / vacanciesPerTask));
  const threads: RematchThread[] = [];
  try {
    const file = join(folder, "snapshot");
    threads.push(...Array.from({ length }, () => new RematchThread(start)));
    await save(file);
    signal?.throwIfAborted();
    await Promise.all(threads.map((thread) => thread.open(file)));
    signal?.throwIfAborted();
    return threads;
  } catch (error) {
    await Promise.all(threads.map((thread) => thread.stop()));
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A promise that rejects when the signal fires. */
function rejectionOf(signal: AbortSignal | undefined): { promise: Promise<never>; forget: () => void } {
  let forget = () => {};
  const promise = new Promise<never>((_resolve, reject) => {
    const onAbort = () => reject(signal?.reason);
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener("abort", onAbort);
    forget = () => signal?.removeEventListener("abort", onAbort);
  });
  promise.catch(() => {});
  return { promise, forget };
}
